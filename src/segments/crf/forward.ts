/**
 * The forward pass over a linear chain of units. A state is a region of the page with a kind; in the loops, `t` is a unit, `r`
 * and `to` are regions, `k` and `j` kinds, and `s` is a state, numbered region by region.
 * Scores and transitions are log-potentials; sums run in probability space, scaled at every step, so nothing under- or overflows.
 * @module
 */
import { Alphas } from './alphas.ts';

/** Which steps between regions there are, apart from what they are worth. */
export interface RegionGrammar {
  readonly regions: number;
  /** Whether a region (row) may end with a kind (column). */
  readonly mayLeave: Uint8Array;
  /** Whether the step from a region (row) to another (column) ends the first. */
  readonly leaves: Uint8Array;
}

/** What the steps of a page are worth, as log-potentials. */
export interface Transitions extends RegionGrammar {
  readonly kinds: number;
  /** From a kind (row) to a kind (column), one square for each kind of gap. */
  readonly byGap: readonly Float64Array[];
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** From a region to a region with the kind that is entered (`regions` × `regions` × `kinds`); -Infinity where there is no such step. The first unit may be in any region that region 0 leads to. */
  readonly steps: Float64Array;
}

/** The same, exponentiated: factors, 0 where there is no such step. */
export interface Potentials extends Transitions {
  /** For each pair of regions (`regions` × `regions`) the kinds of the second that can be entered from the first. */
  readonly entered: readonly Uint8Array[];
}

export function exponentiate(transitions: Transitions): Potentials {
  const exp = (values: Float64Array): Float64Array => values.map(Math.exp);
  return {
    ...transitions,
    byGap: transitions.byGap.map(exp),
    start: exp(transitions.start),
    end: exp(transitions.end),
    steps: exp(transitions.steps),
    entered: enteredKinds(transitions),
  };
}

function enteredKinds({ steps, kinds, regions }: Transitions): readonly Uint8Array[] {
  const all = Array.from({ length: kinds }, (_, kind) => kind);
  return Array.from({ length: regions * regions }, (_, pair) =>
    Uint8Array.from(all.filter((kind) => (steps[pair * kinds + kind] as number) > -Infinity)),
  );
}

/** What the forward pass leaves, for the backward pass to go over. */
export interface Lattice {
  /** exp(score − the unit's largest score), unit by unit, `kinds` each. The same in all regions. */
  readonly state: Float32Array;
  /** Alpha of the states that are left, unit by unit, scaled to sum 1 at each before pruning. */
  readonly alphas: Alphas;
  /** Whether any state of a region is left, unit by unit: the others need no work. */
  readonly alive: Uint8Array;
  /** Log of the partition function, less what was pruned. */
  readonly logZ: number;
}

/**
 * States whose share of a unit's alpha is smaller are pruned: hardly ever would one have come back. Set by hand. A larger one
 * is faster, for most regions are then pruned at most units; but what is pruned wrongly has the probability 0 at once.
 */
const BEAM_THRESHOLD = 1e-5;

/**
 * Runs the forward pass. For a state of unit `t`, a region `q` with a kind `j`, and the states `r, k` of the unit before:
 *
 *     alpha[t][q, j] = state[t][j] · Σ r:  step[r→q][j] · Σ k:  alpha[t−1][r, k] · trans[k][j]
 *
 * where a step that ends region `r` sums only over kinds `k` that may be its last, and trans is that of the gap before unit `t`.
 * The inner sum does not depend on `q`: `forwardKinds` makes it once for each region, `forwardRegions` the outer one.
 * @param scores log-potentials, unit by unit, `kinds` each
 * @param gaps the gap before each unit; that of the first one is not used
 * @param beamThreshold share of a unit's alpha below which a state is pruned; 0 prunes none
 */
export function runForward(
  scores: Float32Array,
  gaps: Uint8Array,
  potentials: Potentials,
  beamThreshold = BEAM_THRESHOLD,
): Lattice {
  const { kinds, regions } = potentials;
  const states = kinds * regions;
  const n = gaps.length;
  const state = new Float32Array(n * kinds);
  const alphas = new Alphas(n, states);
  const alive = new Uint8Array(n * regions);
  const row = new Float64Array(states);
  const sums = newKindSums(potentials);
  let logZ = 0;
  for (let t = 0; t < n; t++) {
    logZ += stateRow(scores, state, t * kinds, kinds);
    if (t === 0) startFactors(potentials, row);
    else {
      forwardKinds({ alphas, alive }, t - 1, potentials, gaps[t] as number, sums);
      forwardRegions(sums, alive, t - 1, potentials, row);
    }
    logZ += Math.log(scaleAlpha(row, { state, alphas, alive }, t, potentials, beamThreshold));
  }
  return {
    state,
    alphas,
    alive,
    logZ: n === 0 ? 0 : logZ + Math.log(endMass(alphas, n - 1, potentials)),
  };
}

/** One forward step, half done: for each region of a unit and each kind `j` of the next one, the sum of alpha · trans[k][j]. */
export interface KindSums {
  /** Over all kinds `k` of the region. */
  readonly all: Float64Array;
  /** Over those that may be the region's last. */
  readonly leaving: Float64Array;
}

export function newKindSums({ kinds, regions }: Transitions): KindSums {
  return { all: new Float64Array(kinds * regions), leaving: new Float64Array(kinds * regions) };
}

