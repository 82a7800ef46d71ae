/**
 * How fitted weights lie in memory: compressed sparse rows, since most features have a weight for a few columns only.
 *
 *     sections  [["red to blue: 3", 3], ["small to small: 1", 1]]  key and number of rows of each section; the rows of all follow one another
 *     counts    3     0  1     2          by row: how many weights it has, plus one; 0 where the table has no such row
 *     columns   0   2          1          by weight: number of its column, rising within a row
 *     weights   150 -25        -1234      by weight: its value in hundredths
 *
 * `tools/rules/encode/weights.ts` writes it.
 * @module
 */
import { openNumbers, type Numbers } from './numbers.ts';

/** The rows above. */
export interface WeightRows {
  readonly counts: Numbers;
  readonly columns: Numbers;
  readonly weights: Numbers;
}

/** A table without names; see `WeightTable`. */
export interface PackedWeights {
  /** Names, by number of the column. */
  readonly columns: readonly string[];
  readonly languages?: readonly string[];
  readonly sections: readonly (readonly [key: string, rows: number])[];
  /** Texts of lists of numbers. */
  readonly rows: Readonly<Record<keyof WeightRows, string>>;
}

/** The count of a row that the table does not have. */
export const ABSENT = 0;

export function openRows({ rows: { counts, columns, weights } }: PackedWeights): WeightRows {
  return { counts: openNumbers(counts), columns: openNumbers(columns), weights: openNumbers(weights) };
}
