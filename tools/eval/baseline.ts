/**
 * `node tools/eval/baseline.ts`: fails if a count in reports is worse than in a baseline.
 * @module
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { commandLine, misused } from '../command-line.ts';

const USAGE = `usage: node tools/eval/baseline.ts BASELINE REPORT… [--write]
  --write   makes the reports the baseline first
`;

/** Lists of mistakes in seed documents. */
export const MISTAKES = [
  ...(['segmentsWrong', 'quotesMissed', 'sourceWrong', 'speakerWrong'] as const),
  ...(['extraQuotes', 'scareQuotesTaken'] as const),
] as const;

/** What users see of wrong cases. A file of cases has some of these counts. */
const CASE_MISTAKES = ['storyLost', 'foreignInStory', 'wrongSpeaker', 'taken'] as const;

type Counts = Readonly<Record<string, number>>;

export interface Baseline {
  readonly contractViolations: number;
  /** Mistakes by seed document. */
  readonly documents: Readonly<Record<string, Counts>>;
  /** By file of cases: how many there are, how many are right, and the mistakes in the others. */
  readonly cases: Readonly<Record<string, Counts>>;
}

/** A report of `npm run eval -- … --json`, or one of the same form with a list of rows under `seeds:…`. */
export type Report = Readonly<Record<string, unknown>>;

type Row = Readonly<Record<string, unknown>>;

/** The counts of some reports. Throws if they have no seed documents. */
export function countsOf(...reports: readonly Report[]): Baseline {
  const documents: Record<string, Counts> = {};
  const cases: Record<string, Counts> = {};
  for (const [name, value] of reports.flatMap((report) => Object.entries(report))) {
    if (name.startsWith('seeds:'))
      for (const [key, row] of Object.entries(value as Readonly<Record<string, Row>>))
        documents[String(row['id'] ?? key)] = mistakesIn(row);
    if (name.startsWith('cases:')) cases[name.slice('cases:'.length)] = caseCounts(value as Row);
  }
  if (Object.keys(documents).length === 0) throw new Error('the reports have no seed documents');
  const contractViolations = reports
    .map((report) => Number(report['contractViolations'] ?? 0))
    .reduce((a, b) => a + b, 0);
  return { contractViolations, documents, cases };
}

function mistakesIn(row: Row): Counts {
  return Object.fromEntries(MISTAKES.map((mistake) => [mistake, lengthOf(row[mistake])]));
}

function lengthOf(list: unknown): number {
  if (!Array.isArray(list)) throw new Error('a list of mistakes is missing in the report');
  return list.length;
}

function caseCounts(row: Row): Counts {
  const names = ['cases', 'casesRight', ...CASE_MISTAKES].filter((name) => name in row);
  return Object.fromEntries(names.map((name) => [name, Number(row[name])]));
}

export interface Comparison {
  readonly worse: readonly string[];
  readonly better: readonly string[];
  /** What could not be compared, because the evaluation data are missing or others. */
  readonly skipped: readonly string[];
}

/** What is worse and what is better than before. A seed document that is missing is worse. */
export function compare(before: Baseline, now: Baseline): Comparison {
  const worse: string[] = [];
  const better: string[] = [];
  const judge = (what: string, was: number, is: number): void => {
    if (is > was) worse.push(`${what}: ${is}, was ${was}`);
    else if (is < was) better.push(`${what}: ${is}, was ${was}`);
  };
  judge('contract violations', before.contractViolations, now.contractViolations);
  for (const [id, counts] of Object.entries(before.documents)) {
    const today = now.documents[id];
    if (!today) worse.push(`${id} is missing`);
    else
      for (const [mistake, was] of Object.entries(counts))
        judge(`${id} ${mistake}`, was, today[mistake] ?? Infinity);
  }
  const skipped: string[] = [];
  for (const [file, was] of Object.entries(before.cases)) {
    const is = now.cases[file];
    if (!is || is['cases'] !== was['cases']) {
      const count = is ? `has ${is['cases']} cases, the baseline ${was['cases']}` : 'is missing';
      skipped.push(`${file} ${count}`);
      continue;
    }
    for (const [name, count] of Object.entries(was))
      if (name === 'casesRight') judge(`${file} cases wrong`, wrongIn(was), wrongIn(is));
      else if (name !== 'cases') judge(`${file} ${name}`, count, is[name] ?? Infinity);
  }
  return { worse, better, skipped };
}

function wrongIn({ cases = 0, casesRight = 0 }: Counts): number {
  return cases - casesRight;
}

function main(): void {
  const { values, positionals } = commandLine(USAGE, {
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [baselinePath, ...reportPaths] = positionals;
  if (!baselinePath || reportPaths.length === 0) misused(USAGE, 'give a baseline and reports');
  const now = countsOf(...reportPaths.map((path) => readJson<Report>(path)));
  if (values.write) writeBaseline(baselinePath, now);
  const { worse, better, skipped } = compare(readBaseline(baselinePath), now);
  for (const line of better) console.log(`better: ${line} (worth a new baseline)`);
  for (const line of skipped) console.log(`NOT compared: ${line}`);
  for (const line of worse) console.error(`worse: ${line}`);
  if (worse.length > 0) process.exitCode = 1;
  else console.log('nothing is worse than the baseline');
}

/** Files of cases that were not measured this time keep their counts. */
function writeBaseline(path: string, now: Baseline): void {
  const cases = existsSync(path) ? readBaseline(path).cases : {};
  const baseline = { ...now, cases: { ...cases, ...now.cases } };
  writeFileSync(path, `${JSON.stringify(baseline, null, 2)}\n`);
}

function readBaseline(path: string): Baseline {
  return { cases: {}, ...readJson<Omit<Baseline, 'cases'> & Partial<Baseline>>(path) };
}

function readJson<Value>(path: string): Value {
  return JSON.parse(readFileSync(path, 'utf8')) as Value;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
