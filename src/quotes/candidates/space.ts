/**
 * The features of candidates for one rule set: those that all rule sets have, then those of its verbs and cue groups.
 * @module
 */
import type { NumberedFeatures } from '../../rules/feature-space.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Group } from '../../rules/weights.ts';
import { CANDIDATE_FEATURES } from './features.ts';
import {
  FINITE_VERBS,
  ORDER,
  ORDERS,
  STARTS,
  type FiniteVerbs,
  type Order,
  type Start,
} from './names.ts';

/** Stands for a verb and a group where a colon is the cue. */
const COLON = 'colon';

/**
 * What a cue group has a weight each for: the order, how content starts, its finite verbs. Weight files number them
 * through; the order `verb-final` came last and has the last number.
 */
const FIRST_START = ORDERS.list.length - 1;
const FIRST_FINITE = FIRST_START + STARTS.list.length;
const VERB_FINAL = FIRST_FINITE + FINITE_VERBS.list.length;
const PER_GROUP = VERB_FINAL + 1;

const withoutLanguage = (id: string): string => id.slice(id.indexOf('/') + 1);

/**
 * Groups of the same name in several languages (`en/cues/deny`, `de/cues/deny`) share their features: what is learned in
 * one language holds in the next.
 */
export class CandidateSpace implements NumberedFeatures {
  readonly size: number;
  /** Runs of feature numbers; the last two are the verbs and the cue groups. */
  readonly groups: readonly Group[];
  /** The number of the first feature of a verb. */
  readonly firstVerb: number;
  /** The number of the first feature of a cue group. */
  readonly firstGroup: number;
  readonly #rules: Rules;
  readonly #verbs: number;
  readonly #names: readonly string[];
  /** For each cue rule, the number of the first feature of its group. */
  readonly #firstOf: readonly number[];

  constructor(rules: Rules) {
    this.#rules = rules;
    // One more verb and one more group: the colon that introduces a quote without a verb.
    this.#verbs = rules.lemmas.count + 1;
    const names = [...rules.cueRules.map(({ id }) => withoutLanguage(id)), COLON];
    this.#names = [...new Set(names)];
    const { space } = CANDIDATE_FEATURES;
    this.firstVerb = space.size;
    this.firstGroup = space.size + this.#verbs * 2;
    this.size = this.firstGroup + this.#names.length * PER_GROUP;
    const numbers = new Map(this.#names.map((name, i) => [name, i]));
    this.#firstOf = names.map(
      (name) => this.firstGroup + (numbers.get(name) as number) * PER_GROUP,
    );
    this.groups = [
      ...space.groups,
      this.#run('lemmas', this.firstVerb, this.firstGroup),
      this.#run('cues', this.firstGroup, this.size),
    ];
  }

  /** The verb itself, apart for quotes with and without marks. */
  verb(lemma: number, marked: boolean): number {
    return this.firstVerb + lemma + (marked ? this.#verbs : 0);
  }

  /** The group of a cue rule, with the order of source, content and cue. */
  cueOrder(rule: number, order: Order): number {
    return this.#group(rule) + (order === ORDER['verb-final'] ? VERB_FINAL : order);
  }

  /** The same, with how content starts. */
  cueStart(rule: number, start: Start): number {
    return this.#group(rule) + FIRST_START + start;
  }

  /** The same, with the finite verbs of content. */
  cueFinite(rule: number, finite: FiniteVerbs): number {
    return this.#group(rule) + FIRST_FINITE + finite;
  }

  /** Whether a feature is one of a cue's verb or group. */
  isOfCue(feature: number): boolean {
    return feature >= this.firstVerb;
  }

  /** The name of a feature by its number. */
  nameOf(feature: number): string {
    if (feature < this.firstVerb) return CANDIDATE_FEATURES.space.nameOf(feature);
    if (feature < this.firstGroup) return this.#verbName(feature - this.firstVerb);
    const row = feature - this.firstGroup;
    return `${this.#names[Math.floor(row / PER_GROUP)]}+${row % PER_GROUP}`;
  }

  #verbName(row: number): string {
    const marked = row >= this.#verbs;
    const lemma = marked ? row - this.#verbs : row;
    const { lemmas } = this.#rules;
    return `${marked ? 'lemma-marked' : 'lemma'}/${lemma < lemmas.count ? lemmas.nameOf(lemma) : COLON}`;
  }

  #group(rule: number): number {
    return this.#firstOf[rule] as number;
  }

  #run(key: string, base: number, end: number): Group {
    const size = end - base;
    const nameOf = (row: number): string => this.nameOf(base + row);
    return { section: { key: `${key} ${size}`, size, nameOf }, base };
  }
}
