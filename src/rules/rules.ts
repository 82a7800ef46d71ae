/**
 * The rule set at run time.
 * @module
 */
import { prepareNeed, type Need } from './needs.ts';
import { unpackEdges, unpackPairs } from './pack.ts';
import { buildTrie, type Trie } from './trie.ts';
import type {
  CompiledRules,
  CueRule,
  Entry,
  LexiconRule,
  SegmentRule,
  WeightTable,
} from './types.ts';

export interface Rules {
  /** Changes when, and only when, the bundled rules or weights change. */
  readonly version: string;
  readonly segmentRules: readonly SegmentRule[];
  readonly cueRules: readonly CueRule[];
  readonly lexiconRules: readonly LexiconRule[];
  readonly lemmas: readonly string[];
  readonly suffixes: CompiledRules['suffixes'];
  readonly entries: readonly Entry[];
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly trie: Trie;
  readonly weights: Readonly<Record<string, WeightTable>>;
  readonly expressions: readonly ExpressionRule[];
}

/** A segment rule's expressions, ready to run; `number` indexes `segmentRules`. */
export interface ExpressionRule {
  readonly number: number;
  readonly needs: readonly Need[];
  readonly expressions: readonly RegExp[];
}

/** Builds the lookup structures; some milliseconds, once a process. */
export function openRules(compiled: CompiledRules): Rules {
  const { version, segmentRules, cueRules, lexiconRules, lemmas, entries, suffixes, weights } = compiled;
  return {
    version,
    segmentRules,
    cueRules,
    lexiconRules,
    lemmas,
    entries,
    suffixes,
    weights,
    vocabulary: new Map(compiled.vocabulary.split('\n').map((word, number) => [word, number])),
    trie: buildTrie(unpackEdges(compiled.edges), unpackPairs(compiled.accepts)),
    expressions: openExpressions(segmentRules),
  };
}

function openExpressions(segmentRules: readonly SegmentRule[]): readonly ExpressionRule[] {
  return segmentRules.flatMap(({ expressions, needs = [] }, number) =>
    expressions
      ? [
          {
            number,
            needs: needs.map(prepareNeed),
            expressions: expressions.map((source) => new RegExp(source, 'u')),
          },
        ]
      : [],
  );
}
