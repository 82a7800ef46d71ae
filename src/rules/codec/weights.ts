/**
 * How fitted weights lie in memory: as a list of coordinates, since most features have a weight for a few columns only.
 * With weights of "red" (150 hundredths for column 0, -25 for column 2), of "blue" (none) and of "small" (-1234 for 1):
 *
 *     sections  [["red to blue: 3", 3], ["small to large: 2", 2]]     key and number of rows of each section
 *     row       0   0   2 3                                           rows are numbered over all sections, and rise
 *     column    0   2   0 1
 *     weight    150 -25 0 -1234                                       in hundredths
 *
 * A row that the table has, but without weights, is there with a weight of 0.
 *
 * `tools/rules/encode/weights.ts` writes it.
 * @module
 */
import { openNumbers, type Numbers } from './numbers.ts';

/** The coordinates and values of all weights. */
export interface WeightCells {
  readonly row: Numbers;
  readonly column: Numbers;
  readonly weight: Numbers;
}

/** A table without names; see `WeightTable`. */
export interface PackedWeights {
  /** Names, by number of the column. */
  readonly columns: readonly string[];
  readonly languages?: readonly string[];
  readonly sections: readonly (readonly [key: string, rows: number])[];
  /** Texts of lists of numbers. */
  readonly cells: Readonly<Record<keyof WeightCells, string>>;
}

export function openCells({ row, column, weight }: PackedWeights['cells']): WeightCells {
  return { row: openNumbers(row), column: openNumbers(column), weight: openNumbers(weight) };
}
