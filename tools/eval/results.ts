/**
 * The file of results that the table of quality is written from.
 * @module
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINE_VERSION } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { fromPredictions, fromProgram, readPredictions } from './answers.ts';
import { score } from './kinds.ts';
import { ROWS } from './rows.ts';
import { rounded, type Figures } from './statistics.ts';

export const RESULTS = 'tools/eval/results.json';

export interface Results {
  readonly engine: string;
  readonly rulesVersion: string;
  /** By name of the file. */
  readonly corpora: Readonly<Record<string, CorpusResult>>;
}

export interface CorpusResult {
  /** Whether each document was answered by weights that have not seen it. */
  readonly isCrossValidated: boolean;
  readonly figures: Figures;
  /** The middle 95 percent, by path of the figure. */
  readonly intervals: Readonly<Record<string, readonly [number, number]>>;
}

export function readResults(path: string): Results {
  return JSON.parse(readFileSync(path, 'utf8')) as Results;
}

/**
 * Measures every corpus of a folder that the table has rows for, and writes the results.
 * @param predictions a folder with answers in files of the same names; a corpus without one is answered by the program
 */
export async function measureCorpora(
  folder: string,
  predictions: string | undefined,
  out: string,
): Promise<void> {
  const names = readdirSync(folder).filter((name) => ROWS.some(({ corpus }) => corpus === name));
  const corpora: Record<string, CorpusResult> = {};
  for (const name of names) corpora[name] = await measureCorpus(folder, predictions, name);
  const results: Results = { engine: ENGINE_VERSION, rulesVersion: rules.version, corpora };
  writeFileSync(out, `${JSON.stringify(results, null, 2)}\n`);
}

async function measureCorpus(
  folder: string,
  predictions: string | undefined,
  name: string,
): Promise<CorpusResult> {
  const told = predictions === undefined ? '' : join(predictions, name);
  const isCrossValidated = told !== '' && existsSync(told);
  const answerer = isCrossValidated ? fromPredictions(readPredictions([told])) : fromProgram();
  const rows = ROWS.filter(({ corpus }) => corpus === name);
  const [{ kind } = { kind: 'segments' as const }] = rows;
  const scored = await score(kind, join(folder, name), answerer);
  if (answerer.failures.length > 0) throw new Error(`${name}: ${answerer.failures[0]}`);
  console.log(`${name}: ${isCrossValidated ? 'cross-validated answers' : 'the program itself'}`);
  const intervals = rows.map(({ figure }) => [figure, scored.interval(figure)] as const);
  return {
    isCrossValidated,
    figures: rounded(scored.figures),
    intervals: rounded(Object.fromEntries(intervals)),
  };
}
