/**
 * Fitted weights as the tables in `rules/weights/`.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { TABLES } from '../../../src/quotes/model/model.ts';
import type { FittedModel, QuoteModel } from '../../../src/quotes/quote.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { coarse } from '../segments/table.ts';

/** The language that weights are fitted for; '' for the common ones. */
type Options = Readonly<Record<'language', string>>;

/** What the names of a language's tables end in. */
export const suffixOf = ({ language }: Options): string => (language === '' ? '' : `-${language}`);

/** What the bundle holds of a model: how far its weights are from where they started. */
export function tables(
  fitted: QuoteModel,
  prior: QuoteModel,
  options: Options,
): Record<string, WeightTable> {
  const models = ['candidates', 'uncued', 'mood'] as const;
  return Object.fromEntries(
    models.map((model) => [
      `${TABLES[model]}${suffixOf(options)}`,
      table(fitted[model], prior[model]),
    ]),
  );
}

/** Smaller weights cost bytes and change next to nothing. */
const LEAST_HUNDREDTHS = 8;

/** Weights in hundredths, as differences from `prior`. */
function table({ space, weights }: FittedModel, prior: FittedModel): WeightTable {
  const rows: Record<string, readonly number[]> = {};
  weights.forEach((weight, feature) => {
    const hundredths = coarse(weight - (prior.weights[feature] as number));
    if (Math.abs(hundredths) >= LEAST_HUNDREDTHS) rows[space.nameOf(feature)] = [0, hundredths];
  });
  return { columns: ['weight'], rows };
}

export function writeWeights(written: Record<string, WeightTable>): void {
  for (const [name, content] of Object.entries(written)) {
    const path = `rules/weights/${name}.json`;
    writeFileSync(path, `${JSON.stringify(content)}\n`);
    console.log(`${Object.keys(content.rows).length} weights -> ${path}`);
  }
}
