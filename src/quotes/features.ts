/**
 * Numbered features: each group of named values takes a run of numbers, so that scoring adds up an array of integers.
 * @module
 */
import type { Rules } from '../rules/rules.ts';

/** Names of all features, by number. Filled while the modules load, never after. */
const names: string[] = [];

/** A group of features, one of which holds at a time: `at(value)` is the number of the value. */
export interface FeatureGroup<Value extends string> {
  at(value: Value): number;
}

/** Declares a group with named values. */
export function group<Value extends string>(
  name: string,
  values: readonly Value[],
): FeatureGroup<Value> {
  const numbers = new Map(values.map((value) => [value, names.push(`${name}=${value}`) - 1]));
  return { at: (value) => numbers.get(value) as number };
}

/** Declares `count` features that are counted from 0; larger values fall on the last. */
export function steps(name: string, limits: readonly number[]): (value: number) => number {
  const base = names.length;
  limits.forEach((limit) => names.push(`${name}<=${limit}`));
  names.push(`${name}>${limits.at(-1)}`);
  return (value) => {
    let i = 0;
    while (i < limits.length && value > (limits[i] as number)) i++;
    return base + i;
  };
}

/** Declares a feature that holds or not. */
export function flag(name: string): number {
  return names.push(name) - 1;
}

/** Declares the product of two enumerations of small numbers. */
export function grid(
  name: string,
  rows: readonly string[],
  columns: readonly string[],
): (row: number, column: number) => number {
  const base = names.length;
  for (const row of rows) for (const column of columns) names.push(`${name}=${row}+${column}`);
  return (row, column) => base + row * columns.length + column;
}

/** How the features of a cue's verb and group are told apart by the shape of the frame. */
export const CUE_SHAPES = ['after', 'before', 'before-inverted', 'after-inverted', 'split', 'split-inverted'] as const;

/**
 * The full space for a rule set: the declared features, then one a verb, and some a cue group.
 */
export class FeatureSpace {
  readonly size: number;
  readonly #lemmas: number;
  readonly #rules: Rules;
  readonly #fixed: number;

  constructor(rules: Rules) {
    this.#rules = rules;
    this.#fixed = names.length;
    // One more of each: the colon that introduces a quote without a verb.
    this.#lemmas = rules.lemmas.length + 1;
    this.size = this.#fixed + this.#lemmas * 2 + (rules.cueRules.length + 1) * PER_CUE;
  }

  /** The verb itself, apart for quotes with and without marks. */
  lemma(lemma: number, marked: boolean): number {
    return this.#fixed + lemma + (marked ? this.#lemmas : 0);
  }

  /** The cue's group with one of {@link PER_CUE} circumstances. */
  cue(rule: number, circumstance: number): number {
    return this.#fixed + this.#lemmas * 2 + rule * PER_CUE + circumstance;
  }

  name(feature: number): string {
    if (feature < this.#fixed) return names[feature] as string;
    const at = feature - this.#fixed;
    if (at < this.#lemmas) return `lemma/${this.#rules.lemmas[at] ?? 'colon'}`;
    if (at < this.#lemmas * 2) return `lemma-marked/${this.#rules.lemmas[at - this.#lemmas] ?? 'colon'}`;
    const rest = at - this.#lemmas * 2;
    const rule = this.#rules.cueRules[Math.floor(rest / PER_CUE)];
    return `${rule?.id ?? 'colon'}+${rest % PER_CUE}`;
  }

  /** The weights of a fitted model, by feature number; absent ones are 0. */
  weights(model: string): Float64Array {
    const rows = this.#rules.weights[model]?.rows ?? {};
    return Float64Array.from({ length: this.size }, (_, feature) => {
      const row = rows[this.name(feature)];
      return row ? (row[1] as number) / 100 : 0;
    });
  }
}

/** Circumstances of a cue group: six shapes, twelve ways in which content starts, and how many verbs it has. */
export const PER_CUE = 21;
export const START_CIRCUMSTANCES = 6;
export const FINITE_CIRCUMSTANCES = 18;
