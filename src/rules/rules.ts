/**
 * The rule set at run time.
 * @module
 */
import { Entries } from './entries.ts';
import { prepareNeed, type Need } from './needs.ts';
import { Trie } from './trie.ts';
import type { CompiledRules, CueRule, LexiconRule, SegmentRule, Weights } from './types.ts';

export interface Rules {
  /** Changes when, and only when, the bundled rules or weights change. */
  readonly version: string;
  readonly segmentRules: readonly SegmentRule[];
  readonly cueRules: readonly CueRule[];
  readonly lexiconRules: readonly LexiconRule[];
  readonly lemmas: readonly string[];
  readonly suffixes: CompiledRules['suffixes'];
  readonly entries: Entries;
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly trie: Trie;
  readonly weights: Readonly<Record<string, Weights>>;
  readonly expressions: readonly ExpressionRule[];
}

/** A segment rule's expressions; `number` indexes `segmentRules`. */
export interface ExpressionRule {
  readonly number: number;
  readonly needs: readonly Need[];
  /** Whether one of the expressions matches. */
  readonly test: (text: string) => boolean;
}

/** Opens what every text needs. A millisecond or two, once a process: the rest is opened when first asked for. */
export function openRules(compiled: CompiledRules): Rules {
  const { version, segmentRules, cueRules, lexiconRules, suffixes, weights } = compiled;
  return {
    version,
    segmentRules,
    cueRules,
    lexiconRules,
    lemmas: compiled.lemmas.split('\n'),
    entries: new Entries(compiled),
    suffixes,
    weights,
    vocabulary: openVocabulary(compiled.vocabulary),
    trie: new Trie(compiled.trie),
    expressions: openExpressions(segmentRules),
  };
}

function openVocabulary(text: string): ReadonlyMap<string, number> {
  const words = text.split('\n');
  const numbers = new Map<string, number>();
  for (let i = 0; i < words.length; i++) numbers.set(words[i] as string, i);
  return numbers;
}

function openExpressions(segmentRules: readonly SegmentRule[]): readonly ExpressionRule[] {
  return segmentRules.flatMap(({ expressions, needs = [] }, number) =>
    expressions ? [{ number, needs: needs.map(prepareNeed), test: lazyTest(expressions) }] : [],
  );
}

/** Compiles expressions when a text first needs them. */
function lazyTest(sources: readonly string[]): (text: string) => boolean {
  let expressions: readonly RegExp[] | undefined;
  return (text) => {
    expressions ??= sources.map((source) => new RegExp(source, 'u'));
    return expressions.some((expression) => expression.test(text));
  };
}
