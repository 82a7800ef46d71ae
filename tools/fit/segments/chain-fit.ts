/**
 * Fits a linear chain: penalised likelihood with informative priors, by stochastic gradients.
 * @module
 */
import { LABELLED_KINDS } from '../../../src/labels.ts';
import {
  exponentiate,
  move,
  newMoves,
  runLattice,
  type Lattice,
  type Potentials,
  type Transitions,
} from '../../../src/segments/chain.ts';
import { marginals, type Ahead } from '../../../src/segments/marginals.ts';
import { legal } from '../../../src/segments/model.ts';
import { GAPS } from '../../../src/segments/units.ts';
import { GRAMMAR, ZONES } from '../../../src/segments/zones.ts';
import { randomNumbers } from '../../eval/statistics.ts';

const KINDS = LABELLED_KINDS.length;
const SQUARE = KINDS * KINDS;
/** Weights of steps between zones. */
const STEPS = ZONES.length * ZONES.length * KINDS;

/** A document to fit to: features of unit `u` are `ids[at[u]]` to `ids[at[u + 1] - 1]`; it counts `weight` times. */
export interface Chain {
  readonly at: Int32Array;
  readonly ids: Int32Array;
  readonly gold: Uint8Array;
  /** Zone of each unit. */
  readonly zones: Uint8Array;
  readonly gaps: Uint8Array;
  readonly weight: number;
}

export interface Settings {
  /** Passes over the documents, and the size of the first steps. */
  readonly epochs: number;
  readonly pace: number;
  /** Precision of the prior of a feature's weight. */
  readonly precision: number;
  readonly rulePrecision: number;
  readonly transitionPrecision: number;
  /** A document of `n` units counts `n ** -lengthPower` a unit, times a constant. */
  readonly lengthPower: number;
  /** Features of fewer documents are left at their prior. */
  readonly minDocuments: number;
  /** Share of the usual number of made-up copies of pages. */
  readonly copies: number;
  readonly verbose: boolean;
}

export const DEFAULTS: Settings = {
  epochs: 6,
  pace: 0.3,
  precision: 30,
  rulePrecision: 3,
  transitionPrecision: 0.5,
  lengthPower: 0.3,
  minDocuments: 2,
  copies: 0.3,
  verbose: false,
};

/** Where a model's parameters lie in one vector: features in use, then transitions, start, end, steps between zones. */
interface Parameters {
  /** Slot of each feature, or -1. */
  readonly slot: Int32Array;
  readonly features: number;
  readonly size: number;
}

/** The prior: means and precisions of feature weights and transitions. */
export interface Prior {
  /** Feature by feature, a value for each kind. */
  readonly mean: Float32Array;
  readonly precision: (feature: number) => number;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly transitions: Transitions;
}

/** Fits feature weights and transitions to chains; features of too few documents stay at their prior. */
export function fitChain(
  chains: readonly Chain[],
  size: number,
  prior: Prior,
  settings: Settings,
): Fitted {
  const parameters = chooseParameters(chains, size, settings);
  const { mean, precision } = spread(prior, parameters, settings);
  const weights = chains.map((chain) => documentWeight(chain, settings));
  const x = descend(chains, weights, mean, precision, parameters, settings);
  return {
    weights: weightsIn(x, parameters, prior),
    transitions: copyOf(transitionsIn(x, parameters)),
  };
}

/**
 * Steps down the gradient document by document, each parameter at its own pace (Duchi, Hazan and Singer 2011); answers the mean over the
 * last two passes. The penalty of a parameter is spread over the documents that touch it.
 */
