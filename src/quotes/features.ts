/**
 * Numbered features: each group of named values takes a run of numbers, so that scoring adds up an array of integers.
 * @module
 */
import type { Rules } from '../rules/rules.ts';
import { openWeights, sectionOf, type Section } from '../rules/weights.ts';

/** Names of all features, by number, and the groups that they were declared in. Filled while the modules load, never after. */
const names: string[] = [];
const declared: Group[] = [];

/** A section of the weight table, and the number of its first feature. */
interface Group {
  readonly section: Section;
  readonly base: number;
}

/** Answers the number of the first. */
function declare(added: readonly string[]): number {
  const base = names.length;
  names.push(...added);
  declared.push({ section: sectionOf(added), base });
  return base;
}

/** A group of features, one of which holds at a time: `at(value)` is the number of the value. */
export interface FeatureGroup<Value extends string> {
  at(value: Value): number;
}

/** Declares a group with named values. */
export function group<Value extends string>(
  name: string,
  values: readonly Value[],
): FeatureGroup<Value> {
  const base = declare(values.map((value) => `${name}=${value}`));
  const numbers = new Map(values.map((value, i) => [value, base + i]));
  return { at: (value) => numbers.get(value) as number };
}

/** Declares `count` features that are counted from 0; larger values fall on the last. */
export function steps(name: string, limits: readonly number[]): (value: number) => number {
  const base = declare([...limits.map((limit) => `${name}<=${limit}`), `${name}>${limits.at(-1)}`]);
  return (value) => {
    let i = 0;
    while (i < limits.length && value > (limits[i] as number)) i++;
    return base + i;
  };
}

/** Declares a feature that holds or not. */
export function flag(name: string): number {
  return declare([name]);
}

/** Declares the product of two enumerations of small numbers. */
export function grid(
  name: string,
  rows: readonly string[],
  columns: readonly string[],
): (row: number, column: number) => number {
  const base = declare(rows.flatMap((row) => columns.map((column) => `${name}=${row}+${column}`)));
  return (row, column) => base + row * columns.length + column;
}

/** How the features of a cue's verb and group are told apart by the shape of the frame. */
export const CUE_SHAPES = [
  'after',
  'before',
  'before-inverted',
  'after-inverted',
  'split',
  'split-inverted',
] as const;

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
    this.#lemmas = rules.lemmas.count + 1;
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
    if (at < this.#lemmas) return `lemma/${this.#lemmaName(at)}`;
    if (at < this.#lemmas * 2) return `lemma-marked/${this.#lemmaName(at - this.#lemmas)}`;
    const rest = at - this.#lemmas * 2;
    const rule = this.#rules.cueRules[Math.floor(rest / PER_CUE)];
    return `${rule?.id ?? 'colon'}+${rest % PER_CUE}`;
  }

  #lemmaName(lemma: number): string {
    return lemma < this.#rules.lemmas.count ? this.#rules.lemmas.nameOf(lemma) : 'colon';
  }

  /** The groups in an order that does not hang on which module was loaded first. */
  get sections(): readonly Group[] {
    const fixed = declared.toSorted((a, b) => (a.section.key < b.section.key ? -1 : 1));
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

  /** The weights of a fitted model, by feature number; absent ones are 0. */
  weights(model: string): Float64Array {
    const into = new Float64Array(this.size);
    const places = this.sections.map(({ section, base }) => ({ section, into, base }));
    openWeights(this.#rules.weights[model], ['weight'], places);
    return into;
  }
}

/** Circumstances of a cue group: six shapes, twelve ways in which content starts, and how many verbs it has. */
export const PER_CUE = 21;
export const START_CIRCUMSTANCES = 6;
export const FINITE_CIRCUMSTANCES = 18;
