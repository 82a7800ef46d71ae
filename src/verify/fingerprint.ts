/**
 * A fingerprint of a quote's words, by which the same words are found again in other articles: cut, in other typography, or with a word
 * changed.
 * @module
 */
import { fold } from '../text/fold.ts';
import { hashOf } from '../text/hash.ts';
import { splitWords, vocabularyOf } from '../text/words.ts';
import { sameCharacters } from './words.ts';

const NO_VOCABULARY = vocabularyOf(new Map());

/** Words in a row that are hashed together. Of two, "of the" is in every other quote; of four, one changed word spoils four. */
const RUN = 3;
/**
 * Hashes kept, the smallest ones. What is cut from a quote keeps those of its runs that the whole kept, and 24 are all runs of most
 * quotes.
 */
const KEPT = 24;

/**
 * The smallest hashes of all runs of three words, in ascending order: unsigned numbers of 32 bits. Quotes with the same words share
 * some; empty for a quote without words.
 */
export function fingerprintOf(quote: string): readonly number[] {
  const folded = fold(quote);
  const { count, start, end } = splitWords(folded, folded, NO_VOCABULARY);
  const words = Array.from({ length: count }, (_, i) =>
    sameCharacters(folded.slice(start[i], end[i])),
  );
  const hashes = new Set<number>();
  const last = Math.max(count > 0 ? 1 : 0, count - RUN + 1);
  for (let i = 0; i < last; i++) hashes.add(hashOf(words.slice(i, i + RUN).join(' ')) >>> 0);
  return [...hashes].sort((a, b) => a - b).slice(0, KEPT);
}

/** As it stands in tables: eight hexadecimal digits each, divided by spaces. */
export function writeFingerprint(hashes: readonly number[]): string {
  return hashes.map((hash) => hash.toString(16).padStart(8, '0')).join(' ');
}

export function readFingerprint(written: string): readonly number[] {
  return written === '' ? [] : written.split(' ').map((hex) => Number.parseInt(hex, 16));
}
