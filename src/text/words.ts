/**
 * Words of a text in typed arrays: the one pass over the characters that everything later reads from.
 * @module
 */
import { BREAK, DIGIT, LETTER, MARK, SOLO, UPPER, WORDISH, classOf, classOfPair } from './chars.ts';
import { firstWhere } from './search.ts';

/** First letter is upper case. */
export const CAPITAL = 1;
/** At least two letters, all upper case. */
export const ALL_CAPS = 2;
/** Starts with a digit. */
export const NUMERIC = 4;
/** At most three characters and one line break stand between the word before and this one. */
export const GLUED = 8;
/** At least one line break stands between the word before and this one. */
export const AFTER_BREAK = 16;
/** An upper-case letter after a lower-case one: words run together, or a name like McCain. */
export const CAMEL = 32;
/** One character of a script written without spaces. */
export const IDEOGRAPH = 64;

/** Holds a mark; only while it is scanned. */
const MARKED = 128;
/** Vowel points, the Arabic stretch and soft hyphens: a word is the same without them. */
const OPTIONAL_MARKS = /[\u00ad\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;

/** Word number of any number in the vocabulary (`{n}` in a phrase). */
export const NUMBER_ID = 0;
/** Word number of a word that no rule mentions. */
export const UNKNOWN_ID = -1;

/** Parallel arrays over the words of a text; offsets are UTF-16, half-open. */
export interface Words {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Number in the vocabulary, or {@link UNKNOWN_ID}. */
  readonly id: Int32Array;
  readonly shape: Uint8Array;
}

/** Numbers of known words, by their folded form. */
export interface Vocabulary {
  get(word: string): number | undefined;
  /** The number of the word from `from` to `to` (UTF-16, half-open) of a folded text: as `get`, without cutting it out. */
  find(folded: string, from: number, to: number): number | undefined;
}

/** The vocabulary of a map from folded words to their numbers. */
export function vocabularyOf(numbers: ReadonlyMap<string, number>): Vocabulary {
  return {
    get: (word) => numbers.get(word),
    find: (folded, from, to) => numbers.get(folded.slice(from, to)),
  };
}

const APOSTROPHE = 39;
const MAX_GAP = 3;

function isApostrophe(unit: number): boolean {
  return unit === APOSTROPHE || unit === 0x2019 || unit === 0x2bc;
}

/** `.`, `,` and `:` stay inside a number. */
function isNumberPoint(unit: number): boolean {
  return unit === 46 || unit === 44 || unit === 58;
}

function bitsAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return classOfPair(text, at);
  return classOf(unit);
}

/** One unit, or two for a surrogate pair. */
function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && classOfPair(text, at) ? 2 : 1;
}

/**
 * Cuts `text` into words: runs of letters, digits and combining marks, an apostrophe or the points of a number inside;
 * every character of a script without spaces by itself. Words are looked up in `vocabulary` by their folded form; what it
 * holds with an apostrophe at the end (l', qu') is a word of its own in front of another one.
 * @param folded `fold(text)`
 */
export function splitWords(text: string, folded: string, vocabulary: Vocabulary): Words {
  const builder = new WordsBuilder(Math.max(16, text.length >> 2));
  let at = 0;
  let gapFrom = 0;
  let breaks = 0;
  while (at < text.length) {
    const bits = bitsAt(text, at);
    if (!(bits & (LETTER | DIGIT))) {
      if (bits & BREAK && !isHalfBreak(text, at)) breaks++;
      at++;
      continue;
    }
    const start = at;
    const scanned = scanWord(text, folded, start, bits, vocabulary);
    const bitsOfWord = scanned % LENGTH;
    at = start + (scanned - bitsOfWord) / LENGTH;
    const shape = bitsOfWord & ~MARKED;
    const glue = start - gapFrom <= MAX_GAP && breaks <= 1 ? GLUED : 0;
    const known =
      bitsOfWord & MARKED
        ? vocabulary.get(bareWord(folded.slice(start, at)))
        : vocabulary.find(folded, start, at);
    const id = known ?? (shape & NUMERIC ? NUMBER_ID : UNKNOWN_ID);
    builder.push(start, at, id, shape | glue | (breaks > 0 ? AFTER_BREAK : 0));
    gapFrom = at;
    breaks = 0;
  }
  return builder.done();
}

/** A folded word without the marks that writers may leave out, as it stands in rules. */
export function bareWord(word: string): string {
  return word.replace(OPTIONAL_MARKS, '');
}

/** The first half of a CRLF, which is one break. */
function isHalfBreak(text: string, at: number): boolean {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
}

/** A word's length is handed over as a multiple of this, its shape bits as the rest. */
const LENGTH = 256;

