import { readFileSync } from 'node:fs';
import { analyze } from '../src/analyze.ts';
import { rules } from '../src/rules/load.ts';
import { LABELS } from '../src/labels.ts';
import { inHalf } from '../tools/eval/split.ts';
const [lang, file = 'quotes-world', max = '400'] = process.argv.slice(2);
const docs = readFileSync(`/work/shared/corpora/${file}.jsonl`, 'utf8').trim().split('\n').map((l) => JSON.parse(l)).filter((d) => d.language === lang);
let n = 0;
for (const d of inHalf(docs, 'reading')) {
  const a = analyze(d.text, rules, { quotesIn: LABELS });
  const cut = (s: string) => s.replace(/\s+/g, ' ').slice(0, 110);
  const t = (spans: number[][] | undefined) => (spans ?? []).map(([s, e]) => d.text.slice(s, e)).join(' … ');
  const pred = (a.quotes ?? []).map((q) => ({ at: q.content[0].start, kind: 'P', s: `${q.type[0]} [${q.source?.text ?? '-'}] (${q.cue?.text ?? '-'}) ${cut(q.content.map((c) => c.text).join(' … '))}`, end: q.content.at(-1)!.end }));
  const gold = d.quotes.map((q: any) => ({ at: q.quote_spans[0]?.[0] ?? 0, kind: 'G', s: `${q.type ?? ''} [${t(q.speaker_spans)}] (${t(q.cue_spans)}) ${cut(t(q.quote_spans))}`, end: 0 }));
  const norm = (x: any) => x.s.replace(/^\S* ?\[/, '[').replace(/[“”"«»\s]/g, '');
  const g = gold.filter((x: any) => !pred.some((p) => norm(p).includes(norm(x)) || norm(x) === norm(p)));
  const p = pred.filter((x) => !gold.some((y: any) => norm(y) === norm(x)));
  if (g.length + p.length === 0) continue;
  console.log('#', d.id, a.language);
  for (const x of [...g, ...p].sort((u, v) => u.at - v.at)) console.log('  ', x.kind, x.s);
  if (++n >= Number(max)) break;
}
