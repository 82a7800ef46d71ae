/**
 * Rows of weights of which most are 0, kept without the zeros: a feature speaks for or against a few kinds only.
 * @module
 */
import type { FeatureList } from '../features/space.ts';

/** The weights of feature `f`: `value[i]` for the kind `column[i]`, for `i` from `at[f]` to `at[f + 1] - 1`. */
export interface SparseRows {
  readonly at: Int32Array;
  readonly column: Uint8Array;
  readonly value: Float32Array;
}

/** @param dense row by row, `width` columns each */
export function sparseRows(dense: Float32Array, width: number): SparseRows {
  let filled = 0;
  for (let i = 0; i < dense.length; i++) if (dense[i] !== 0) filled++;
  const at = new Int32Array(dense.length / width + 1);
  const column = new Uint8Array(filled);
  const value = new Float32Array(filled);
  let end = 0;
  for (let row = 0; row < at.length - 1; row++) {
    for (let k = 0; k < width; k++) {
      const weight = dense[row * width + k] as number;
      if (weight === 0) continue;
      column[end] = k;
      value[end++] = weight;
    }
    at[row + 1] = end;
  }
  return { at, column, value };
}

/** The weight of a feature for a kind. */
export function weightOf({ at, column, value }: SparseRows, feature: number, kind: number): number {
  for (let i = at[feature] as number; i < (at[feature + 1] as number); i++)
    if (column[i] === kind) return value[i] as number;
  return 0;
}

/** Adds the rows of all features in `list` to the scores from `to` on. */
export function addRows(
  scores: Float32Array,
  to: number,
  { ids, count }: FeatureList,
  { at, column, value }: SparseRows,
): void {
  for (let f = 0; f < count; f++) {
    const id = ids[f] as number;
    const end = at[id + 1] as number;
    for (let i = at[id] as number; i < end; i++) {
      const k = to + (column[i] as number);
      scores[k] = (scores[k] as number) + (value[i] as number);
    }
  }
}