/** Scans the word at `start`; answers its length times {@link LENGTH}, plus its shape bits. */
function scanWord(
  text: string,
  folded: string,
  start: number,
  firstBits: number,
  vocabulary: Vocabulary,
): number {
  let at = start + widthAt(text, start);
  if (firstBits & SOLO) {
    while (at < text.length && classOf(text.charCodeAt(at)) & MARK) at++;
    return (at - start) * LENGTH + IDEOGRAPH;
  }
  let shape = firstBits & DIGIT ? NUMERIC : 0;
  if (firstBits & UPPER) shape |= CAPITAL;
  let letters = firstBits & LETTER ? 1 : 0;
  let uppers = firstBits & UPPER ? 1 : 0;
  let previous = firstBits;
  for (; at < text.length;) {
    const bits = bitsAt(text, at);
    if (bits & SOLO) break;
    if (!(bits & WORDISH)) {
      if (!staysInside(text, at, previous)) {
        const ends = opensMark(text, at) && isElided(text, folded, start, at + 1, vocabulary);
        if (ends) at++;
        break;
      }
      at++;
      if (isElided(text, folded, start, at, vocabulary)) break;
      continue;
    }
    if (bits & LETTER) {
      letters++;
      if (bits & UPPER) {
        uppers++;
        if (previous & LETTER && !(previous & UPPER)) shape |= CAMEL;
      }
    }
    if (bits & MARK) shape |= MARKED;
    else previous = bits;
    at += widthAt(text, at);
  }
  if (letters >= 2 && uppers === letters) shape |= ALL_CAPS;
  return (at - start) * LENGTH + shape;
}

/** Whether the character at `at`, no part of a word by itself, stands inside one: don't, 12.5, 10:30. */
function staysInside(text: string, at: number, previous: number): boolean {
  const unit = text.charCodeAt(at);
  const next = at + 1 < text.length ? bitsAt(text, at + 1) : 0;
  if (isApostrophe(unit) || isMisread(text, at))
    return (previous & LETTER) !== 0 && (next & LETTER) !== 0;
  return isNumberPoint(unit) && (previous & DIGIT) !== 0 && (next & DIGIT) !== 0;
}

/** "d'« accident »", "l'“accordo”": an apostrophe right in front of a mark that can only open. */
function opensMark(text: string, at: number): boolean {
  if (!isApostrophe(text.charCodeAt(at))) return false;
  const mark = text[at + 1] ?? ' ';
  return OPENS.includes(mark) || (mark === '"' && (bitsAt(text, at + 2) & LETTER) !== 0);
}

const OPENS = '«“„';

const LONGEST_ELIDED = 8;

/** "l'accord", "qu'il": up to `to` a word that lost its end. Not in names: D'Angelo, L'OCCITANE. */
function isElided(
  text: string,
  folded: string,
  start: number,
  to: number,
  vocabulary: Vocabulary,
): boolean {
  if (to - start > LONGEST_ELIDED || !isApostrophe(text.charCodeAt(to - 1))) return false;
  if (bitsAt(text, start) & bitsAt(text, to) & UPPER) return false;
  return vocabulary.find(folded, start, to) !== undefined;
}

/** The second byte of a letter that was read as Latin 1 though it was UTF-8: "PeÃ±a" for "Peña". */
function isMisread(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x80 || unit > 0xbf) return false;
  const before = text.charCodeAt(at - 1);
  return before === 0xc2 || before === 0xc3;
}

class WordsBuilder {
  #start: Int32Array;
  #end: Int32Array;
  #id: Int32Array;
  #shape: Uint8Array;
  #count = 0;

  constructor(capacity: number) {
    this.#start = new Int32Array(capacity);
    this.#end = new Int32Array(capacity);
    this.#id = new Int32Array(capacity);
    this.#shape = new Uint8Array(capacity);
  }

  push(start: number, end: number, id: number, shape: number): void {
    if (this.#count === this.#start.length) this.#grow();
    const i = this.#count++;
    this.#start[i] = start;
    this.#end[i] = end;
    this.#id[i] = id;
    this.#shape[i] = shape;
  }

  #grow(): void {
    const capacity = this.#start.length * 2;
    const larger = (from: Int32Array): Int32Array => {
      const to = new Int32Array(capacity);
      to.set(from);
      return to;
    };
    this.#start = larger(this.#start);
    this.#end = larger(this.#end);
    this.#id = larger(this.#id);
    const shape = new Uint8Array(capacity);
    shape.set(this.#shape);
    this.#shape = shape;
  }

  done(): Words {
    const count = this.#count;
    return {
      count,
      start: this.#start.subarray(0, count),
      end: this.#end.subarray(0, count),
      id: this.#id.subarray(0, count),
      shape: this.#shape.subarray(0, count),
    };
  }
}

/** Index of the first word that ends after `offset`; `words.count` where there is none. */
export function firstWordAfter(words: Words, offset: number): number {
  return firstWhere(words.count, (word) => (words.end[word] as number) > offset);
}

/** The words that start in a span (UTF-16, half-open); word numbers, half-open. */
export function wordsWithin(
  words: Words,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  const from = firstWordAfter(words, start);
  let to = firstWordAfter(words, end - 1);
  if (to < words.count && (words.start[to] as number) < end) to++;
  return { from, to: Math.max(from, to) };
}
