/**
 * The backward pass over a chain: the probability of each kind at each unit.
 * @module
 */
import { addProducts, endRow, type Lattice, type Potentials } from './forward.ts';

/** What lies ahead of a unit: the worth of going on with each kind of the next one, region by region. */
export interface Ahead {
  /** If the unit may not be the last of its region. */
  readonly staying: Float64Array;
  /** If it may. */
  readonly either: Float64Array;
  /** Worth of each state of the next unit. */
  readonly next: Float64Array;
}

/**
 * Runs the backward pass: probability of each kind at each unit.
 * @param onStep is told, for each unit but the first, what lay ahead of the unit before it
 */
export function marginals(
  lattice: Lattice,
  gaps: Uint8Array,
  potentials: Potentials,
  onStep?: (u: number, ahead: Ahead) => void,
): Float32Array {
  const states = potentials.kinds * potentials.regions;
  const out = new Float32Array(lattice.local.length);
  const row = new Float64Array(states);
  const ahead: Ahead = {
    staying: new Float64Array(states),
    either: new Float64Array(states),
    next: new Float64Array(states),
  };
  endRow(potentials, row);
  for (let u = gaps.length - 1; u >= 0; u--) {
    addMarginals(lattice, u, row, out, potentials);
    if (u === 0) break;
    weigh(lattice, u, row, ahead.next, potentials);
    lookAhead(ahead, lattice, u, potentials);
    onStep?.(u, ahead);
    pull(ahead, lattice, u - 1, potentials, gaps[u] as number, row);
  }
  return out;
}

function addMarginals(
  { forward, alive }: Lattice,
  u: number,
  row: Float64Array,
  out: Float32Array,
  { kinds, regions }: Potentials,
): void {
  const to = u * kinds;
  let sum = 0;
  for (let z = 0; z < regions; z++) {
    if (!alive[u * regions + z]) continue;
    const at = (u * regions + z) * kinds;
    for (let k = 0; k < kinds; k++) {
      const p = (forward[at + k] as number) * (row[z * kinds + k] as number);
      out[to + k] = (out[to + k] as number) + p;
      sum += p;
    }
  }
  for (let k = 0; k < kinds; k++) out[to + k] = (out[to + k] as number) / sum;
}

/** Worth of each state of unit `u`, its own score included. */
function weigh(
  { local, alive }: Lattice,
  u: number,
  row: Float64Array,
  next: Float64Array,
  { kinds, regions }: Potentials,
): void {
  next.fill(0);
  for (let z = 0; z < regions; z++) {
    if (!alive[u * regions + z]) continue;
    for (let k = 0, s = z * kinds; k < kinds; k++, s++)
      next[s] = (row[s] as number) * (local[u * kinds + k] as number);
  }
}

/** What lies ahead of unit `u - 1`. */
function lookAhead(
  { staying, either, next }: Ahead,
  { alive }: Lattice,
  u: number,
  { kinds, regions, steps, leaves, entered }: Potentials,
): void {
  staying.fill(0);
  either.fill(0);
  for (let z = 0; z < regions; z++) {
    if (!alive[(u - 1) * regions + z]) continue;
    for (let y = 0; y < regions; y++) {
      const pair = z * regions + y;
      if (alive[u * regions + y])
        addProducts(
          entered[pair] as Uint8Array,
          leaves[pair] ? either : staying,
          z * kinds,
          steps,
          pair * kinds,
          next,
          y * kinds,
        );
    }
    for (let s = z * kinds; s < (z + 1) * kinds; s++)
      either[s] = (either[s] as number) + (staying[s] as number);
  }
}

/** Worth of each state of unit `u`, scaled; states without mass are left out. */
function pull(
  { staying, either }: Ahead,
  { forward, alive }: Lattice,
  u: number,
  { kinds, regions, byGap, mayLeave }: Potentials,
  gap: number,
  row: Float64Array,
): void {
  const matrix = byGap[gap] as Float64Array;
  row.fill(0);
  let most = 0;
  for (let z = 0; z < regions; z++) {
    if (!alive[u * regions + z]) continue;
    const into = z * kinds;
    const at = (u * regions + z) * kinds;
    for (let k = 0; k < kinds; k++) {
      if (forward[at + k] === 0) continue;
      const ahead = mayLeave[into + k] ? either : staying;
      let sum = 0;
      for (let j = 0; j < kinds; j++)
        sum += (matrix[k * kinds + j] as number) * (ahead[into + j] as number);
      row[into + k] = sum;
      if (sum > most) most = sum;
    }
  }
  const scale = 1 / most;
  for (let s = 0; s < row.length; s++) row[s] = (row[s] as number) * scale;
}
