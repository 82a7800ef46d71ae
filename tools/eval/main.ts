/**
 * `npm run eval`: measures answers against labelled documents.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { commandLine, misused } from '../command-line.ts';
import {
  fromPredictions,
  fromProgram,
  fromService,
  readPredictions,
  type Answerer,
} from './answers.ts';
import { REFERENCE, scoreDumps } from './dumps.ts';
import { isKind, KINDS, score, type Kind, type Scored, type ScoreOptions } from './kinds.ts';
import { columns, figureText, one } from './print.ts';
import { measureCorpora, RESULTS } from './results.ts';
import { HALVES, isHalf, type Half } from './split.ts';
import { rounded } from './statistics.ts';
import { DOCUMENT, updateTable } from './table.ts';

const USAGE = `usage:
  npm run eval -- KIND FILE… [KIND FILE…]…      measure files of labelled documents; KIND is one of
                                                ${KINDS.join(', ')}
    --predictions FILE                          judge these answers (JSON Lines with ids) instead of the program's;
                                                may be given several times
    --url URL                                   judge the answers of a service that runs there
    --key KEY                                   the API key it asks for
    --by FIELD                                  figures for each value of a field, such as language, too
    --split ${HALVES.join('|')}                    only this half of the documents (see docs/measuring.md)
    --labels FILE                               labels that stand apart from the texts, as tools/fit/labels.jsonl
    --limit N                                   only the first N documents of each file
    --errors N                                  print the first N mistakes; those of the checking half never are
    --worst N                                   name the N worst documents (10)
    --json FILE                                 write the figures
  npm run eval -- dumps FOLDER                  the same pages as printed by different tools, a file for each tool
    --reference TOOL                            whose text the others are compared with (${REFERENCE})
  npm run eval -- table                         write the table in ${DOCUMENT} from ${RESULTS}
  npm run eval -- table FOLDER                  measure all corpora of a folder first
    --predictions FOLDER                        answers that do not come from weights fitted on the same documents, in
                                                files of the corpora's names
    --results FILE                              another file of results
`;

const MOST_FAILURES = 12;

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    predictions: { type: 'string', multiple: true, default: [] },
    url: { type: 'string' },
    key: { type: 'string' },
    by: { type: 'string' },
    split: { type: 'string' },
    limit: { type: 'string' },
    labels: { type: 'string' },
    errors: { type: 'string', default: '0' },
    worst: { type: 'string', default: '10' },
    json: { type: 'string' },
    results: { type: 'string', default: RESULTS },
    reference: { type: 'string', default: REFERENCE },
  },
});

async function measure(words: readonly string[]): Promise<void> {
  const jobs = jobsOf(words);
  const options = scoreOptions();
  const errors = countOf('errors', values.errors);
  const worst = countOf('worst', values.worst);
  if (options.half === 'checking' && errors > 0)
    throw new Error('the checking half is scored without being read: no --errors for it');
  const answerer = answererOf();
  const report: Record<string, unknown> = {};
  for (const { kind, path } of jobs) {
    const scored = await score(kind, path, answerer, options);
    const name = `${kind}:${basename(path)}`;
    report[name] = printFigures(name, scored);
    if (values.by !== undefined)
      for (const [value, group] of scored.by(values.by))
        report[`${name}#${value}`] = printFigures(`${name} ${values.by} ${value}`, group);
    for (const line of scored.details(worst)) console.log(line);
    printMistakes(scored, errors);
  }
  reportFailures(answerer);
  report['contractViolations'] = answerer.failures.length;
  writeReport(report);
}

function scoreOptions(): ScoreOptions {
  const { limit, labels } = values;
  const half = halfAsked();
  return {
    ...(half === undefined ? {} : { half }),
    ...(limit === undefined ? {} : { limit: countOf('limit', limit) }),
    ...(labels === undefined ? {} : { labels }),
  };
}

function halfAsked(): Half | undefined {
  const { split } = values;
  if (split === undefined || isHalf(split)) return split;
  throw new Error(`--split is ${HALVES.join(' or ')}, not "${split}"`);
}

function countOf(option: string, value: string): number {
  if (!/^\d+$/.test(value)) throw new Error(`--${option} wants a number, not "${value}"`);
  return Number(value);
}

function answererOf(): Answerer {
  const { predictions, url, key } = values;
  if (url === undefined)
    return predictions.length > 0 ? fromPredictions(readPredictions(predictions)) : fromProgram();
  if (predictions.length > 0) throw new Error('give --url or --predictions, not both');
  if (!URL.canParse(url)) throw new Error(`--url wants an address, not "${url}"`);
  return fromService(url, key);
}

function printFigures(title: string, { figures }: Scored): unknown {
  const figure = rounded(figures);
  console.log(`${title}\n${figureText(figure)}\n`);
  return figure;
}

function printMistakes({ mistakes, hidden }: Scored, most: number): void {
  for (const mistake of mistakes.slice(0, most)) console.log(`  ${mistake}`);
  if (most > 0 && hidden > 0)
    console.log(`  ${hidden} mistakes in the checking half are not printed`);
}

interface Job {
  readonly kind: Kind;
  readonly path: string;
}

/** A file is of the kind named last before it. */
function jobsOf(words: readonly string[]): readonly Job[] {
  let kind: Kind | undefined;
  const jobs: Job[] = [];
  for (const word of words) {
    if (isKind(word)) kind = word;
    else if (kind) jobs.push({ kind, path: word });
    else throw new Error(`unknown kind "${word}": one of ${KINDS.join(', ')}`);
  }
  return jobs;
}

function reportFailures({ failures }: Answerer): void {
  if (failures.length === 0) return;
  console.log(`${failures.length} answers are missing or break what every answer promises:`);
  for (const failure of failures.slice(0, MOST_FAILURES)) console.log(`  ${failure}`);
  process.exitCode = 1;
}

async function dumps([folder]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('which folder has the dumps?');
  const errors = countOf('errors', values.errors);
  const answerer = answererOf();
  const { figures, mistakes } = await scoreDumps(folder, answerer, values.reference, halfAsked());
  const rows = Object.entries(figures).map(([tool, figure]) => [
    tool,
    ...Object.values(figure).map((value, i) => (i === 0 ? String(value) : one(value))),
  ]);
  const head = ['tool', 'pages', 'body F1', 'quotes found %', 'same speaker %', 'per hundred'];
  for (const line of columns([head, ...rows])) console.log(line);
  for (const mistake of mistakes.slice(0, errors)) console.log(`  ${mistake}`);
  reportFailures(answerer);
  writeReport({ ...rounded(figures), contractViolations: answerer.failures.length });
}

function writeReport(report: Readonly<Record<string, unknown>>): void {
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
}

async function table([folder]: readonly string[]): Promise<void> {
  if (folder !== undefined) await measureCorpora(folder, values.predictions[0], values.results);
  console.log(`${updateTable(values.results)} rows of figures -> ${DOCUMENT}`);
}

/** What to do with the words of the command line; a kind of documents is not among them. */
const COMMANDS: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  table,
  dumps,
};

const [first, ...rest] = positionals;
if (first === undefined) misused(USAGE);
try {
  const command = COMMANDS[first];
  await (command ? command(rest) : measure(positionals));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
