/**
 * A linear chain over units: probabilities by forward-backward, best paths by Viterbi.
 * Scores and transitions are log-potentials; sums run in probability space, scaled at every step, so nothing under- or overflows.
 * @module
 */

/** Transition log-potentials, one square matrix (row: from, column: to) for each kind of gap; and those of the first and last unit. */
export interface Transitions {
  readonly kinds: number;
  readonly byGap: readonly Float64Array[];
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The same, exponentiated. */
export interface Potentials {
  readonly kinds: number;
  readonly byGap: readonly Float64Array[];
  readonly start: Float64Array;
  readonly end: Float64Array;
}

export function exponentiate(transitions: Transitions): Potentials {
  const exp = (values: Float64Array): Float64Array => values.map(Math.exp);
  return {
    kinds: transitions.kinds,
    byGap: transitions.byGap.map(exp),
    start: exp(transitions.start),
    end: exp(transitions.end),
  };
}

/** Forward and backward vectors, each scaled to sum 1 at every unit, and the log of the partition function. */
export interface Lattice {
  /** Exponentiated scores, less each unit's maximum. */
  readonly local: Float32Array;
  readonly forward: Float32Array;
  readonly backward: Float32Array;
  readonly logZ: number;
}

/**
 * Runs forward-backward.
 * @param scores log-potentials, unit by unit, `kinds` each
 * @param gaps the gap before each unit; that of the first one is not used
 */
export function runLattice(
  scores: Float32Array,
  gaps: Uint8Array,
  potentials: Potentials,
): Lattice {
  const { kinds } = potentials;
  const n = gaps.length;
  const local = new Float32Array(n * kinds);
  const forward = new Float32Array(n * kinds);
  const backward = new Float32Array(n * kinds);
  let logZ = 0;
  const row = new Float64Array(kinds);
  for (let u = 0; u < n; u++) {
    logZ += localRow(scores, local, u * kinds, kinds);
    if (u === 0) row.set(potentials.start);
    else step(forward, (u - 1) * kinds, potentials.byGap[gaps[u] as number] as Float64Array, row);
    for (let k = 0; k < kinds; k++) row[k] = (row[k] as number) * (local[u * kinds + k] as number);
    if (u === n - 1) {
      let total = 0;
      for (let k = 0; k < kinds; k++) total += (row[k] as number) * (potentials.end[k] as number);
      logZ += Math.log(total);
      scaleInto(row, forward, u * kinds);
    } else logZ += Math.log(scaleInto(row, forward, u * kinds));
  }
  for (let u = n - 1; u >= 0; u--) {
    if (u === n - 1) row.set(potentials.end);
    else
      stepBack(
        backward,
        local,
        (u + 1) * kinds,
        potentials.byGap[gaps[u + 1] as number] as Float64Array,
        row,
      );
    scaleInto(row, backward, u * kinds);
  }
  return { local, forward, backward, logZ };
}

/** exp(score - max) into `local`; answers the maximum. */
function localRow(scores: Float32Array, local: Float32Array, at: number, kinds: number): number {
  let max = -Infinity;
  for (let k = 0; k < kinds; k++) max = Math.max(max, scores[at + k] as number);
  for (let k = 0; k < kinds; k++) local[at + k] = Math.exp((scores[at + k] as number) - max);
  return max;
}

function step(forward: Float32Array, at: number, matrix: Float64Array, row: Float64Array): void {
  const kinds = row.length;
  row.fill(0);
  for (let i = 0; i < kinds; i++) {
    const mass = forward[at + i] as number;
    if (mass < TINY) continue;
    const from = i * kinds;
    for (let j = 0; j < kinds; j++)
      row[j] = (row[j] as number) + mass * (matrix[from + j] as number);
  }
}

/** A share of the mass below this adds nothing that shows. */
const TINY = 1e-8;
const FLOOR = 1e-30;

function stepBack(
  backward: Float32Array,
  local: Float32Array,
  at: number,
  matrix: Float64Array,
  row: Float64Array,
): void {
  const kinds = row.length;
  row.fill(0);
  let most = 0;
  for (let j = 0; j < kinds; j++)
    most = Math.max(most, (backward[at + j] as number) * (local[at + j] as number));
  for (let j = 0; j < kinds; j++) {
    const mass = (backward[at + j] as number) * (local[at + j] as number);
    if (mass < most * TINY) continue;
    for (let i = 0; i < kinds; i++)
      row[i] = (row[i] as number) + mass * (matrix[i * kinds + j] as number);
  }
}

/** Scales `row` to sum 1 into `out`; answers the sum. */
function scaleInto(row: Float64Array, out: Float32Array, at: number): number {
  let sum = 0;
  for (let k = 0; k < row.length; k++) sum += row[k] as number;
  const scale = 1 / sum;
  for (let k = 0; k < row.length; k++) out[at + k] = Math.max(FLOOR, (row[k] as number) * scale);
  return sum;
}

/** Probability of each kind at each unit. */
export function marginals(lattice: Lattice, kinds: number): Float32Array {
  const { forward, backward } = lattice;
  const out = new Float32Array(forward.length);
  for (let at = 0; at < out.length; at += kinds) {
    let sum = 0;
    for (let k = 0; k < kinds; k++) {
      const p = (forward[at + k] as number) * (backward[at + k] as number);
      out[at + k] = p;
      sum += p;
    }
    for (let k = 0; k < kinds; k++) out[at + k] = (out[at + k] as number) / sum;
  }
  return out;
}

/**
 * The best path among those whose kinds have the wanted labels.
 * @param labelOf label of each kind @param wanted label of each unit
 */
export function bestPath(
  scores: Float32Array,
  gaps: Uint8Array,
  transitions: Transitions,
  labelOf: Uint8Array,
  wanted: Uint8Array,
): Uint8Array {
  const { kinds } = transitions;
  const n = gaps.length;
  const back = new Uint8Array(n * kinds);
  let previous = new Float64Array(kinds);
  let current = new Float64Array(kinds);
  for (let u = 0; u < n; u++) {
    const matrix = transitions.byGap[gaps[u] as number] as Float64Array;
    current.fill(-Infinity);
    for (let j = 0; j < kinds; j++) {
      if (labelOf[j] !== wanted[u]) continue;
      let best = u === 0 ? (transitions.start[j] as number) : -Infinity;
      if (u > 0)
        for (let i = 0; i < kinds; i++) {
          if (previous[i] === -Infinity) continue;
          const value = (previous[i] as number) + (matrix[i * kinds + j] as number);
          if (value > best) {
            best = value;
            back[u * kinds + j] = i;
          }
        }
      current[j] =
        best +
        (scores[u * kinds + j] as number) +
        (u === n - 1 ? (transitions.end[j] as number) : 0);
    }
    [previous, current] = [current, previous];
  }
  const path = new Uint8Array(n);
  if (n === 0) return path;
  path[n - 1] = previous.indexOf(Math.max(...previous));
  for (let u = n - 1; u > 0; u--) path[u - 1] = back[u * kinds + (path[u] as number)] as number;
  return path;
}
