/**
 * A linear chain over units whose states are a region of the page and a kind: probabilities by forward-backward.
 * Scores and transitions are log-potentials; sums run in probability space, scaled at every step, so nothing under- or overflows.
 * @module
 */

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

/** The same, exponentiated. */
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

/** The forward pass. */
export interface Lattice {
  /** Exponentiated scores of kinds, less each unit's maximum. */
  readonly local: Float32Array;
  /** Mass of every state (region by region, its kinds), scaled to sum 1 at every unit; 0 where it was let go. */
  readonly forward: Float32Array;
  /** Whether a region has mass, unit by unit: the others need no work. */
  readonly alive: Uint8Array;
  /** Log of the partition function. */
  readonly logZ: number;
}

/** States with a smaller share of the mass are let go: hardly ever would one have come back. */
const BEAM_THRESHOLD = 1e-5;

/**
 * Runs the forward pass.
 * @param scores log-potentials, unit by unit, `kinds` each
 * @param gaps the gap before each unit; that of the first one is not used
 * @param least share of a unit's mass below which a state is let go
 */
export function runForward(
  scores: Float32Array,
  gaps: Uint8Array,
  potentials: Potentials,
  least = BEAM_THRESHOLD,
): Lattice {
  const { kinds, regions } = potentials;
  const states = kinds * regions;
  const n = gaps.length;
  const local = new Float32Array(n * kinds);
  const forward = new Float32Array(n * states);
  const alive = new Uint8Array(n * regions);
  const row = new Float64Array(states);
  const moves = newMoves(potentials);
  let logZ = 0;
  for (let u = 0; u < n; u++) {
    logZ += localRow(scores, local, u * kinds, kinds);
    if (u === 0) startRow(potentials, row);
    else {
      move({ forward, alive }, u - 1, potentials, gaps[u] as number, moves);
      land(moves, alive, u - 1, potentials, row);
    }
    logZ += Math.log(scaleInto(row, { local, forward, alive }, u, potentials, least));
  }
  return {
    local,
    forward,
    alive,
    logZ: n === 0 ? 0 : logZ + Math.log(endMass(forward, potentials)),
  };
}

/** Mass that a unit passes on to each kind of the next, region by region. */
export interface Moves {
  /** From all kinds of the region. */
  readonly all: Float64Array;
  /** From those kinds that may be the region's last. */
  readonly leaving: Float64Array;
}

export function newMoves({ kinds, regions }: Transitions): Moves {
  return { all: new Float64Array(kinds * regions), leaving: new Float64Array(kinds * regions) };
}

/** Sends the mass of unit `u` to the kinds of the next one. */
export function move(
  { forward, alive }: Pick<Lattice, 'forward' | 'alive'>,
  u: number,
  { kinds, regions, byGap, mayLeave }: Potentials,
  gap: number,
  { all, leaving }: Moves,
): void {
  const matrix = byGap[gap] as Float64Array;
  all.fill(0);
  leaving.fill(0);
  for (let z = 0; z < regions; z++) {
    if (!alive[u * regions + z]) continue;
    const into = z * kinds;
    const at = (u * regions + z) * kinds;
    for (let k = 0; k < kinds; k++) {
      const mass = forward[at + k] as number;
      if (mass > 0)
        addScaled(mayLeave[into + k] ? leaving : all, into, matrix, k * kinds, mass, kinds);
    }
    for (let j = into; j < into + kinds; j++) all[j] = (all[j] as number) + (leaving[j] as number);
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

/** Lets the mass that leaves unit `u` enter regions. */
function land(
  { all, leaving }: Moves,
  alive: Uint8Array,
  u: number,
  { kinds, regions, steps, leaves, entered }: Potentials,
  row: Float64Array,
): void {
  row.fill(0);
  for (let z = 0; z < regions; z++) {
    if (!alive[u * regions + z]) continue;
    for (let y = 0; y < regions; y++) {
      const pair = z * regions + y;
      addProducts(
        entered[pair] as Uint8Array,
        row,
        y * kinds,
        leaves[pair] ? leaving : all,
        z * kinds,
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

function startRow({ kinds, regions, start, steps }: Potentials, row: Float64Array): void {
  for (let s = 0; s < kinds * regions; s++)
    row[s] = (steps[s] as number) > 0 ? (start[s % kinds] as number) : 0;
}

/** What a state is worth at the last unit: next to nothing, where its region may not end with its kind. */
export function endRow({ kinds, regions, end, mayLeave }: Potentials, row: Float64Array): void {
  for (let s = 0; s < kinds * regions; s++)
    row[s] = (end[s % kinds] as number) * (mayLeave[s] ? 1 : LAST_RESORT);
}

/** Not nothing: after a thousand units the states that may be the last can all have been let go. */
const LAST_RESORT = 1e-12;

function endMass(forward: Float32Array, potentials: Potentials): number {
  const states = potentials.kinds * potentials.regions;
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

/** Weighs `row` with what each kind is worth at unit `u`, scales it to sum 1 into `forward`; answers the sum. */
function scaleInto(
  row: Float64Array,
  { local, forward, alive }: Omit<Lattice, 'logZ'>,
  u: number,
  { kinds, regions }: Potentials,
  least: number,
): number {
  let sum = 0;
  for (let z = 0; z < regions; z++)
    for (let k = 0, s = z * kinds; k < kinds; k++, s++)
      sum += row[s] = (row[s] as number) * (local[u * kinds + k] as number);
  const scale = 1 / sum;
  for (let z = 0; z < regions; z++) {
    const at = (u * regions + z) * kinds;
    for (let k = 0; k < kinds; k++) {
      const mass = (row[z * kinds + k] as number) * scale;
      if (mass <= 0 || mass < least) continue;
      forward[at + k] = mass;
      alive[u * regions + z] = 1;
    }
  }
  return sum;
}
