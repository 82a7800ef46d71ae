/**
 * Character classes as a table, a page of 256 at a time, filled when first met.
 * The table is a memo of a pure function: it cannot change an answer, only the time it takes.
 * @module
 */

export const LETTER = 1;
export const DIGIT = 2;
/** Combining marks, and joiners and stretches inside words. */
export const MARK = 4;
export const UPPER = 8;
/** Scripts written without spaces: every character counts as a word of its own. */
export const SOLO = 16;
export const SPACE = 32;
export const BREAK = 64;
/** A letter of a script that has no capitals, or uses none at the start of sentences. */
export const CASELESS = 128;

/** Anything that can stand inside a word. */
export const WORDISH = LETTER | DIGIT | MARK | SOLO;

const IS_LETTER = /\p{L}/u;
const IS_DIGIT = /\p{N}/u;
const IS_MARK = /\p{M}|\u200c|\u200d|\u00ad|\u0640/u;
const IS_UPPER = /[\p{Lu}\p{Lt}]/u;
const IS_SOLO =
  /[\u30fc\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const IS_CASELESS = /[\p{Lo}\p{Lm}\p{Script=Georgian}]/u;
const IS_SPACE = /[\s\u0085\u200b\ufeff]/u;
const IS_BREAK = /[\n\r\u2028\u2029\u0085\v\f]/u;

const pages: (Uint8Array | undefined)[] = Array.from({ length: 256 }, () => undefined);

/** The class bits of a code point, given as a string of one character. */
function classify(char: string): number {
  let bits = 0;
  if (IS_LETTER.test(char)) bits |= LETTER;
  if (IS_DIGIT.test(char)) bits |= DIGIT;
  if (IS_MARK.test(char)) bits |= MARK;
  if (IS_UPPER.test(char)) bits |= UPPER;
  if (bits & LETTER && IS_SOLO.test(char)) bits |= SOLO;
  if (IS_CASELESS.test(char)) bits |= CASELESS;
  if (IS_SPACE.test(char)) bits |= SPACE;
  if (IS_BREAK.test(char)) bits |= BREAK;
  return bits;
}

function fillPage(page: number): Uint8Array {
  const table = new Uint8Array(256);
  for (let i = 0; i < 256; i++) table[i] = classify(String.fromCharCode((page << 8) | i));
  pages[page] = table;
  return table;
}

/** Class bits of a UTF-16 unit. Surrogates have none: ask {@link classOfPair}. */
export function classOf(unit: number): number {
  return (pages[unit >> 8] ?? fillPage(unit >> 8))[unit & 255] as number;
}

/** Class bits of a surrogate pair starting at `at`, or 0 where there is no pair. */
export function classOfPair(text: string, at: number): number {
  const point = text.codePointAt(at) ?? 0;
  return point > 0xffff ? classify(String.fromCodePoint(point)) : 0;
}

export const isSpace = (unit: number): boolean => (classOf(unit) & SPACE) !== 0;
export const isLetter = (unit: number): boolean => (classOf(unit) & LETTER) !== 0;
export const isDigit = (unit: number): boolean => (classOf(unit) & DIGIT) !== 0;
export const isUpper = (unit: number): boolean => (classOf(unit) & UPPER) !== 0;
/** A small letter of a script with capitals. */
export const isLower = (unit: number): boolean =>
  (classOf(unit) & (LETTER | UPPER | CASELESS)) === LETTER;
export const isSolo = (unit: number): boolean => (classOf(unit) & SOLO) !== 0;
export const isWordish = (unit: number): boolean => (classOf(unit) & WORDISH) !== 0;

/** A set of characters of one UTF-16 unit each. Asking a table is several times as fast as searching a string. */
export class CharSet {
  readonly #ascii = new Uint8Array(128);
  readonly #others: ReadonlySet<number>;

  constructor(chars: Iterable<string>) {
    const units = [...chars].map((char) => char.charCodeAt(0));
    for (const unit of units) if (unit < 128) this.#ascii[unit] = 1;
    this.#others = new Set(units.filter((unit) => unit >= 128));
  }

  has(unit: number): boolean {
    return unit < 128 ? this.#ascii[unit] === 1 : this.#others.has(unit);
  }
}