function descend(
  chains: readonly Chain[],
  weights: readonly number[],
  mean: Float64Array,
  precision: Float64Array,
  parameters: Parameters,
  { epochs, pace, verbose }: Settings,
): Float64Array {
  const touched = chains.map((chain) => touchedBy(chain, parameters));
  const shares = new Float64Array(mean.length);
  for (const ids of touched) for (const i of ids) bump(shares, i, 1);
  const x = mean.slice();
  const squares = new Float64Array(x.length).fill(1);
  const gradient = new Float64Array(x.length);
  const sum = new Float64Array(x.length);
  const random = randomNumbers(17);
  const order = chains.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let value = 0;
    shuffle(order, random);
    order.forEach((c, done) => {
      const ids = touched[c] as Int32Array;
      for (const i of ids) gradient[i] = 0;
      const potentials = exponentiate(transitionsIn(x, parameters));
      value += likelihood(
        chains[c] as Chain,
        weights[c] as number,
        x,
        potentials,
        gradient,
        parameters,
      );
      for (const i of ids) {
        const pull = ((x[i] as number) - (mean[i] as number)) * (precision[i] as number);
        const g = (gradient[i] as number) + pull / (shares[i] as number);
        squares[i] = (squares[i] as number) + g * g;
        x[i] = (x[i] as number) - (pace * g) / Math.sqrt(squares[i] as number);
      }
      if (epoch >= epochs - AVERAGED && done % MEAN_OF === 0)
        for (let i = 0; i < x.length; i++) sum[i] = (sum[i] as number) + (x[i] as number);
    });
    if (verbose) console.error(`  pass ${epoch} ${value.toFixed(1)}`);
  }
  const count = Math.min(AVERAGED, epochs) * Math.ceil(chains.length / MEAN_OF);
  return epochs > 0 ? sum.map((value) => value / count) : x;
}

/** Of so many passes the mean is taken. */
const AVERAGED = 2;

/** Every so many documents the parameters go into the mean. */
const MEAN_OF = 10;

/** Parameters that a document's gradient touches. */
function touchedBy({ ids }: Chain, { slot, features, size }: Parameters): Int32Array {
  const out: number[] = [];
  for (const id of new Set(ids)) {
    const s = slot[id] as number;
    if (s >= 0) for (let k = 0; k < KINDS; k++) out.push(s * KINDS + k);
  }
  for (let i = features * KINDS; i < size; i++) out.push(i);
  return Int32Array.from(out);
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j] as number, order[i] as number];
  }
}

const TYPICAL_UNITS = 90;

function documentWeight({ gold, weight }: Chain, { lengthPower }: Settings): number {
  return weight * (TYPICAL_UNITS / Math.max(10, gold.length)) ** lengthPower;
}

function chooseParameters(chains: readonly Chain[], size: number, settings: Settings): Parameters {
  const documents = new Int32Array(size);
  for (const { ids } of chains)
    for (const id of new Set(ids)) documents[id] = (documents[id] as number) + 1;
  const slot = new Int32Array(size).fill(-1);
  let features = 0;
  for (let f = 0; f < size; f++)
    if ((documents[f] as number) >= settings.minDocuments) slot[f] = features++;
  return { slot, features, size: features * KINDS + GAPS.length * SQUARE + 2 * KINDS + STEPS };
}

function spread(prior: Prior, parameters: Parameters, settings: Settings) {
  const mean = new Float64Array(parameters.size);
  const precision = new Float64Array(parameters.size).fill(settings.transitionPrecision);
  parameters.slot.forEach((slot, feature) => {
    if (slot < 0) return;
    mean.set(prior.mean.subarray(feature * KINDS, (feature + 1) * KINDS), slot * KINDS);
    precision.fill(prior.precision(feature), slot * KINDS, (slot + 1) * KINDS);
  });
  return { mean, precision };
}

function weightsIn(x: Float64Array, parameters: Parameters, prior: Prior): Float32Array {
  const weights = prior.mean.slice();
  parameters.slot.forEach((slot, feature) => {
    if (slot >= 0) weights.set(x.subarray(slot * KINDS, (slot + 1) * KINDS), feature * KINDS);
  });
  return weights;
}

