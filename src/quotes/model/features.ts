/**
 * Numbered features: each group of named values takes a run of numbers, so that scoring adds up an array of integers.
 * @module
 */
import type { Rules } from '../../rules/rules.ts';
import {
  Groups,
  nameIn,
  openWeights,
  productOf,
  sectionOf,
  type Group,
} from '../../rules/weights.ts';
import { fillNamesakes } from './backoff.ts';

/** The groups of features. Filled while the modules load. */
const declared = new Groups();

/** A group of features, one of which holds at a time: `at(value)` is the number of the value. */
export interface FeatureGroup<Value extends string> {
  at(value: Value): number;
}

/** Declares a group with named values. */
export function group<Value extends string>(
  name: string,
  values: readonly Value[],
): FeatureGroup<Value> {
  const base = declared.add(sectionOf(values.map((value) => `${name}=${value}`)));
  const numbers = new Map(values.map((value, i) => [value, base + i]));
  return { at: (value) => numbers.get(value) as number };
}

/** Declares `count` features that are counted from 0; larger values fall on the last. */
export function steps(name: string, limits: readonly number[]): (value: number) => number {
  const base = declared.add(
    sectionOf([...limits.map((limit) => `${name}<=${limit}`), `${name}>${limits.at(-1)}`]),
  );
  return (value) => {
    let i = 0;
    while (i < limits.length && value > (limits[i] as number)) i++;
    return base + i;
  };
}

/** Declares a feature that holds or not. */
export function flag(name: string): number {
  return declared.add(sectionOf([name]));
}

/** Declares the product of two enumerations of small numbers. */
export function grid(
  name: string,
  rows: readonly string[],
  columns: readonly string[],
): (row: number, column: number) => number {
  const base = declared.add(productOf(name, rows, '+', columns));
  return (row, column) => base + row * columns.length + column;
}

/** What stands for a verb and a group where a colon is the cue. */
const COLON = 'colon';

const withoutLanguage = (id: string): string => id.slice(id.indexOf('/') + 1);

/** How the features of a cue's verb and group are told apart by the shape of the frame. */
export const CUE_SHAPES = [
  'after',
  'before',
  'before-inverted',
  'after-inverted',
  'split',
  'split-inverted',
  'verb-final',
] as const;

/**
 * The full space for a rule set: the declared features, then one a verb, and some a cue group. Groups of one name in
 * several languages (`en/cues/deny`, `de/cues/deny`) share theirs: what is learned in one language holds in the next.
 */
export class FeatureSpace {
  readonly size: number;
  readonly #lemmas: number;
  readonly #rules: Rules;
  readonly #fixed: number;
  /** Names of the groups, and the number of the group of each cue rule. */
  readonly #groups: readonly string[];
  readonly #groupOf: readonly number[];

  constructor(rules: Rules) {
    this.#rules = rules;
    this.#fixed = declared.size;
    // One more of each: the colon that introduces a quote without a verb.
    this.#lemmas = rules.lemmas.count + 1;
    const groups = [...rules.cueRules.map(({ id }) => withoutLanguage(id)), COLON];
    this.#groups = [...new Set(groups)];
    this.#groupOf = groups.map((name) => this.#groups.indexOf(name));
    this.size = this.#fixed + this.#lemmas * 2 + this.#groups.length * PER_CUE;
  }

  /** The verb itself, apart for quotes with and without marks. */
  lemma(lemma: number, marked: boolean): number {
    return this.#fixed + lemma + (marked ? this.#lemmas : 0);
  }

  /** The cue's group with one of {@link PER_CUE} circumstances. */
  cue(rule: number, circumstance: number): number {
    const number = this.#groupOf[rule] as number;
    return this.#fixed + this.#lemmas * 2 + number * PER_CUE + circumstance;
  }

  /** Whether a feature is one of a cue's verb or group. */
  isOfCue(feature: number): boolean {
    return feature >= this.#fixed;
  }

  name(feature: number): string {
    if (feature < this.#fixed) return nameIn(declared.all, feature);
    const at = feature - this.#fixed;
    if (at < this.#lemmas) return `lemma/${this.#lemmaName(at)}`;
    if (at < this.#lemmas * 2) return `lemma-marked/${this.#lemmaName(at - this.#lemmas)}`;
    const rest = at - this.#lemmas * 2;
    return `${this.#groups[Math.floor(rest / PER_CUE)]}+${rest % PER_CUE}`;
  }

  #lemmaName(lemma: number): string {
    return lemma < this.#rules.lemmas.count ? this.#rules.lemmas.nameOf(lemma) : COLON;
  }

  /** The groups in an order that does not hang on which module was loaded first. */
  get sections(): readonly Group[] {
    const fixed = declared.all.toSorted((a, b) => (a.section.key < b.section.key ? -1 : 1));
    const rest = this.#fixed;
    const cues = rest + this.#lemmas * 2;
    return [
      ...fixed,
      this.#run('lemmas', rest, cues - rest),
      this.#run('cues', cues, this.size - cues),
    ];
  }

  #run(key: string, base: number, size: number): Group {
    return {
      section: { key: `${key} ${size}`, size, nameOf: (row) => this.name(base + row) },
      base,
    };
  }

  /** The weights of a fitted model, by feature number; absent ones are 0, but for cues with a fitted namesake. */
  weights(model: string): Float64Array {
    const into = new Float64Array(this.size);
    const places = this.sections.map(({ section, base }) => ({ section, into, base }));
    const present = openWeights(this.#rules.weights[model], ['weight'], places);
    const cues = this.#fixed + this.#lemmas * 2;
    fillNamesakes(this.#rules, {
      lemmas: into.subarray(this.#fixed, cues),
      fitted: present.at(-2) as Uint8Array,
    });
    return into;
  }
}

/** Circumstances of a cue group: six shapes, thirteen ways in which content starts, how many verbs it has, the seventh shape. */
export const PER_CUE = 23;
export const VERB_FINAL_CIRCUMSTANCE = 22;
export const START_CIRCUMSTANCES = 6;
export const FINITE_CIRCUMSTANCES = 19;
