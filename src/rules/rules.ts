/**
 * The rule set at run time.
 * @module
 */
import { Entries } from './entries.ts';
import { GivenNames } from './given-names.ts';
import { Hints } from './hints.ts';
import { Lemmas } from './lemmas.ts';
import { LiteralPrefilter } from './match/prefilter.ts';
import { Trie } from './match/trie.ts';
import { Profiles } from './profiles.ts';
import type { CompiledRules, CueRule, LexiconRule, SegmentRule, SiteRules, Weights } from './types.ts';
import { Vocabulary } from './vocabulary.ts';

export interface Rules {
  /** Changes when, and only when, the bundled rules or weights change. */
  readonly version: string;
  readonly segmentRules: readonly SegmentRule[];
  readonly cueRules: readonly CueRule[];
  readonly lexiconRules: readonly LexiconRule[];
  readonly sites: readonly SiteRules[];
  readonly profiles: Profiles;
  readonly bylines: CompiledRules['bylines'];
  readonly lemmas: Lemmas;
  readonly suffixes: CompiledRules['suffixes'];
  readonly entries: Entries;
  readonly vocabulary: Vocabulary;
  readonly trie: Trie;
  readonly weights: Readonly<Record<string, Weights>>;
  readonly expressions: Expressions;
  readonly hints: Hints;
  readonly givenNames: GivenNames;
}

/** A segment rule's expressions; `number` indexes `segmentRules`. */
export class ExpressionRule {
  readonly number: number;
  /** Units with fewer or more words are none of its business. */
  readonly minWords: number;
  readonly maxWords: number;
  readonly #sources: readonly string[];
  #expressions: readonly RegExp[] | undefined;

  constructor(number: number, rule: SegmentRule) {
    this.number = number;
    this.minWords = rule.minWords ?? 0;
    this.maxWords = rule.maxWords ?? Infinity;
    this.#sources = rule.expressions ?? [];
  }

  /** Whether one of the expressions matches; they are compiled when a text is first asked about. */
  matches(text: string): boolean {
    this.#expressions ??= this.#sources.map((source) => new RegExp(source, 'u'));
    return this.#expressions.some((expression) => expression.test(text));
  }
}

/** All rules that are expressions. */
export class Expressions {
  readonly rules: readonly ExpressionRule[];
  readonly #needs: readonly (readonly string[])[];
  #index: LiteralPrefilter | undefined;

  constructor(segmentRules: readonly SegmentRule[]) {
    const numbers = segmentRules.flatMap(({ expressions }, number) => (expressions ? [number] : []));
    this.rules = numbers.map((number) => new ExpressionRule(number, segmentRules[number] as SegmentRule));
    this.#needs = numbers.map((number) => segmentRules[number]?.needs ?? []);
  }

  /** 1 for each of the rules whose literals a part of a folded text (UTF-16, half-open) holds one of: no other can match. The next call overwrites the answer. */
  candidatesIn(text: string, from: number, to: number): Uint8Array {
    return (this.#index ??= new LiteralPrefilter(this.#needs)).candidatesIn(text, from, to);
  }
}

/** Opens a rule set. Hardly any time passes: what is packed is opened when first asked for. */
export function openRules(compiled: CompiledRules): Rules {
  const { version, segmentRules, cueRules, lexiconRules, sites, suffixes, weights } = compiled;
  const vocabulary = new Vocabulary(compiled.vocabulary);
  const lemmas = new Lemmas(compiled);
  return {
    version,
    segmentRules,
    cueRules,
    lexiconRules,
    sites,
    profiles: new Profiles(compiled.languages),
    bylines: compiled.bylines,
    lemmas,
    entries: new Entries(compiled, lemmas),
    suffixes,
    weights,
    vocabulary,
    trie: new Trie(compiled.trie),
    expressions: new Expressions(segmentRules),
    hints: new Hints(compiled.hints),
    givenNames: new GivenNames(compiled.givenNames),
  };
}
