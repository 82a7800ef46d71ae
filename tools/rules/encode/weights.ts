/**
 * Writes fitted weights as lists of coordinates; `src/rules/codec/weights.ts` has their layout.
 * @module
 */
import type { PackedWeights } from '../../../src/rules/codec/weights.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { namesOf, type Section } from '../../../src/rules/weights.ts';
import { packNumbers } from './numbers.ts';

/** The table without names. Rows of sections not given are dropped, and so are sections without rows. */
export function packWeights({ rows: named, ...table }: WeightTable, sections: readonly Section[]): PackedWeights {
  const filled = sections.filter((section) => namesOf(section).some((name) => named[name]));
  const row: number[] = [];
  const column: number[] = [];
  const weight: number[] = [];
  filled.flatMap(namesOf).forEach((name, number) => {
    const pairs = named[name];
    const cells = pairs?.length === 0 ? NO_WEIGHT : (pairs ?? []);
    for (let i = 0; i < cells.length; i += 2) {
      row.push(number);
      column.push(cells[i] as number);
      weight.push(cells[i + 1] as number);
    }
  });
  return {
    ...table,
    sections: filled.map(({ key, size }) => [key, size]),
    cells: { row: packNumbers(row), column: packNumbers(column), weight: packNumbers(weight) },
  };
}

/** The pair of a column and a weight that a row without weights gets. */
const NO_WEIGHT = [0, 0];
