/**
 * How likely a chain makes the gold of a document, and the gradient of that.
 * @module
 */
import { LABELLED_KINDS } from '../../../src/labels.ts';
import { marginals, type RegionSums } from '../../../src/segments/crf/backward.ts';
import {
  forwardKinds,
  newKindSums,
  runForward,
  type Lattice,
  type Potentials,
  type Transitions,
} from '../../../src/segments/crf/forward.ts';
import { GRAMMAR, REGIONS } from '../../../src/segments/crf/regions.ts';
import { legal } from '../../../src/segments/model/model.ts';
import { GAPS } from '../../../src/segments/units/units.ts';

export const KINDS = LABELLED_KINDS.length;
export const SQUARE = KINDS * KINDS;
/** Weights of steps between regions. */
export const STEPS = REGIONS.length * REGIONS.length * KINDS;

/** A document to fit to: features of unit `u` are `ids[at[u]]` to `ids[at[u + 1] - 1]`; it counts `weight` times. */
export interface Chain {
  readonly at: Int32Array;
  readonly ids: Int32Array;
  readonly gold: Uint8Array;
  /** Region of each unit. */
  readonly regions: Uint8Array;
  readonly gaps: Uint8Array;
  readonly weight: number;
}

/** Where a model's parameters lie in one vector: features in use, then transitions, start, end, steps between regions. */
export interface Parameters {
  /** Slot of each feature, or -1. */
  readonly slot: Int32Array;
  readonly features: number;
  readonly size: number;
}

/** Adds a document's negative log-likelihood to the gradient; answers it. */
export function likelihood(
  example: Chain,
  weight: number,
  x: Float64Array,
  potentials: Potentials,
  gradient: Float64Array,
  parameters: Parameters,
): number {
  const { gold, gaps } = example;
  const n = gold.length;
  if (n === 0) return 0;
  const transitions = transitionsIn(x, parameters);
  const scores = scoresOf(example, x, parameters);
  const lattice = runForward(scores, gaps, potentials);
  const expected = new Expectations(example, lattice, potentials, weight, gradient, parameters);
  const kinds = marginals(lattice, gaps, potentials, (u, sums) => expected.add(u, sums));
  addFeatureGradient(example, kinds, weight, gradient, parameters);
  expected.addEnds(kinds);
  let own = takeGold(example, transitions, weight, gradient, parameters);
  for (let u = 0; u < n; u++) own += scores[u * KINDS + (gold[u] as number)] as number;
  return weight * (lattice.logZ - own);
}

export function transitionsIn(x: Float64Array, { features }: Parameters): Transitions {
  const at = features * KINDS;
  const after = at + GAPS.length * SQUARE;
  return {
    kinds: KINDS,
    byGap: GAPS.map((_, g) => x.subarray(at + g * SQUARE, at + (g + 1) * SQUARE)),
    start: x.subarray(after, after + KINDS),
    end: x.subarray(after + KINDS, after + 2 * KINDS),
    steps: legal(x.subarray(after + 2 * KINDS, after + 2 * KINDS + STEPS)),
    ...GRAMMAR,
  };
}

function scoresOf({ at, ids, gold }: Chain, x: Float64Array, { slot }: Parameters): Float32Array {
  const scores = new Float32Array(gold.length * KINDS);
  const row = new Float64Array(KINDS);
  for (let u = 0; u < gold.length; u++) {
    row.fill(0);
    for (let i = at[u] as number; i < (at[u + 1] as number); i++) {
      const s = slot[ids[i] as number] as number;
      if (s < 0) continue;
      const from = s * KINDS;
      for (let k = 0; k < KINDS; k++) row[k] = (row[k] as number) + (x[from + k] as number);
    }
    scores.set(row, u * KINDS);
  }
  return scores;
}

function addFeatureGradient(
  { at, ids, gold }: Chain,
  kinds: Float32Array,
  weight: number,
  gradient: Float64Array,
  { slot }: Parameters,
): void {
  const row = new Float64Array(KINDS);
  const kept = new Uint8Array(KINDS);
  for (let u = 0; u < gold.length; u++) {
    for (let k = 0; k < KINDS; k++) row[k] = weight * (kinds[u * KINDS + k] as number);
    row[gold[u] as number] = (row[gold[u] as number] as number) - weight;
    let active = 0;
    for (let k = 0; k < KINDS; k++) if (Math.abs(row[k] as number) > NEGLIGIBLE) kept[active++] = k;
    for (let i = at[u] as number; i < (at[u + 1] as number); i++) {
      const s = slot[ids[i] as number] as number;
      if (s < 0) continue;
      const from = s * KINDS;
      for (let a = 0; a < active; a++) {
        const k = kept[a] as number;
        gradient[from + k] = (gradient[from + k] as number) + (row[k] as number);
      }
    }
  }
}

/** Probabilities below this are left out of the gradient: most kinds are out of the question at most units. */
const NEGLIGIBLE = 1e-6;

