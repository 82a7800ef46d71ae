/**
 * The rule set at run time.
 * @module
 */
import { cuesFrom, Entries } from './entries.ts';
import { Hints } from './hints.ts';
import { Lemmas } from './lemmas.ts';
import { prepareNeed, type Need, type Sieve } from './needs.ts';
import { Trie } from './trie.ts';
import { Vocabulary } from './vocabulary.ts';
import type { CompiledRules, CueRule, LexiconRule, SegmentRule, SiteRules, Weights } from './types.ts';

export interface Rules {
  /** Changes when, and only when, the bundled rules or weights change. */
  readonly version: string;
  readonly segmentRules: readonly SegmentRule[];
  readonly cueRules: readonly CueRule[];
  readonly lexiconRules: readonly LexiconRule[];
  readonly sites: readonly SiteRules[];
  readonly lemmas: Lemmas;
  readonly suffixes: CompiledRules['suffixes'];
  readonly entries: Entries;
  readonly vocabulary: Vocabulary;
  readonly trie: Trie;
  readonly weights: Readonly<Record<string, Weights>>;
  readonly expressions: readonly ExpressionRule[];
  readonly hints: Hints;
}

/** A segment rule's expressions; `number` indexes `segmentRules`. */
export class ExpressionRule {
  readonly number: number;
  /** Units with fewer or more words are none of its business. */
  readonly minWords: number;
  readonly maxWords: number;
  readonly #literals: readonly string[];
  readonly #sources: readonly string[];
  #needs: readonly Need[] | undefined;
  #expressions: readonly RegExp[] | undefined;

  constructor(number: number, rule: SegmentRule, sources: readonly string[]) {
    this.number = number;
    this.minWords = rule.minWords ?? 0;
    this.maxWords = rule.maxWords ?? Infinity;
    this.#literals = rule.needs ?? [];
    this.#sources = sources;
  }

  /** Whether one of the expressions matches; they are compiled when a text first has what they need. */
  matches(text: string, sieve: Sieve): boolean {
    this.#needs ??= this.#literals.map(prepareNeed);
    if (!sieve.holdsAny(this.#needs)) return false;
    this.#expressions ??= this.#sources.map((source) => new RegExp(source, 'u'));
    return this.#expressions.some((expression) => expression.test(text));
  }
}

/** Opens a rule set. Hardly any time passes: what is packed is opened when first asked for. */
export function openRules(compiled: CompiledRules): Rules {
  const { version, segmentRules, cueRules, lexiconRules, sites, suffixes, weights } = compiled;
  const vocabulary = new Vocabulary(compiled.vocabulary);
  const trie = new Trie(compiled.trie, cuesFrom(compiled));
  const lemmas = new Lemmas(compiled, trie, vocabulary);
  return {
    version,
    segmentRules,
    cueRules,
    lexiconRules,
    sites,
    lemmas,
    entries: new Entries(compiled, lemmas),
    suffixes,
    weights,
    vocabulary,
    trie,
    expressions: openExpressions(segmentRules),
    hints: new Hints(compiled.hints),
  };
}

function openExpressions(segmentRules: readonly SegmentRule[]): readonly ExpressionRule[] {
  return segmentRules.flatMap((rule, number) =>
    rule.expressions ? [new ExpressionRule(number, rule, rule.expressions)] : [],
  );
}
