/**
 * The backward pass over a chain: beta, and with alpha the marginal probability of each kind at each unit.
 * @module
 */
import { addProducts, endBeta, type Lattice, type Potentials } from './forward.ts';

/**
 * One backward step, half done: for each region `r` of a unit and each kind `j` of the next one, the sum over the regions
 * `q` of the next one of step[r→q][j] · state[t][j] · beta[t][q, j].
 */
export interface RegionSums {
  /** Over the steps that do not end region `r`: all that is open to a kind that may not be its last. */
  readonly staying: Float64Array;
  /** Over all steps. */
  readonly either: Float64Array;
  /** state · beta of each state of the next unit. */
  readonly next: Float64Array;
}

/**
 * The marginal probability of each kind at each unit, summed over regions. For a state of unit `t`, a region `r` with a kind
 * `k`, and the states `q, j` of the next unit:
 *
 *     beta[t][r, k] = Σ q, j:  trans[k][j] · step[r→q][j] · state[t+1][j] · beta[t+1][q, j]
 *     P(unit t is k) = Σ r:  alpha[t][r, k] · beta[t][r, k], divided by the sum of that over all kinds
 *
 * where a step that ends region `r` counts only if `k` may be its last kind, and trans is that of the gap before unit `t+1`.
 * Beta is scaled at every step, to a largest value of 1, and only that of one unit is kept.
 * @param lattice from the forward pass, with the same `gaps` and `potentials`
 * @param onStep is called from the last unit to the second one, with the sums of the step between `t - 1` and `t`; they are
 * overwritten by the next step
 * @returns unit by unit, `kinds` each; those of a unit sum to 1
 */
export function marginals(
  lattice: Lattice,
  gaps: Uint8Array,
  potentials: Potentials,
  onStep?: (t: number, sums: RegionSums) => void,
): Float32Array {
  const states = potentials.kinds * potentials.regions;
  const out = new Float32Array(lattice.state.length);
  const beta = new Float64Array(states);
  const sums: RegionSums = {
    staying: new Float64Array(states),
    either: new Float64Array(states),
    next: new Float64Array(states),
  };
  endBeta(potentials, beta);
  for (let t = gaps.length - 1; t >= 0; t--) {
    addMarginals(lattice, t, beta, out, potentials);
    if (t === 0) break;
    stateTimesBeta(lattice, t, beta, sums.next, potentials);
    backwardRegions(sums, lattice, t, potentials);
    onStep?.(t, sums);
    backwardKinds(sums, lattice, t - 1, potentials, gaps[t] as number, beta);
  }
  return out;
}

function addMarginals(
  { alphas }: Lattice,
  t: number,
  beta: Float64Array,
  out: Float32Array,
  { kinds }: Potentials,
): void {
  const to = t * kinds;
  const { state, alpha } = alphas.blockOf(t);
  let sum = 0;
  for (let i = alphas.from[t] as number; i < (alphas.to[t] as number); i++) {
    const s = state[i] as number;
    const p = (alpha[i] as number) * (beta[s] as number);
    const at = to + (s % kinds);
    out[at] = (out[at] as number) + p;
    sum += p;
  }
  for (let k = to; k < to + kinds; k++) out[k] = (out[k] as number) / sum;
}

/** state · beta of unit `t`, into `next`; 0 in regions that are pruned. */
function stateTimesBeta(
  { state, alive }: Lattice,
  t: number,
  beta: Float64Array,
  next: Float64Array,
  { kinds, regions }: Potentials,
): void {
  next.fill(0);
  for (let r = 0; r < regions; r++) {
    if (!alive[t * regions + r]) continue;
    for (let k = 0, s = r * kinds; k < kinds; k++, s++)
      next[s] = (beta[s] as number) * (state[t * kinds + k] as number);
  }
}

/** The sum over the regions of unit `t`, for unit `t - 1`. */
function backwardRegions(
  { staying, either, next }: RegionSums,
  { alive }: Lattice,
  t: number,
  { kinds, regions, steps, leaves, entered }: Potentials,
): void {
  staying.fill(0);
  either.fill(0);
  for (let r = 0; r < regions; r++) {
    if (!alive[(t - 1) * regions + r]) continue;
    for (let to = 0; to < regions; to++) {
      const pair = r * regions + to;
      if (alive[t * regions + to])
        addProducts(
          entered[pair] as Uint8Array,
          leaves[pair] ? either : staying,
          r * kinds,
          steps,
          pair * kinds,
          next,
          to * kinds,
        );
    }
    for (let s = r * kinds; s < (r + 1) * kinds; s++)
      either[s] = (either[s] as number) + (staying[s] as number);
  }
}

/** The sum over the kinds of the next unit: beta of unit `t`, scaled to a largest value of 1. Pruned states stay 0. */
function backwardKinds(
  { staying, either }: RegionSums,
  { alphas }: Lattice,
  t: number,
  { kinds, byGap, mayLeave }: Potentials,
  gap: number,
  beta: Float64Array,
): void {
  const matrix = byGap[gap] as Float64Array;
  const { state } = alphas.blockOf(t);
  beta.fill(0);
  let most = 0;
  for (let i = alphas.from[t] as number; i < (alphas.to[t] as number); i++) {
    const s = state[i] as number;
    const k = s % kinds;
    const ofRegion = mayLeave[s] ? either : staying;
    let sum = 0;
    for (let j = 0; j < kinds; j++)
      sum += (matrix[k * kinds + j] as number) * (ofRegion[s - k + j] as number);
    beta[s] = sum;
    if (sum > most) most = sum;
  }
  const scale = 1 / most;
  for (let s = 0; s < beta.length; s++) beta[s] = (beta[s] as number) * scale;
}
