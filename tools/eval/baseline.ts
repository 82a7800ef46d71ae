/**
 * `node tools/eval/baseline.ts REPORT BASELINE [--write]`: fails where a count of mistakes in a report is worse than in the
 * baseline; `--write` makes the report the baseline.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What may not get worse, by document. */
export const MISTAKES = [
  ...(['segmentsWrong', 'quotesMissed', 'sourceWrong', 'speakerWrong'] as const),
  ...(['extraQuotes', 'scareQuotesTaken'] as const),
] as const;

export interface Baseline {
  readonly contractViolations: number;
  readonly documents: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A report of the referee or of `npm run eval -- seeds … --json`: rows by document under a name that starts with "seeds:". */
export type Report = Readonly<Record<string, unknown>>;

type Row = Readonly<Record<string, unknown>>;

/** Counts the mistakes of a report. Throws where it has no documents. */
export function countsOf(report: Report): Baseline {
  const documents: Record<string, Record<string, number>> = {};
  for (const [name, value] of Object.entries(report)) {
    if (!name.startsWith('seeds:')) continue;
    for (const [key, row] of Object.entries(value as Readonly<Record<string, Row>>))
      documents[String(row['id'] ?? key)] = Object.fromEntries(
        MISTAKES.map((mistake) => [mistake, lengthOf(row[mistake])]),
      );
  }
  if (Object.keys(documents).length === 0) throw new Error('the report has no seed documents');
  return { contractViolations: Number(report['contractViolations'] ?? 0), documents };
}

function lengthOf(list: unknown): number {
  if (!Array.isArray(list)) throw new Error('a list of mistakes is missing in the report');
  return list.length;
}

export interface Comparison {
  readonly worse: readonly string[];
  readonly better: readonly string[];
}

/** What is worse and better than before. A document that is missing is worse. */
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
  return { worse, better };
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false } },
  });
  const [reportPath, baselinePath] = positionals;
  if (!reportPath || !baselinePath) throw new Error('give a report and a baseline');
  const now = countsOf(JSON.parse(readFileSync(reportPath, 'utf8')) as Report);
  if (values.write) writeFileSync(baselinePath, `${JSON.stringify(now, null, 2)}\n`);
  const before = JSON.parse(readFileSync(baselinePath, 'utf8')) as Baseline;
  const { worse, better } = compare(before, now);
  for (const line of better) console.log(`better: ${line} (worth a new baseline)`);
  for (const line of worse) console.error(`worse: ${line}`);
  if (worse.length > 0) process.exitCode = 1;
  else console.log('nothing is worse than the baseline');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
