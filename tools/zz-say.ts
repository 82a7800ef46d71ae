import { analyze } from '../src/analyze.ts';
import { rules } from '../src/rules/load.ts';
import { LABELS } from '../src/labels.ts';
import { readFileSync } from 'node:fs';
const rows = process.argv[2]?.endsWith('.jsonl') ? readFileSync(process.argv[2],'utf8').trim().split('\n').map(l=>JSON.parse(l)) : [{text:process.argv[2],language:process.argv[3]??'en',want:''}];
for (const r of rows) {
  const a = analyze(r.text, rules, { language: r.language, quotesIn: LABELS, explain: !!process.env.X } as any);
  console.log(`\n[${r.language}] ${r.class??''}\n  ${r.text.replace(/\n+/g,' ¶ ').slice(0,300)}\n  WANT ${r.want}`);
  for (const q of a.quotes ?? []) { const s = a.speakers?.find(s=>s.id===q.speaker); console.log(`   “${q.content.map((c:any)=>c.text).join(' … ').slice(0,80)}” src=${q.source?.text} cue=${q.cue?.text} → ${s?.name ?? null} (${s?.type}) ${q.speakerConfidence}`); if(process.env.X)console.log(JSON.stringify(q.evidence?.filter((e:any)=>e.rule.startsWith('speaker')))); }
}
