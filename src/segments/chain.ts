/**
 * A linear chain over units whose states are a zone of the page and a kind: probabilities by forward-backward.
 * Scores and transitions are log-potentials; sums run in probability space, scaled at every step, so nothing under- or overflows.
 * @module
 */

/** Which steps between zones there are, apart from what they are worth. */
export interface ZoneGrammar {
  readonly zones: number;
  /** Whether a zone (row) may end with a kind (column). */
  readonly mayLeave: Uint8Array;
  /** Whether the step from a zone (row) to another (column) ends the first. */
  readonly leaves: Uint8Array;
}

/** What the steps of a page are worth, as log-potentials. */
export interface Transitions extends ZoneGrammar {
  readonly kinds: number;
  /** From a kind (row) to a kind (column), one square for each kind of gap. */
  readonly byGap: readonly Float64Array[];
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** From a zone to a zone with the kind that is entered (`zones` × `zones` × `kinds`); -Infinity where there is no such step. The first unit may be in any zone that zone 0 leads to. */
  readonly steps: Float64Array;
}

/** The same, exponentiated. */
export interface Potentials extends Transitions {
  /** Whether any kind of the second zone can be entered from the first (`zones` × `zones`). */
  readonly open: Uint8Array;
}

export function exponentiate(transitions: Transitions): Potentials {
  const exp = (values: Float64Array): Float64Array => values.map(Math.exp);
  return {
    ...transitions,
    byGap: transitions.byGap.map(exp),
    start: exp(transitions.start),
    end: exp(transitions.end),
    steps: exp(transitions.steps),
    open: openPairs(transitions),
  };
}

function openPairs({ steps, kinds, zones }: Transitions): Uint8Array {
  return Uint8Array.from({ length: zones * zones }, (_, pair) =>
    steps.subarray(pair * kinds, (pair + 1) * kinds).some((worth) => worth > -Infinity) ? 1 : 0,
  );
}

/** The forward pass. */
export interface Lattice {
  /** Exponentiated scores of kinds, less each unit's maximum. */
  readonly local: Float32Array;
  /** Mass of every state (zone by zone, its kinds), scaled to sum 1 at every unit. */
  readonly forward: Float32Array;
  /** Log of the partition function. */
  readonly logZ: number;
}

/**
 * Runs the forward pass.
 * @param scores log-potentials, unit by unit, `kinds` each
 * @param gaps the gap before each unit; that of the first one is not used
 */
export function runLattice(
  scores: Float32Array,
  gaps: Uint8Array,
  potentials: Potentials,
): Lattice {
  const { kinds, zones } = potentials;
  const states = kinds * zones;
  const n = gaps.length;
  const local = new Float32Array(n * kinds);
  const forward = new Float32Array(n * states);
  const row = new Float64Array(states);
  const moved = newMoves(potentials);
  let logZ = 0;
  for (let u = 0; u < n; u++) {
    logZ += localRow(scores, local, u * kinds, kinds);
    if (u === 0) startRow(potentials, row);
    else {
      move(forward, (u - 1) * states, potentials, gaps[u] as number, moved);
      land(moved, potentials, row);
    }
    for (let s = 0; s < states; s++)
      row[s] = (row[s] as number) * (local[u * kinds + (s % kinds)] as number);
    logZ += Math.log(scaleInto(row, forward, u * states));
  }
  return { local, forward, logZ: n === 0 ? 0 : logZ + Math.log(endMass(forward, potentials)) };
}

/** Mass that a unit passes on to each kind of the next, zone by zone. */
export interface Moves {
  /** From all kinds of the zone. */
  readonly all: Float64Array;
  /** From those kinds that may be the zone's last. */
  readonly leaving: Float64Array;
}

export function newMoves({ kinds, zones }: Transitions): Moves {
  return { all: new Float64Array(kinds * zones), leaving: new Float64Array(kinds * zones) };
}

/** A share of the mass below this adds nothing that shows. */
export const TINY = 1e-9;