function copyOf(view: Transitions): Transitions {
  return {
    ...view,
    byGap: view.byGap.map((matrix) => matrix.slice()),
    start: view.start.slice(),
    end: view.end.slice(),
    steps: view.steps.slice(),
  };
}

/** Adds a document's negative log-likelihood to the gradient; answers it. */
function likelihood(
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
  const lattice = runLattice(scores, gaps, potentials);
  const expected = new Expectations(example, lattice, potentials, weight, gradient, parameters);
  const kinds = marginals(lattice, gaps, potentials, (u, ahead) => expected.add(u, ahead));
  addFeatureGradient(example, kinds, weight, gradient, parameters);
  expected.addEnds(kinds);
  let own = takeGold(example, transitions, weight, gradient, parameters);
  for (let u = 0; u < n; u++) own += scores[u * KINDS + (gold[u] as number)] as number;
  return weight * (lattice.logZ - own);
}

function transitionsIn(x: Float64Array, { features }: Parameters): Transitions {
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
  readonly #moves: ReturnType<typeof newMoves>;
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
    this.#moves = newMoves(potentials);
  }

  /** The steps into unit `u`. */
  add(u: number, ahead: Ahead): void {
    const total = this.#addZones(u, ahead);
    this.#addKinds(u, ahead, this.#weight / total);
  }

  /** Steps between zones; answers the mass of all steps. */
  #addZones(u: number, { next }: Ahead): number {
    const { zones, steps, leaves } = this.#potentials;
    move(this.#lattice, u - 1, this.#potentials, this.#chain.gaps[u] as number, this.#moves);
    const mass = new Float64Array(STEPS);
    let total = 0;
    for (let pair = 0; pair < zones * zones; pair++) {
      const from = leaves[pair] ? this.#moves.leaving : this.#moves.all;
      const z = Math.floor(pair / zones);
      for (let j = 0; j < KINDS; j++) {
        const value =
          (from[z * KINDS + j] as number) *
          (steps[pair * KINDS + j] as number) *
          (next[(pair % zones) * KINDS + j] as number);
        mass[pair * KINDS + j] = value;
        total += value;
      }
    }
    const at = this.#base + GAPS.length * SQUARE + 2 * KINDS;
    const scale = this.#weight / total;
    mass.forEach((value, i) => value > 0 && bump(this.#gradient, at + i, value * scale));
    return total;
  }

  #addKinds(u: number, { staying, either }: Ahead, scale: number): void {
    const { forward } = this.#lattice;
    const { zones, byGap, mayLeave } = this.#potentials;
    const gap = this.#chain.gaps[u] as number;
    const matrix = byGap[gap] as Float64Array;
    const at = this.#base + gap * SQUARE;
    for (let s = 0; s < zones * KINDS; s++) {
      const mass = forward[(u - 1) * zones * KINDS + s] as number;
      if (mass === 0) continue;
      const k = s % KINDS;
      const z = s - k;
      const worth = mayLeave[s] ? either : staying;
      let sum = 0;
      for (let j = 0; j < KINDS; j++)
        sum += this.#pairs[j] = (matrix[k * KINDS + j] as number) * (worth[z + j] as number);
      if (sum * mass * scale < NEGLIGIBLE) continue;
      for (let j = 0; j < KINDS; j++)
        bump(this.#gradient, at + k * KINDS + j, (this.#pairs[j] as number) * mass * scale);
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
  { gold, zones, gaps }: Chain,
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
    const from = zones[u - 1] as number;
    const step = (from * ZONES.length + (zones[u] as number)) * KINDS + kind;
    own += transitions.steps[step] as number;
    bump(gradient, edges + 2 * KINDS + step, -weight);
    const gap = gaps[u] as number;
    const pair = (gold[u - 1] as number) * KINDS + kind;
    bump(gradient, base + gap * SQUARE + pair, -weight);
    own += transitions.byGap[gap]?.[pair] as number;
  });
  return own;
}

function bump(values: Float64Array, i: number, by: number): void {
  values[i] = (values[i] as number) + by;
}
