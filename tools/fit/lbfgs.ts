/**
 * L-BFGS: minimises a smooth function. Deterministic.
 * @module
 */

/** Answers the value at `x` and writes the gradient into `gradient`. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number;

export interface Options {
  readonly iterations: number;
  readonly memory?: number;
  /** Stops when the value falls by less than this share. */
  readonly tolerance?: number;
  /** A guess at the curvature of each parameter: frequent features bend the function more than rare ones. */
  readonly curvature?: Float64Array;
  readonly onStep?: (iteration: number, value: number) => void;
}

/** Minimises `objective` from `start`; answers the best point found. */
export function minimise(
  objective: Objective,
  start: Float64Array,
  options: Options,
): Float64Array {
  const { iterations, memory = 8, tolerance = 1e-5, curvature } = options;
  let x: Float64Array = start.slice();
  let gradient: Float64Array = new Float64Array(x.length);
  let value = objective(x, gradient);
  const pairs: Pair[] = [];
  let quiet = 0;
  for (let i = 0; i < iterations; i++) {
    const direction = twoLoop(gradient, pairs, curvature);
    const found = lineSearch(objective, x, value, gradient, direction, pairs.length === 0);
    if (!found) {
      if (pairs.length === 0) break;
      pairs.length = 0;
      continue;
    }
    remember(pairs, memory, subtract(found.x, x), subtract(found.gradient, gradient));
    quiet = value - found.value < tolerance * Math.abs(value) ? quiet + 1 : 0;
    ({ x, gradient, value } = found);
    options.onStep?.(i, value);
    if (quiet >= 3) break;
  }
  return x;
}

function twoLoop(
  gradient: Float64Array,
  pairs: readonly Pair[],
  curvature: Float64Array | undefined,
): Float64Array {
  const q: Float64Array = gradient.map((g) => -g);
  const alphas: number[] = [];
  for (let i = pairs.length - 1; i >= 0; i--) {
    const { s, y, rho } = pairs[i] as Pair;
    const alpha = rho * dot(s, q);
    alphas[i] = alpha;
    addScaled(q, y, -alpha);
  }
  precondition(q, pairs.at(-1), curvature);
  pairs.forEach(({ s, y, rho }, i) => addScaled(q, s, (alphas[i] as number) - rho * dot(y, q)));
  return q;
}

interface Pair {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

/** Multiplies by the first guess at the inverse Hessian, scaled to fit the last step. */
function precondition(
  q: Float64Array,
  last: Pair | undefined,
  curvature: Float64Array | undefined,
): void {
  if (curvature)
    for (let i = 0; i < q.length; i++) q[i] = (q[i] as number) / (curvature[i] as number);
  if (!last) return;
  let bend = 0;
  for (let i = 0; i < q.length; i++) bend += (last.y[i] as number) ** 2 / (curvature?.[i] ?? 1);
  scale(q, 1 / (last.rho * bend));
}

interface Point {
  readonly x: Float64Array;
  readonly gradient: Float64Array;
  readonly value: number;
}

const ARMIJO = 1e-4;
const MAX_TRIES = 20;

/** Backtracking with the Armijo condition. */
function lineSearch(
  objective: Objective,
  x: Float64Array,
  value: number,
  gradient: Float64Array,
  direction: Float64Array,
  first: boolean,
): Point | null {
  const slope = dot(gradient, direction);
  if (slope >= 0) return null;
  let step = first ? Math.min(1, 10 / Math.sqrt(dot(direction, direction))) : 1;
  for (let i = 0; i < MAX_TRIES; i++) {
    const next = x.slice();
    addScaled(next, direction, step);
    const nextGradient = new Float64Array(x.length);
    const nextValue = objective(next, nextGradient);
    if (nextValue <= value + ARMIJO * step * slope)
      return { x: next, gradient: nextGradient, value: nextValue };
    step *= 0.5;
  }
  return null;
}

function remember(pairs: Pair[], memory: number, s: Float64Array, y: Float64Array): void {
  const product = dot(s, y);
  if (product <= 1e-10) return;
  pairs.push({ s, y, rho: 1 / product });
  if (pairs.length > memory) pairs.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function addScaled(a: Float64Array, b: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) + factor * (b[i] as number);
}

function scale(a: Float64Array, factor: number): void {
  for (let i = 0; i < a.length; i++) a[i] = (a[i] as number) * factor;
}

function subtract(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  return a.map((value, i) => value - (b[i] as number));
}
