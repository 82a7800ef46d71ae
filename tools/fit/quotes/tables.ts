/**
 * The weights of the quote models as the tables that are committed: differences from where fitting started, in hundredths.
 * @module
 */
import { writeFileSync } from 'node:fs';
import type { FeatureSpace } from '../../../src/quotes/model/features.ts';
import type { QuoteModel } from '../../../src/quotes/quote.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { coarse } from '../segments/table.ts';

export type Tables = Readonly<Record<string, WeightTable>>;

/** The end of the names of a language's tables; empty for the common ones. */
export function suffixOf(language: string): string {
  return language === '' ? '' : `-${language}`;
}

/** The tables of a model whose fitting started from `prior`. */
export function tables(
  { space, frames, loose, runs }: QuoteModel,
  prior: QuoteModel,
  language: string,
): Tables {
  const suffix = suffixOf(language);
  return {
    [`quotes-frames${suffix}`]: table(space, frames, prior.frames),
    [`quotes-loose${suffix}`]: table(space, loose, prior.loose),
    [`quotes-runs${suffix}`]: table(space, runs, prior.runs),
  };
}

/** Smaller weights cost bytes and change next to nothing, so they are left out. */
const LEAST_HUNDREDTHS = 8;

/** Weights in hundredths, as differences from `prior`. */
function table(space: FeatureSpace, weights: Float64Array, prior: Float64Array): WeightTable {
  const rows: Record<string, readonly number[]> = {};
  weights.forEach((weight, feature) => {
    const hundredths = coarse(weight - (prior[feature] as number));
    if (Math.abs(hundredths) >= LEAST_HUNDREDTHS) rows[space.name(feature)] = [0, hundredths];
  });
  return { columns: ['weight'], rows };
}

/** Writes each table to a file of its name in `rules/weights`. */
export function writeWeights(written: Tables): void {
  for (const [name, content] of Object.entries(written)) {
    const path = `rules/weights/${name}.json`;
    writeFileSync(path, `${JSON.stringify(content)}\n`);
    console.log(`${Object.keys(content.rows).length} weights -> ${path}`);
  }
}