/** Sends the mass of a unit, at `at`, to the kinds of the next one. */
export function move(
  forward: Float32Array,
  at: number,
  { kinds, zones, byGap, mayLeave }: Potentials,
  gap: number,
  { all, leaving }: Moves,
): void {
  const matrix = byGap[gap] as Float64Array;
  all.fill(0);
  leaving.fill(0);
  for (let s = 0; s < zones * kinds; s++) {
    const mass = forward[at + s] as number;
    if (mass < TINY) continue;
    const kind = s % kinds;
    addScaled(mayLeave[s] ? leaving : all, s - kind, matrix, kind * kinds, mass, kinds);
  }
  for (let s = 0; s < zones * kinds; s++) all[s] = (all[s] as number) + (leaving[s] as number);
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

/** Lets the mass enter zones. */
function land(
  { all, leaving }: Moves,
  { kinds, zones, steps, leaves, open }: Potentials,
  row: Float64Array,
): void {
  row.fill(0);
  for (let z = 0; z < zones; z++) {
    if (all[z * kinds] === 0) continue;
    for (let y = 0; y < zones; y++) {
      const pair = z * zones + y;
      if (!open[pair]) continue;
      const from = leaves[pair] ? leaving : all;
      for (let j = 0; j < kinds; j++) {
        const s = y * kinds + j;
        row[s] =
          (row[s] as number) +
          (from[z * kinds + j] as number) * (steps[pair * kinds + j] as number);
      }
    }
  }
}

function startRow({ kinds, zones, start, steps }: Potentials, row: Float64Array): void {
  for (let s = 0; s < kinds * zones; s++)
    row[s] = (steps[s] as number) > 0 ? (start[s % kinds] as number) : 0;
}

/** What a state is worth at the last unit: nothing, where its zone may not end with its kind. */
function endRow({ kinds, zones, end, mayLeave }: Potentials, row: Float64Array): void {
  for (let s = 0; s < kinds * zones; s++) row[s] = mayLeave[s] ? (end[s % kinds] as number) : 0;
}

function endMass(forward: Float32Array, potentials: Potentials): number {
  const states = potentials.kinds * potentials.zones;
  const row = new Float64Array(states);
  endRow(potentials, row);
  const at = forward.length - states;
  let sum = 0;
  for (let s = 0; s < states; s++) sum += (row[s] as number) * (forward[at + s] as number);
  return Math.max(sum, Number.MIN_VALUE);
}

/** exp(score - max) into `local`; answers the maximum. */
function localRow(scores: Float32Array, local: Float32Array, at: number, kinds: number): number {
  let max = -Infinity;
  for (let k = 0; k < kinds; k++) max = Math.max(max, scores[at + k] as number);
  for (let k = 0; k < kinds; k++)
    local[at + k] = Math.max(FLOOR, Math.exp((scores[at + k] as number) - max));
  return max;
}

/** No kind is out of the question by its score alone: or a page could have no path at all. */
const FLOOR = 1e-20;

/** Scales `row` to sum 1 into `out`; answers the sum. */
function scaleInto(row: Float64Array, out: Float32Array, at: number): number {
  let sum = 0;
  for (let s = 0; s < row.length; s++) sum += row[s] as number;
  const scale = 1 / sum;
  for (let s = 0; s < row.length; s++) out[at + s] = (row[s] as number) * scale;
  return sum;
}

/** What lies ahead of a unit: the worth of going on with each kind of the next one, zone by zone. */
export interface Ahead {
  /** If the unit is not the last of its zone. */
  readonly staying: Float64Array;
  /** If it is. */
  readonly leaving: Float64Array;
  /** Worth of each state of the next unit. */
  readonly next: Float64Array;
}

/**
 * Runs the backward pass: probability of each kind at each unit.
 * @param onStep is told, for each unit but the first, what lay ahead of the unit before it
 */
export function marginals(
  { local, forward }: Lattice,
  gaps: Uint8Array,
  potentials: Potentials,
  onStep?: (u: number, ahead: Ahead) => void,
): Float32Array {
  const { kinds, zones } = potentials;
  const states = kinds * zones;
  const out = new Float32Array(local.length);
  const row = new Float64Array(states);
  const ahead: Ahead = {
    staying: new Float64Array(states),
    leaving: new Float64Array(states),
    next: new Float64Array(states),
  };
  endRow(potentials, row);
  for (let u = gaps.length - 1; u >= 0; u--) {
    addMarginals(forward, u * states, row, out, u * kinds, kinds);
    if (u === 0) break;
    for (let s = 0; s < states; s++)
      ahead.next[s] = (row[s] as number) * (local[u * kinds + (s % kinds)] as number);
    lookAhead(ahead, potentials);
    onStep?.(u, ahead);
    pull(ahead, forward, (u - 1) * states, potentials, gaps[u] as number, row);
  }
  return out;
}

function addMarginals(
  forward: Float32Array,
  at: number,
  row: Float64Array,
  out: Float32Array,
  to: number,
  kinds: number,
): void {
  let sum = 0;
  for (let s = 0; s < row.length; s++) {
    const p = (forward[at + s] as number) * (row[s] as number);
    out[to + (s % kinds)] = (out[to + (s % kinds)] as number) + p;
    sum += p;
  }
  for (let k = 0; k < kinds; k++) out[to + k] = (out[to + k] as number) / sum;
}

function lookAhead(
  { staying, leaving, next }: Ahead,
  { kinds, zones, steps, leaves, open }: Potentials,
): void {
  staying.fill(0);
  leaving.fill(0);
  for (let z = 0; z < zones; z++)
    for (let y = 0; y < zones; y++) {
      const pair = z * zones + y;
      if (!open[pair]) continue;
      const into = leaves[pair] ? leaving : staying;
      for (let j = 0; j < kinds; j++)
        into[z * kinds + j] =
          (into[z * kinds + j] as number) +
          (steps[pair * kinds + j] as number) * (next[y * kinds + j] as number);
    }
}

/** Worth of each state of a unit, scaled; states without mass are left out. */
function pull(
  { staying, leaving }: Ahead,
  forward: Float32Array,
  at: number,
  { kinds, zones, byGap, mayLeave }: Potentials,
  gap: number,
  row: Float64Array,
): void {
  const matrix = byGap[gap] as Float64Array;
  let most = 0;
  for (let s = 0; s < kinds * zones; s++) {
    row[s] = 0;
    if ((forward[at + s] as number) < TINY) continue;
    const from = (s % kinds) * kinds;
    const z = s - (s % kinds);
    let sum = 0;
    for (let j = 0; j < kinds; j++)
      sum += (matrix[from + j] as number) * (staying[z + j] as number);
    if (mayLeave[s])
      for (let j = 0; j < kinds; j++)
        sum += (matrix[from + j] as number) * (leaving[z + j] as number);
    row[s] = sum;
    most = Math.max(most, sum);
  }
  const scale = 1 / most;
  for (let s = 0; s < row.length; s++) row[s] = (row[s] as number) * scale;
}
