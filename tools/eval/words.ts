/**
 * The words that quotes are compared by: sets of word numbers, so that spaces and punctuation do not count.
 * @module
 */
import type { Span } from '../../src/text/spans.ts';
import type { Pair } from './gold.ts';

/** Kept apart from the program's own words: a change there must not move the yardstick. */
const WORD = /[\p{L}\p{N}_]+(?:[’'][\p{L}\p{N}_]+)?/gu;

export type WordSet = ReadonlySet<number>;

/** Spans of all words of a text, in order. */
export function wordsOf(text: string): readonly Pair[] {
  return Array.from(text.matchAll(WORD), (match) => [match.index, match.index + match[0].length]);
}

/** Numbers of the words that lie in the spans, or partly so. */
export function wordsIn(words: readonly Pair[], spans: readonly Pair[]): WordSet {
  const found = new Set<number>();
  for (const [start, end] of spans) {
    let word = firstEndingAfter(words, start);
    for (; word < words.length && (words[word] as Pair)[0] < end; word++) found.add(word);
  }
  return found;
}

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

export function pairsOf(spans: readonly Span[]): readonly Pair[] {
  return spans.map(({ start, end }) => [start, end]);
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

/** A mention is right if it shares words with gold, and at least half of its own words lie in gold. */
export function meets(gold: WordSet, told: WordSet): boolean {
  const common = commonWords(gold, told);
  return common > 0 && 2 * common >= told.size;
}

/** Contents match if half their words are common. */
export const LEAST_OVERLAP = 0.5;
