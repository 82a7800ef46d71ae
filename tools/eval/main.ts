/**
 * `npm run eval`: measures answers against labelled documents.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { fromPredictions, fromProgram, readPredictions, type Answerer } from './answers.ts';
import { isKind, KINDS, score, type Kind } from './kinds.ts';
import { figureText } from './print.ts';
import { measureCorpora, RESULTS } from './results.ts';
import { rounded } from './statistics.ts';
import { DOCUMENT, updateTable } from './table.ts';

const USAGE = `usage:
  npm run eval -- KIND FILE… [KIND FILE…]…      measure files of labelled documents; KIND is one of
                                                ${KINDS.join(', ')}
    --predictions FILE                          judge these answers (JSON Lines with ids) instead of the program's;
                                                may be given several times
    --limit N                                   only the first N documents of each file
    --errors N                                  name the first N mistakes
    --worst N                                   name the N worst documents (10)
    --json FILE                                 write the figures
  npm run eval -- table                         write the table in ${DOCUMENT} from ${RESULTS}
  npm run eval -- table FOLDER                  measure all corpora of a folder first
    --predictions FOLDER                        answers that do not come from weights fitted on the same documents, in
                                                files of the corpora's names
    --results FILE                              another file of results
`;

const MOST_FAILURES = 12;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    predictions: { type: 'string', multiple: true, default: [] },
    limit: { type: 'string' },
    errors: { type: 'string', default: '0' },
    worst: { type: 'string', default: '10' },
    json: { type: 'string' },
    results: { type: 'string', default: RESULTS },
  },
});

function measure(): void {
  const answerer =
    values.predictions.length > 0
      ? fromPredictions(readPredictions(values.predictions))
      : fromProgram();
  const report: Record<string, unknown> = {};
  for (const { kind, path } of jobsOf(positionals)) {
    const scored = score(kind, path, answerer, values.limit ? Number(values.limit) : Infinity);
    const name = `${kind}:${basename(path)}`;
    report[name] = rounded(scored.figures);
    console.log(`${name}\n${figureText(report[name])}\n`);
    console.log(scored.details(Number(values.worst)).join('\n'));
    for (const mistake of scored.mistakes.slice(0, Number(values.errors)))
      console.log(`  ${mistake}`);
  }
  reportFailures(answerer);
  report['contractViolations'] = answerer.failures.length;
  if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 1)}\n`);
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
  console.log(`${failures.length} answers broke what is promised of every answer, or are missing:`);
  for (const failure of failures.slice(0, MOST_FAILURES)) console.log(`  ${failure}`);
  process.exitCode = 1;
}

function table([folder]: readonly string[]): void {
  if (folder !== undefined) measureCorpora(folder, values.predictions[0], values.results);
  console.log(`${updateTable(values.results)} rows of figures -> ${DOCUMENT}`);
}

const [command, ...rest] = positionals;
if (command === 'table') table(rest);
else if (command !== undefined) measure();
else {
  console.error(USAGE);
  process.exitCode = 1;
}
