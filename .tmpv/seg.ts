import { readFileSync } from 'node:fs';
import { analyze } from '../src/analyze.ts';
import { rules } from '../src/rules/load.ts';
import { LABELS } from '../src/labels.ts';
const docs = readFileSync(`/work/shared/corpora/quotes-world.jsonl`, 'utf8').trim().split('\n').map((l) => JSON.parse(l));
const by = {};
for (const d of docs) {
  const a = analyze(d.text, rules, {});
  const b = analyze(d.text, rules, { quotesIn: LABELS });
  const row = (by[d.language] ??= { lang: {}, gold: 0, body: 0, found: 0, foundAll: 0 });
  row.lang[a.language] = (row.lang[a.language] ?? 0) + 1;
  for (const q of d.quotes) {
    if (!/["«“„]/.test(q.quote_spans.map(([s, e]) => d.text.slice(s, e)).join(''))) continue;
    row.gold++;
    const at = q.quote_spans[0][0];
    const seg = a.segments.find((s) => s.start <= at && at < s.end);
    if (seg?.label === 'body') row.body++;
    const hit = (x) => x.quotes.some((p) => p.content.some((c) => c.start < q.quote_spans[0][1] && c.end > at));
    if (hit(a)) row.found++;
    if (hit(b)) row.foundAll++;
  }
}
console.log(by);
