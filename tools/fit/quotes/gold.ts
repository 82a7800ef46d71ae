/**
 * Gold attributions in the program's own words, because what is learned from them are spans of these. How well an answer
 * meets them is measured by the evaluation's code.
 * @module
 */
import { wordsWithin, type Words } from '../../../src/text/words.ts';
import type { Pair, QuoteDocument } from '../../eval/gold.ts';
import { isSame, type WordSet } from '../../eval/words.ts';

/** A gold attribution in word numbers. */
export interface Gold {
  readonly content: WordSet;
  readonly source: WordSet;
  readonly cue: WordSet;
}

/** Numbers of words, half-open. */
interface WordRange {
  readonly from: number;
  readonly to: number;
}

/** The attributions of a document that have any words. */
export function goldOf(doc: QuoteDocument, words: Words): readonly Gold[] {
  const set = (spans: readonly Pair[] = []): WordSet =>
    wordSet(spans.map(([start, end]) => wordsWithin(words, start, end)));
  const golds = doc.quotes
    .map((quote) => ({
      content: set(quote.quote_spans),
      source: set(quote.speaker_spans),
      cue: set(quote.cue_spans),
    }))
    .filter((gold) => gold.content.size > 0);
  return golds.reduce<readonly Gold[]>(addOrJoin, []);
}

/** Content on both sides of one cue is one quote, though some annotators make two of it: “…,” said Reed. “…” */
function addOrJoin(golds: readonly Gold[], next: Gold): readonly Gold[] {
  const other = golds.find(
    ({ content, cue }) =>
      cue.size > 0 &&
      isSame(cue, next.cue) &&
      (isBetween(cue, content, next.content) || isBetween(cue, next.content, content)),
  );
  if (!other) return [...golds, next];
  const joined = { ...other, content: new Set([...other.content, ...next.content]) };
  return golds.map((gold) => (gold === other ? joined : gold));
}

function isBetween(cue: WordSet, before: WordSet, after: WordSet): boolean {
  return Math.max(...before) < Math.min(...cue) && Math.max(...cue) < Math.min(...after);
}

/** The words of some ranges as a set. */
export function wordSet(ranges: readonly WordRange[]): WordSet {
  return new Set(ranges.flatMap(range));
}

export function range({ from, to }: WordRange): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}
