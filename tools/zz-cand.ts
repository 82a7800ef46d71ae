import { rules } from '../src/rules/load.ts';
import { annotateText, parseText } from '../src/stages.ts';
import { findQuotes } from '../src/quotes/find.ts';
import { quoteModelOf } from '../src/quotes/model/model.ts';
import { indexEntities } from '../src/speakers/entity-index.ts';
import { SPEAKER_FEATURES } from '../src/speakers/model/features.ts';
import { likeliest, speakerModelOf } from '../src/speakers/model/model.ts';
import { resolveAll } from '../src/speakers/speakers.ts';
const [text, lang='en'] = process.argv.slice(2) as [string,string];
const a = annotateText(parseText(text, rules), rules, lang); const ix = indexEntities(a);
const quotes = findQuotes(a, quoteModelOf(rules, lang)); const m = speakerModelOf(rules, lang);
resolveAll(ix, quotes, (refs, n) => { const q = quotes[n]!; const w=a.doc.words;
 console.log('QUOTE', text.slice(w.start[q.content[0]!.from], w.end[q.content[0]!.to-1]).slice(0,60), '| src', q.source && text.slice(w.start[q.source.from], w.end[q.source.to-1]));
 for (const r of refs) { const f = r.features.map(f=>[SPEAKER_FEATURES.space.nameOf(f), m.weights[f]!] as const); console.log('   ', (r.resolution.entity?.name ?? r.resolution.description), r.resolution.step, f.reduce((s,[,x])=>s+x,0).toFixed(2), process.env.F ? f.filter(([,x])=>Math.abs(x)>0.1).map(([n,x])=>`${n} ${x.toFixed(2)}`).join('; ') : ''); }
 const c = likeliest(refs, m); return c && c.confidence >= 0.5 ? c.referent.resolution : null; });
