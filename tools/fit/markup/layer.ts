/**
 * Fits the layer of markup on top of a model of the text that stays as it is: penalised likelihood of what is known of
 * the units, summed over all labellings that agree with it.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../../src/labels.ts';
import { marginals } from '../../../src/segments/crf/backward.ts';
import { runForward, type Potentials } from '../../../src/segments/crf/forward.ts';
import { LABEL_OF_KIND } from '../../../src/segments/kinds.ts';
import { addLabels, MARKUP_COLUMNS } from '../../../src/segments/markup/features.ts';
import { minimise } from '../lbfgs.ts';
import type { Allowed } from './align.ts';

const KINDS = LABELLED_KINDS.length;
const WIDTH = MARKUP_COLUMNS.length;

/** A page: features of unit `u` are `ids[at[u]]` to `ids[at[u + 1] - 1]`. */
export interface Lesson {
  readonly at: Int32Array;
  readonly ids: Int32Array;
  readonly gaps: Uint8Array;
  /** Scores of the text, of a model that has not seen the page. */
  readonly scores: Float32Array;
  readonly potentials: Potentials;
  readonly allowed: Allowed;
  readonly weight: number;
}

export interface LayerSettings {
  /** Precision of the prior of what a feature says for a label, and for a kind of it on top. */
  readonly labelPrecision: number;
  readonly kindPrecision: number;
  readonly iterations: number;
}

/**
 * Weights, feature by feature, in the columns of the table.
 * @param means of the prior, likewise
 */
export function fitLayer(
  lessons: readonly Lesson[],
  means: Float64Array,
  { labelPrecision, kindPrecision, iterations }: LayerSettings,
): Float64Array {
  const size = means.length / WIDTH;
  const precision = Float64Array.from({ length: size * WIDTH }, (_, i) =>
    i % WIDTH < LABELS.length ? labelPrecision : kindPrecision,
  );
  const objective = (x: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    for (let i = 0; i < x.length; i++) {
      const off = (x[i] as number) - (means[i] as number);
      gradient[i] = (precision[i] as number) * off;
      value += 0.5 * (gradient[i] as number) * off;
    }
    const byKind = new Float64Array(size * KINDS);
    const weights = addLabels(x);
    for (const lesson of lessons) value += loss(lesson, weights, byKind);
    byKind.forEach((pull, i) => {
      const row = Math.floor(i / KINDS) * WIDTH;
      bump(gradient, row + (LABEL_OF_KIND[i % KINDS] as number), pull);
      bump(gradient, row + LABELS.length + (i % KINDS), pull);
    });
    return value;
  };
  const curvature = precision.slice();
  for (const { ids, weight } of lessons)
    for (const id of ids)
      for (let c = 0; c < WIDTH; c++) bump(curvature, id * WIDTH + c, BEND * weight);
  return minimise(objective, means.slice(), {
    iterations,
    tolerance: 1e-4,
    curvature,
  });
}

/** Variance of a typical probability: what one occurrence of a feature adds to the curvature of its weights. */
const BEND = 0.03;
/** Log-potential of a kind that is said to be wrong. Stories are cut out with mistakes, so it is not beyond all doubt. */
const OUT = -4;

/** Adds a page's negative log-likelihood to the gradient by kind; answers it. */
function loss(lesson: Lesson, x: Float32Array, gradient: Float64Array): number {
  const { at, ids, gaps, potentials, allowed, weight } = lesson;
  const free = withLayer(lesson, x);
  const held = free.map((score, i) => (allowed[i] ? score : score + OUT));
  const freely = runForward(free, gaps, potentials);
  const heldTo = runForward(held, gaps, potentials);
  const told = marginals(freely, gaps, potentials);
  const known = marginals(heldTo, gaps, potentials);
  for (let u = 0; u < gaps.length; u++)
    for (let k = 0; k < KINDS; k++) {
      const pull = weight * ((told[u * KINDS + k] as number) - (known[u * KINDS + k] as number));
      if (Math.abs(pull) < NEGLIGIBLE) continue;
      for (let i = at[u] as number; i < (at[u + 1] as number); i++)
        bump(gradient, (ids[i] as number) * KINDS + k, pull);
    }
  return weight * (freely.logZ - heldTo.logZ);
}

const NEGLIGIBLE = 1e-6;

function withLayer({ at, ids, scores }: Lesson, x: Float32Array): Float32Array {
  const sum = scores.slice();
  for (let u = 0; u + 1 < at.length; u++)
    for (let i = at[u] as number; i < (at[u + 1] as number); i++)
      for (let k = 0; k < KINDS; k++)
        bump(sum, u * KINDS + k, x[(ids[i] as number) * KINDS + k] as number);
  return sum;
}

function bump(values: Float64Array | Float32Array, i: number, by: number): void {
  values[i] = (values[i] as number) + by;
}
