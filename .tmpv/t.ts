import { analyze } from '../src/analyze.ts';
import { rules } from '../src/rules/load.ts';
import { LABELS } from '../src/labels.ts';
const [language, ...texts] = process.argv.slice(2);
for (const text of texts) {
  const a = analyze(text.replaceAll('⏎', '\n'), rules, { quotesIn: LABELS, ...(language === '-' ? {} : { language }) });
  console.log(text, a.language);
  for (const q of a.quotes ?? []) console.log('   ', q.type[0], `[${q.source?.text ?? '-'}] (${q.cue?.text ?? '-'}) {${a.speakers?.find((s) => s.id === q.speaker)?.name ?? '-'}} ${q.content.map((c) => c.text).join(' … ')}  <${q.addressee?.text ?? ''}|${q.venue?.text ?? ''}> ${q.confidence}`);
}
