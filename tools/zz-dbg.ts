// node /tmp/dbg.ts FORM  : out-of-fold errors on the reading half
import { readJsonLines } from '/work/wt/resolver/tools/eval/gold.ts';
import { sourceOf, halfOf } from '/work/wt/resolver/tools/eval/split.ts';
import { fitChoice, Instances } from '/work/wt/resolver/tools/fit/quotes/choice-model.ts';
import { addInstances, exampleOf } from '/work/wt/resolver/tools/fit/speakers/examples.ts';
import { readSpeakers } from '/work/wt/resolver/tools/fit/speakers/labels.ts';
import { SPEAKER_FEATURES } from '/work/wt/resolver/src/speakers/model/features.ts';
import { likeliest } from '/work/wt/resolver/src/speakers/model/model.ts';
import { resolveAll } from '/work/wt/resolver/src/speakers/speakers.ts';
const C='/work/shared/corpora/';
const docs=[...readJsonLines(C+'speakers-en.jsonl'),...readSpeakers('tools/fit/speakers.jsonl',C+'quotes-en.jsonl'),...readSpeakers('tools/fit/speakers.jsonl',C+'quotes-de.jsonl')] as any[];
const ex=docs.map(d=>exampleOf(d,sourceOf(d)));
const K=6; const sizes=new Map();for(const e of ex)sizes.set(sourceOf(e.doc),(sizes.get(sourceOf(e.doc))??0)+e.labels.size);
const filled=Array(K).fill(0);const fold=new Map();for(const [s,n] of [...sizes].sort((a,b)=>b[1]-a[1])){const l=filled.indexOf(Math.min(...filled));fold.set(s,l);filled[l]+=n;}
const STR=Float64Array.from({length:11},(_,k)=>k/10);
const pen=Number(process.env.PEN??0.5);
const what=process.argv[2];const lang=process.argv[3];
const stats:any={};
for(let f=0;f<K;f++){
 const train=ex.filter(e=>fold.get(sourceOf(e.doc))!==f);let model:any=null;
 for(let r=0;r<3;r++){const ins=new Instances();for(const e of train)addInstances(ins,e,model);
  model={weights:fitChoice(ins,Array.from({length:ins.count},(_,i)=>i),new Float64Array(SPEAKER_FEATURES.space.size),pen,150),knots:STR};}
 for(const e of ex.filter(e=>fold.get(sourceOf(e.doc))===f)){
  const half=halfOf(e.doc);const T=e.doc.text;const w=e.index.annotated.doc.words;
  resolveAll(e.index,e.quotes,(refs,n)=>{
   const g=e.labels.get(n);const ch=likeliest(refs,model);
   const res=ch&&ch.confidence>=0.5?ch.referent.resolution:null;
   const q=e.quotes[n];
   if(g&&(!lang||(e.doc.language??'en')===lang)){
    const form=g.mention;const s=stats[form]??={n:0,right:0,named:0,cand:0};s.n++;
    const ok=res&&g.isRight(res);if(ok)s.right++;if(res)s.named++;
    const can=refs.some(r=>g.isRight(r.resolution));if(can)s.cand++;
    if(!ok&&half==='reading'&&(what==='all'||what===form||(what==='miss'&&!can)||(what==='rank'&&can))){
      const src=q.source;const st=src?T.slice(w.start[src.from],w.end[src.to-1]):null;
      const a=Math.min(...[...q.content.map(c=>c.from),...(src?[src.from]:[])]);
      console.log(`\n## ${e.doc.id.slice(0,50)} [${form}] want "${[...(e.doc as any).quotes].sort((x:any,y:any)=>Math.abs(x.quote_spans[0][0]-w.start[q.content[0].from])-Math.abs(y.quote_spans[0][0]-w.start[q.content[0].from]))[0].speaker.name}" got ${res?JSON.stringify(res.entity?.name??res.description):null} src=${JSON.stringify(st)} by=${q.by} qc=${q.confidence.toFixed(2)} can=${can}`);
      console.log('   '+T.slice(Math.max(0,w.start[a]-350),w.start[a]).replace(/\n+/g,' ¶ ')+' >>> '+T.slice(w.start[a],w.start[a]+220).replace(/\n+/g,' ¶ '));
      const sc=refs.map(r=>({n:r.resolution.entity?.name??r.resolution.description,step:r.resolution.step,s:r.features.reduce((x,k)=>x+model.weights[k],0)})).sort((x,y)=>y.s-x.s).slice(0,4);
      console.log('   '+sc.map(x=>`${x.n}(${x.step}) ${x.s.toFixed(2)}`).join(' | '));
    }
   }
   return res;
  });
 }}
for(const k in stats){const s=stats[k];console.log(k,s.n,'right',(100*s.right/s.n).toFixed(1),'of named',(100*s.right/s.named).toFixed(1),'candidate there',(100*s.cand/s.n).toFixed(1));}
if(process.env.W){const ins=new Instances();let model:any=null;for(let r=0;r<3;r++){const ins=new Instances();for(const e of ex)addInstances(ins,e,model);model={weights:fitChoice(ins,Array.from({length:ins.count},(_,i)=>i),new Float64Array(SPEAKER_FEATURES.space.size),pen,150),knots:STR};}
const rows:[string,number][]=[];model.weights.forEach((w:number,i:number)=>{if(Math.abs(w)>0.15)rows.push([SPEAKER_FEATURES.space.nameOf(i),w]);});
for(const [n,w] of rows.filter(([n])=>new RegExp(process.env.W as string).test(n)))console.log(w.toFixed(2),n);}
