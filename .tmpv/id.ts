import { readFileSync } from 'node:fs';
import { analyze } from '../src/analyze.ts';
import { rules } from '../src/rules/load.ts';
import { inHalf } from '../tools/eval/split.ts';
const [file, ...ids] = process.argv.slice(2);
const docs = readFileSync(`/work/shared/corpora/${file}.jsonl`, 'utf8').trim().split('\n').map((l) => JSON.parse(l));
for (const d of inHalf(docs, 'reading')) if (ids.includes(d.id)) {
  const a = analyze(d.text, rules, {});
  console.log(d.id, a.language, a.segments?.map((s) => s.kind + ':' + s.label + ':' + (s.end - s.start)).join(' '));
  for (const q of a.quotes ?? []) console.log('   ', q.type[0], `[${q.source?.text ?? '-'}] (${q.cue?.text ?? '-'}) ${q.content.map((c) => c.text).join(' … ').slice(0,300)} ${q.confidence}`);
}
