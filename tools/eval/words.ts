/**
 * Quotes are compared as sets of word numbers, so spaces and punctuation never decide anything.
 * @module
 */
import type { Span } from '../../src/text/spans.ts';
import type { Pair } from './gold.ts';

/** Not the program's own word pattern: a change there must not move the yardstick. */
const WORD = /[\p{L}\p{N}_]+(?:[’'][\p{L}\p{N}_]+)?/gu;

/** Numbers of words, counted from the start of the text. */
export type WordSet = ReadonlySet<number>;

/** The span of every word of a text, in order. */
export function wordsOf(text: string): readonly Pair[] {
  return Array.from(text.matchAll(WORD), (match) => [match.index, match.index + match[0].length]);
}

/** Numbers of the words that lie wholly or partly in the spans. */
export function wordsIn(words: readonly Pair[], spans: readonly Pair[]): WordSet {
  const found = new Set<number>();
  for (const [start, end] of spans) {
    let word = firstEndingAfter(words, start);
    for (; word < words.length && (words[word] as Pair)[0] < end; word++) found.add(word);
  }
  return found;
}

/** Binary search: the first word that ends behind an offset. */
function firstEndingAfter(words: readonly Pair[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as Pair)[1] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Spans of an answer in the form of gold ones; null stands for no span. */
export function pairsOf(spans: readonly (Span | null)[]): readonly Pair[] {
  return spans.filter((span) => span !== null).map(({ start, end }) => [start, end]);
}

export function commonWords(a: WordSet, b: WordSet): number {
  let count = 0;
  for (const word of a) if (b.has(word)) count++;
  return count;
}

/** Intersection over union (Jaccard), 0 to 1. */
export function overlap(a: WordSet, b: WordSet): number {
  const common = commonWords(a, b);
  return common ? common / (a.size + b.size - common) : 0;
}

export function isSame(a: WordSet, b: WordSet): boolean {
  return a.size === b.size && commonWords(a, b) === a.size;
}

/** A mention is right if it shares words with gold and at least half of its own words lie in gold. */
export function meets(gold: WordSet, told: WordSet): boolean {
  const common = commonWords(gold, told);
  return common > 0 && 2 * common >= told.size;
}

/** Content without the conjunction that opens it (“that the bridge is safe”). A single word is never removed. */
export function withoutOpening(
  content: WordSet,
  isConjunction: (word: number) => boolean,
): WordSet {
  if (content.size < 2) return content;
  const first = firstOf(content);
  return isConjunction(first) ? new Set([...content].filter((word) => word !== first)) : content;
}

/** The lowest number of a set that is not empty. */
function firstOf(content: WordSet): number {
  let first = Infinity;
  for (const word of content) first = Math.min(first, word);
  return first;
}

/** Two contents match if they have half their words in common. */
export const LEAST_OVERLAP = 0.5;
