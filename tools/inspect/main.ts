/**
 * `npm run inspect -- FILE`: what the program sees in a page, stage by stage, for a person to read.
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { analyze } from '../../src/analyze.ts';
import { quoteModelOf } from '../../src/quotes/model/model.ts';
import { rules } from '../../src/rules/load.ts';
import { annotateText, parseText } from '../../src/stages.ts';
import { commandLine, misused } from '../command-line.ts';
import { sentenceLines } from './sentences.ts';
import { readSource, unitLines } from './units.ts';

const USAGE = `usage: npm run inspect -- FILE [--language TAG] [--only units|sentences|quotes]
  FILE is a text, or a page if its name ends in .html or .htm
`;

const PARTS = ['units', 'sentences', 'quotes'] as const;
type Part = (typeof PARTS)[number];

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: { language: { type: 'string' }, only: { type: 'string' } },
});
const [file] = positionals;
const isPart = (name: string): name is Part => (PARTS as readonly string[]).includes(name);
if (file === undefined) misused(USAGE);
if (values.only !== undefined && !isPart(values.only))
  misused(USAGE, `--only must be one of ${PARTS.join(', ')}`);

if (!existsSync(file)) {
  process.stderr.write(`${file} no such file\n`);
  process.exit(1);
}

const source = readFileSync(file, 'utf8');
const isHtml = /\.html?$/i.test(file);
const seen = readSource(source, isHtml, rules);
const read = parseText(seen.text, rules);
const answer = analyze(isHtml && seen.html ? seen.html : source, rules, {
  ...(values.language === undefined ? {} : { language: values.language }),
});
const { language } = answer;

const sections: Readonly<Record<Part, () => readonly string[]>> = {
  units: () => unitLines(read, rules, seen.html, values.language),
  // Of all lines, while the analysis looks for quotes in the body only.
  sentences: () =>
    sentenceLines(annotateText(read, rules, language), quoteModelOf(rules, language)),
  quotes: () =>
    (answer.quotes ?? []).map(
      (quote) =>
        `${quote.id} ${quote.type} ${quote.confidence}: ${quote.content.map(({ text }) => text).join(' … ')}\n    source ${quote.source?.text ?? 'none'}, cue ${quote.cue?.text ?? 'none'}, speaker ${quote.speaker ?? 'null'} ${quote.speakerConfidence}`,
    ),
};
for (const part of PARTS)
  if (values.only === undefined || values.only === part)
    console.log(`# ${part} (${language})\n${sections[part]().join('\n')}\n`);
