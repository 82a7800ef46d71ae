/**
 * A fingerprint of a quote's words, by which the same words are found again in other articles: cut, in other typography, or with a word
 * changed.
 * @module
 */
import { fold } from '../text/fold.ts';
import { HASH_FACTOR, HASH_START } from '../text/hash.ts';
import { splitWords, type Vocabulary } from '../text/words.ts';
import { sameCharacters } from './words.ts';

const NO_VOCABULARY: Vocabulary = { get: () => undefined, find: () => undefined };

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
  return fingerprintsOf([quote])[0] as readonly number[];
}

/** The same of many quotes, in one pass over all: most have twenty words, and each pass allocates its arrays. */
export function fingerprintsOf(quotes: readonly string[]): readonly (readonly number[])[] {
  const folded = fold(quotes.join(BETWEEN));
  const { count, start, end } = splitWords(folded, folded, NO_VOCABULARY);
  let word = 0;
  let to = -BETWEEN.length;
  return quotes.map((quote) => {
    to += BETWEEN.length + quote.length;
    const from = word;
    while (word < count && (end[word] as number) <= to) word++;
    return smallestHashes(folded, start.subarray(from, word), end.subarray(from, word));
  });
}

/** No word has it inside. */
const BETWEEN = '\n';
const SPACE = 0x20;

/** @param start of each word, and its end (UTF-16, half-open) */
function smallestHashes(folded: string, start: Int32Array, end: Int32Array): readonly number[] {
  const count = start.length;
  const hashes = new Uint32Array(Math.max(Math.min(count, 1), count - RUN + 1));
  // A word is hashed again for each of the three runs that it is in.
  for (let first = 0; first < hashes.length; first++) {
    let hash = HASH_START;
    for (let word = first; word < Math.min(first + RUN, count); word++) {
      if (word > first) hash = Math.imul(hash ^ SPACE, HASH_FACTOR);
      hash = hashWord(hash, folded, start[word] as number, end[word] as number);
    }
    hashes[first] = hash;
  }
  hashes.sort();
  const smallest: number[] = [];
  for (let i = 0; i < hashes.length && smallest.length < KEPT; i++)
    if (hashes[i] !== hashes[i - 1]) smallest.push(hashes[i] as number);
  return smallest;
}

/** The hash of what was before and a word; without cutting the word out, where it is in ASCII. */
function hashWord(before: number, folded: string, from: number, to: number): number {
  let hash = before;
  for (let at = from; at < to; at++) {
    const unit = folded.charCodeAt(at);
    if (unit > 0x7e) return hashUnits(before, sameCharacters(folded.slice(from, to)));
    hash = Math.imul(hash ^ unit, HASH_FACTOR);
  }
  return hash;
}

function hashUnits(before: number, word: string): number {
  let hash = before;
  for (let at = 0; at < word.length; at++)
    hash = Math.imul(hash ^ word.charCodeAt(at), HASH_FACTOR);
  return hash;
}

/** As it stands in tables: eight hexadecimal digits each, divided by spaces. */
export function writeFingerprint(hashes: readonly number[]): string {
  return writeFingerprints([hashes])[0] as string;
}

/** The same of many: they are written as bytes, which takes a tenth of the time of joining twenty strings for each. */
export function writeFingerprints(fingerprints: readonly (readonly number[])[]): readonly string[] {
  const bytes = new Uint8Array(fingerprints.reduce((sum, hashes) => sum + widthOf(hashes), 0));
  let at = 0;
  for (const hashes of fingerprints)
    for (let i = 0; i < hashes.length; i++) {
      if (i > 0) bytes[at++] = SPACE;
      const hash = hashes[i] as number;
      for (let shift = 32 - 4; shift >= 0; shift -= 4)
        bytes[at++] = HEX.charCodeAt((hash >>> shift) & 0xf);
    }
  const written = ASCII.decode(bytes);
  at = 0;
  return fingerprints.map((hashes) => written.slice(at, (at += widthOf(hashes))));
}

function widthOf({ length }: readonly number[]): number {
  return Math.max(0, (DIGITS + 1) * length - 1);
}

/** Of a hash. */
const DIGITS = 8;
const HEX = '0123456789abcdef';
const ASCII = new TextDecoder();

export function readFingerprint(written: string): readonly number[] {
  return written === '' ? [] : written.split(' ').map((hex) => Number.parseInt(hex, 16));
}