/** Adds expected transitions of one document to the gradient. */
class Expectations {
  readonly #chain: Chain;
  readonly #lattice: Lattice;
  readonly #potentials: Potentials;
  readonly #weight: number;
  readonly #gradient: Float64Array;
  readonly #base: number;
  readonly #kindSums: ReturnType<typeof newKindSums>;
  readonly #pairs = new Float64Array(KINDS);

  constructor(
    chain: Chain,
    lattice: Lattice,
    potentials: Potentials,
    weight: number,
    gradient: Float64Array,
    { features }: Parameters,
  ) {
    this.#chain = chain;
    this.#lattice = lattice;
    this.#potentials = potentials;
    this.#weight = weight;
    this.#gradient = gradient;
    this.#base = features * KINDS;
    this.#kindSums = newKindSums(potentials);
  }

  /** The steps into unit `u`. */
  add(u: number, sums: RegionSums): void {
    const total = this.#addRegions(u, sums);
    this.#addKinds(u, sums, this.#weight / total);
  }

  /** Steps between regions; answers the mass of all steps. */
  #addRegions(u: number, { next }: RegionSums): number {
    const { regions, steps, leaves } = this.#potentials;
    forwardKinds(
      this.#lattice,
      u - 1,
      this.#potentials,
      this.#chain.gaps[u] as number,
      this.#kindSums,
    );
    const mass = new Float64Array(STEPS);
    let total = 0;
    for (let pair = 0; pair < regions * regions; pair++) {
      const from = leaves[pair] ? this.#kindSums.leaving : this.#kindSums.all;
      const r = Math.floor(pair / regions);
      for (let j = 0; j < KINDS; j++) {
        const value =
          (from[r * KINDS + j] as number) *
          (steps[pair * KINDS + j] as number) *
          (next[(pair % regions) * KINDS + j] as number);
        mass[pair * KINDS + j] = value;
        total += value;
      }
    }
    const at = this.#base + GAPS.length * SQUARE + 2 * KINDS;
    const scale = this.#weight / total;
    mass.forEach((value, i) => value > 0 && bump(this.#gradient, at + i, value * scale));
    return total;
  }

  #addKinds(u: number, { staying, either }: RegionSums, scale: number): void {
    const { alphas } = this.#lattice;
    const { byGap, mayLeave } = this.#potentials;
    const gap = this.#chain.gaps[u] as number;
    const matrix = byGap[gap] as Float64Array;
    const at = this.#base + gap * SQUARE;
    const { state, alpha } = alphas.blockOf(u - 1);
    for (let i = alphas.from[u - 1] as number; i < (alphas.to[u - 1] as number); i++) {
      const s = state[i] as number;
      const own = alpha[i] as number;
      const k = s % KINDS;
      const first = s - k;
      const ofRegion = mayLeave[s] ? either : staying;
      let sum = 0;
      for (let j = 0; j < KINDS; j++)
        sum += this.#pairs[j] = (matrix[k * KINDS + j] as number) * (ofRegion[first + j] as number);
      if (sum * own * scale < NEGLIGIBLE) continue;
      for (let j = 0; j < KINDS; j++)
        bump(this.#gradient, at + k * KINDS + j, (this.#pairs[j] as number) * own * scale);
    }
  }

  /** The first and the last unit. */
  addEnds(kinds: Float32Array): void {
    const edges = this.#base + GAPS.length * SQUARE;
    const last = kinds.length - KINDS;
    for (let k = 0; k < KINDS; k++) {
      bump(this.#gradient, edges + k, this.#weight * (kinds[k] as number));
      bump(this.#gradient, edges + KINDS + k, this.#weight * (kinds[last + k] as number));
    }
  }
}

/** Takes gold transitions from the gradient; answers their score. */
function takeGold(
  { gold, regions, gaps }: Chain,
  transitions: Transitions,
  weight: number,
  gradient: Float64Array,
  { features }: Parameters,
): number {
  const base = features * KINDS;
  const edges = base + GAPS.length * SQUARE;
  const first = gold[0] as number;
  const last = gold[gold.length - 1] as number;
  bump(gradient, edges + first, -weight);
  bump(gradient, edges + KINDS + last, -weight);
  let own = (transitions.start[first] as number) + (transitions.end[last] as number);
  gold.forEach((kind, u) => {
    if (u === 0) return;
    const from = regions[u - 1] as number;
    const step = (from * REGIONS.length + (regions[u] as number)) * KINDS + kind;
    own += transitions.steps[step] as number;
    bump(gradient, edges + 2 * KINDS + step, -weight);
    const gap = gaps[u] as number;
    const pair = (gold[u - 1] as number) * KINDS + kind;
    bump(gradient, base + gap * SQUARE + pair, -weight);
    own += transitions.byGap[gap]?.[pair] as number;
  });
  return own;
}

export function bump(values: Float64Array, i: number, by: number): void {
  values[i] = (values[i] as number) + by;
}
