/**
 * Precision, recall and their harmonic mean; resampling; rounding.
 *
 * Sources: van Rijsbergen, Information Retrieval (1979), chapter 7, for F; Efron and Tibshirani, An Introduction to the
 * Bootstrap (1993), chapter 13, for the percentile interval.
 * @module
 */

/** Precision, recall and F1 in percent. */
export interface Prf {
  readonly p: number;
  readonly r: number;
  readonly f: number;
}

/**
 * @param right answers that meet a gold item, one to one
 * @param told all answers
 * @param gold all gold items
 */
export function prf(right: number, told: number, gold: number): Prf {
  return {
    p: percent(right, told),
    r: percent(right, gold),
    f: percent(2 * right, told + gold),
  };
}

/** `part` of `whole` in percent; 0 if the whole is nothing. */
export function percent(part: number, whole: number): number {
  return whole ? (100 * part) / whole : 0;
}

export function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

export function mean(values: readonly number[]): number {
  return values.length > 0 ? sum(values) / values.length : 0;
}

/** Adds up counts that have the same names. */
export function addUp<Name extends string>(
  names: readonly Name[],
  counts: readonly Readonly<Record<Name, number>>[],
): Readonly<Record<Name, number>> {
  const total = (name: Name): number => sum(counts.map((count) => count[name]));
  return Object.fromEntries(names.map((name) => [name, total(name)])) as Record<Name, number>;
}

/** Figures: numbers and remarks, nested. */
export interface Figures {
  readonly [name: string]: number | string | Figures | readonly string[] | Prf;
}

/** All numbers rounded to one decimal. */
export function rounded<Value>(value: Value): Value;
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Math.round(value * 10) / 10;
  if (Array.isArray(value)) return value.map((item: unknown) => rounded(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, rounded(item)]));
}

/** The number at a path such as `directMixed.found.f`. Throws if there is none. */
export function figureAt(figures: unknown, path: string): number {
  let value = figures;
  for (const name of path.split('.'))
    value = (value as Record<string, unknown> | undefined)?.[name];
  if (typeof value !== 'number') throw new Error(`no figure at ${path}`);
  return value;
}

const ROUNDS = 400;
const SEED = 7;

/** The middle 95 percent of a figure over documents resampled with replacement. Always the same for the same documents. */
export function interval<Tally>(
  tallies: readonly Tally[],
  figure: (tallies: readonly Tally[]) => number,
): readonly [number, number] {
  const random = randomNumbers(SEED);
  const draw = (): Tally => tallies[Math.floor(random() * tallies.length)] as Tally;
  const values = Array.from({ length: ROUNDS }, () => figure(tallies.map(draw)));
  const ordered = values.toSorted((a, b) => a - b);
  const at = (share: number): number => ordered[Math.floor(share * (ROUNDS - 1))] as number;
  return [at(0.025), at(0.975)];
}

/** Pseudo-random numbers in [0, 1), reproducible by their seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
