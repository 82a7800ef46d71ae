/**
 * Numbers of the words that rules know.
 * @module
 */
import { HASH_FACTOR, HASH_START, hashOf } from '../text/hash.ts';

/** A capital in front of each word says how many letters of the word before go: folded words have none. */
const KEEP_ALL = 65;
/** The word before goes as a whole, however long it is. */
const DROP_ALL = 90;

/** The text of words. Sorted ones share most of their letters with the word before. */
export function packWords(words: readonly string[]): string {
  let before = '';
  let text = '';
  for (const word of words) {
    if (/[A-Z]/.test(word)) throw new Error(`the word "${word}" is not folded`);
    const shared = sharedLetters(before, word);
    const dropped = before.length - shared;
    const isShort = KEEP_ALL + dropped < DROP_ALL;
    text += String.fromCharCode(isShort ? KEEP_ALL + dropped : DROP_ALL);
    text += isShort ? word.slice(shared) : word;
    before = word;
  }
  return text;
}

/** The words of a text of `packWords`, where there are few. */
export function unpackWords(packed: string): readonly string[] {
  let word = '';
  return Array.from(packed.matchAll(/([A-Z])([^A-Z]*)/g), ([, head = '', rest = '']) => {
    const dropped = head.charCodeAt(0);
    word = dropped === DROP_ALL ? rest : word.slice(0, word.length - (dropped - KEEP_ALL)) + rest;
    return word;
  });
}

/** How many units two words have in common at their start; a pair of surrogates is not cut. */
function sharedLetters(before: string, word: string): number {
  let shared = 0;
  while (shared < word.length && word[shared] === before[shared]) shared++;
  const unit = word.charCodeAt(shared - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? shared - 1 : shared;
}

/**
 * Looks words up. A `Map` would do, but takes several times as long to fill, and the first text waits for it: here all
 * letters stand in one array, and words are found by hash.
 */
export class Vocabulary {
  readonly #packed: string;
  #index: WordIndex | undefined;

  /** @param packed `packWords` of the words with the numbers from 1 on; 0 is any number */
  constructor(packed: string) {
    this.#packed = packed;
  }

  /** The number of a folded word, or undefined. */
  get(word: string): number | undefined {
    return this.#open().find(word, 0, word.length);
  }

  /** The number of the word from `from` to `to` (UTF-16, half-open) of a folded text, or undefined. */
  find(folded: string, from: number, to: number): number | undefined {
    return this.#open().find(folded, from, to);
  }

  /** The word with a number from 1 on. */
  word(number: number): string {
    return this.#open().word(number);
  }

  /** When the first text asks, not when the program starts. */
  #open(): WordIndex {
    return (this.#index ??= new WordIndex(this.#packed));
  }
}

const LEAST_SLOTS = 16;

/** Words in plain arrays, filled by plain loops: they run once, before an engine has had time to make anything faster. */
class WordIndex {
  /** The letters of all words, one word after the other; word `n` ends at `#ends[n]`, and number 0 has none. */
  readonly #units: Uint16Array;
  readonly #ends: Int32Array;
  readonly #hashes: Int32Array;
  /** Numbers of words at the places that their hashes give, or the next free ones; 0 where there is none. */
  readonly #slots: Int32Array;

  constructor(packed: string) {
    const { units, ends, hashes } = layOut(packed);
    this.#units = units;
    this.#ends = ends;
    this.#hashes = hashes;
    this.#slots = file(hashes);
  }

  find(text: string, from: number, to: number): number | undefined {
    const hash = hashOf(text, from, to);
    const last = this.#slots.length - 1;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = this.#slots[slot] as number;
      if (number === 0) return undefined;
      if (this.#hashes[number] === hash && this.#is(number, text, from, to)) return number;
    }
  }

  #is(number: number, text: string, from: number, to: number): boolean {
    const start = this.#ends[number - 1] as number;
    if ((this.#ends[number] as number) - start !== to - from) return false;
    for (let at = from; at < to; at++)
      if (this.#units[start + at - from] !== text.charCodeAt(at)) return false;
    return true;
  }

  word(number: number): string {
    return String.fromCharCode(...this.#units.subarray(this.#ends[number - 1], this.#ends[number]));
  }
}

/** How many letters and words there are in a packed text. */
function measure(packed: string): { readonly letters: number; readonly words: number } {
  let letters = 0;
  let words = 0;
  let length = 0;
  for (let at = 0; at < packed.length; at++) {
    const unit = packed.charCodeAt(at);
    if (unit < KEEP_ALL || unit > DROP_ALL) length++;
    else {
      letters += length;
      words++;
      length = unit === DROP_ALL ? 0 : length - (unit - KEEP_ALL);
    }
  }
  return { letters: letters + length, words };
}

function layOut(packed: string) {
  const { letters, words } = measure(packed);
  const units = new Uint16Array(letters);
  const ends = new Int32Array(words + 1);
  const hashes = new Int32Array(words + 1);
  let number = 0;
  let start = 0;
  let end = 0;
  for (let at = 0; at < packed.length; number++) {
    const head = packed.charCodeAt(at++);
    let hash = HASH_START;
    const keptUpTo = head === DROP_ALL ? start : end - (head - KEEP_ALL);
    const from = end;
    for (let kept = start; kept < keptUpTo; kept++) {
      const unit = units[kept] as number;
      units[end++] = unit;
      hash = Math.imul(hash ^ unit, HASH_FACTOR);
    }
    for (; at < packed.length; at++) {
      const unit = packed.charCodeAt(at);
      if (unit >= KEEP_ALL && unit <= DROP_ALL) break;
      units[end++] = unit;
      hash = Math.imul(hash ^ unit, HASH_FACTOR);
    }
    start = from;
    ends[number + 1] = end;
    hashes[number + 1] = hash;
  }
  return { units, ends, hashes };
}

/** A table at most half full: each number from 1 on in the slot of its hash, or the next free one. */
function file(hashes: Int32Array): Int32Array {
  let size = LEAST_SLOTS;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size);
  for (let number = 1; number < hashes.length; number++) {
    let slot = (hashes[number] as number) & (size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = number;
  }
  return slots;
}