/**
 * The sum over the kinds of unit `t`, overwriting `sums`.
 * @param gap the gap before unit `t + 1`
 */
export function forwardKinds(
  { alphas, alive }: Pick<Lattice, 'alphas' | 'alive'>,
  t: number,
  { kinds, regions, byGap, mayLeave }: Potentials,
  gap: number,
  sums: KindSums,
): void {
  const { all, leaving } = sums;
  const matrix = byGap[gap] as Float64Array;
  all.fill(0);
  leaving.fill(0);
  const { state, alpha } = alphas.blockOf(t);
  const to = alphas.to[t] as number;
  for (let i = alphas.from[t] as number; i < to; i++) {
    const s = state[i] as number;
    const k = s % kinds;
    addScaled(mayLeave[s] ? leaving : all, s - k, matrix, k * kinds, alpha[i] as number, kinds);
  }
  for (let r = 0; r < regions; r++) {
    if (!alive[t * regions + r]) continue;
    for (let s = r * kinds; s < (r + 1) * kinds; s++)
      all[s] = (all[s] as number) + (leaving[s] as number);
  }
}

function addScaled(
  into: Float64Array,
  at: number,
  values: Float64Array,
  from: number,
  by: number,
  count: number,
): void {
  for (let j = 0; j < count; j++)
    into[at + j] = (into[at + j] as number) + by * (values[from + j] as number);
}

/** The sum over the regions of unit `t`: alpha of the next unit, still without its state factors. */
function forwardRegions(
  { all, leaving }: KindSums,
  alive: Uint8Array,
  t: number,
  { kinds, regions, steps, leaves, entered }: Potentials,
  row: Float64Array,
): void {
  row.fill(0);
  for (let r = 0; r < regions; r++) {
    if (!alive[t * regions + r]) continue;
    for (let to = 0; to < regions; to++) {
      const pair = r * regions + to;
      addProducts(
        entered[pair] as Uint8Array,
        row,
        to * kinds,
        leaves[pair] ? leaving : all,
        r * kinds,
        steps,
        pair * kinds,
      );
    }
  }
}

/** Adds the products of two rows to a third, in some of their places. */
export function addProducts(
  places: Uint8Array,
  into: Float64Array,
  at: number,
  left: Float64Array,
  leftAt: number,
  right: Float64Array,
  rightAt: number,
): void {
  for (let i = 0; i < places.length; i++) {
    const j = places[i] as number;
    into[at + j] =
      (into[at + j] as number) + (left[leftAt + j] as number) * (right[rightAt + j] as number);
  }
}

/** Alpha of the first unit, still without its state factors. */
function startFactors({ kinds, regions, start, steps }: Potentials, row: Float64Array): void {
  for (let s = 0; s < kinds * regions; s++)
    row[s] = (steps[s] as number) > 0 ? (start[s % kinds] as number) : 0;
}

/** Beta of the last unit: next to nothing, where a region may not end with a kind. */
export function endBeta({ kinds, regions, end, mayLeave }: Potentials, row: Float64Array): void {
  for (let s = 0; s < kinds * regions; s++)
    row[s] = (end[s % kinds] as number) * (mayLeave[s] ? 1 : LAST_RESORT);
}

/** Not nothing: at the end of a long page, all states that may be the last can be pruned. */
const LAST_RESORT = 1e-12;

/** Z of the scaled lattice: Σ alpha · beta at the last unit. */
function endMass(alphas: Alphas, last: number, potentials: Potentials): number {
  const row = new Float64Array(potentials.kinds * potentials.regions);
  endBeta(potentials, row);
  const { state, alpha } = alphas.blockOf(last);
  let sum = 0;
  for (let i = alphas.from[last] as number; i < (alphas.to[last] as number); i++)
    sum += (row[state[i] as number] as number) * (alpha[i] as number);
  return Math.max(sum, Number.MIN_VALUE);
}

/** The state factors of one unit, exp(score − max), into `state` from `at` on; answers the maximum. */
function stateRow(scores: Float32Array, state: Float32Array, at: number, kinds: number): number {
  let max = -Infinity;
  for (let k = 0; k < kinds; k++) max = Math.max(max, scores[at + k] as number);
  for (let k = 0; k < kinds; k++)
    state[at + k] = Math.max(FLOOR, Math.exp((scores[at + k] as number) - max));
  return max;
}

/** No kind is out of the question by its score alone: or a page could have no path at all. */
const FLOOR = 1e-20;

/** Alpha of unit `t`: multiplies `row` with the state factors, scales it to sum 1, prunes; answers the sum. Changes `row`. */
function scaleAlpha(
  row: Float64Array,
  { state, alphas, alive }: Omit<Lattice, 'logZ'>,
  t: number,
  { kinds, regions }: Potentials,
  beamThreshold: number,
): number {
  let sum = 0;
  for (let r = 0; r < regions; r++)
    for (let k = 0, s = r * kinds; k < kinds; k++, s++)
      sum += row[s] = (row[s] as number) * (state[t * kinds + k] as number);
  const scale = 1 / sum;
  alphas.open(t);
  for (let r = 0, s = 0; r < regions; r++)
    for (let k = 0; k < kinds; k++, s++) {
      const share = (row[s] as number) * scale;
      if (share <= 0 || share < beamThreshold) continue;
      alphas.add(t, s, share);
      alive[t * regions + r] = 1;
    }
  return sum;
}
