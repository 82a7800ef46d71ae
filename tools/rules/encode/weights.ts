/**
 * Writes fitted weights as rows; `src/rules/codec/weights.ts` has their layout.
 * @module
 */
import { ABSENT, type PackedWeights } from '../../../src/rules/codec/weights.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { namesOf, type Section } from '../../../src/rules/weights.ts';
import { packNumbers } from './numbers.ts';

/** The table without names. Rows of sections not given are dropped, and so are sections without rows. */
export function packWeights({ rows: named, ...table }: WeightTable, sections: readonly Section[]): PackedWeights {
  const filled = sections.filter((section) => namesOf(section).some((name) => named[name]));
  const counts: number[] = [];
  const columns: number[] = [];
  const weights: number[] = [];
  for (const name of filled.flatMap(namesOf)) {
    const pairs = named[name];
    counts.push(pairs ? 1 + pairs.length / 2 : ABSENT);
    pairs?.forEach((number, i) => (i % 2 === 0 ? columns : weights).push(number));
  }
  return {
    ...table,
    sections: filled.map(({ key, size }) => [key, size]),
    rows: { counts: packNumbers(counts), columns: packNumbers(columns), weights: packNumbers(weights) },
  };
}
