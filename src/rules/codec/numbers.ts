/**
 * Whole numbers as printable text: small in a bundle, and quick to read where little of it is read.
 *
 * A number ends with one of 57 characters from '#' on; in front of it stand digits of 34 characters from ']' on, so a
 * number below 57 is one character, one below 1995 two. Quote marks and the backslash are not used, line breaks neither.
 * @module
 */

const FINAL = 35;
const FINALS = 57;
/** Numbers below are one character. */
export const SHORT = FINALS;
/** The backslash: what is above is a leading digit, worth 1 to 34. */
const BORDER = 92;
const DIGITS = 34;

/** The text of numbers from 0 to 2 to the power of 31. */
export function packNumbers(numbers: Iterable<number>): string {
  let text = '';
  for (const number of numbers) text += packNumber(number);
  return text;
}

function packNumber(number: number): string {
  let text = String.fromCharCode(FINAL + (number % FINALS));
  for (let high = Math.floor(number / FINALS); high > 0; ) {
    const digit = ((high - 1) % DIGITS) + 1;
    text = String.fromCharCode(BORDER + digit) + text;
    high = (high - digit) / DIGITS;
  }
  return text;
}

/** Whole numbers of either sign as numbers from 0, the small ones small: 0, -1, 1, -2, 2 … */
export function foldSign(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

export function unfoldSign(number: number): number {
  return number & 1 ? -((number + 1) >> 1) : number >> 1;
}

/** The numbers of a text. One plain loop: it is run once, so it must be fast before an engine has looked at it twice. */
export function unpackNumbers(text: string): Int32Array {
  const numbers = new Int32Array(text.length);
  let count = 0;
  let high = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > BORDER) high = high * DIGITS + unit - BORDER;
    else {
      numbers[count++] = high * FINALS + unit - FINAL;
      high = 0;
    }
  }
  return numbers.subarray(0, count);
}

/**
 * The text of numbers of which some are far more frequent than others: the most frequent ones come first, as they are, and
 * take one character each from then on.
 */
export function packSymbols(symbols: readonly number[]): string {
  const counts = new Map<number, number>();
  for (const symbol of symbols) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const byCount = [...counts].sort(([a, many], [b, more]) => more - many || a - b);
  const frequent = byCount.slice(0, FINALS).map(([symbol]) => symbol);
  const places = new Map(frequent.map((symbol, place) => [symbol, place]));
  const renamed = symbols.map((symbol) => places.get(symbol) ?? symbol + frequent.length);
  return packNumbers([frequent.length, ...frequent, ...renamed]);
}

/** The numbers of a text of `packSymbols`. */
export function unpackSymbols(text: string): Int32Array {
  const numbers = unpackNumbers(text);
  const count = numbers[0] as number;
  const frequent = numbers.subarray(1, 1 + count);
  const symbols = numbers.subarray(1 + count);
  for (let i = 0; i < symbols.length; i++) {
    const name = symbols[i] as number;
    symbols[i] = name < count ? (frequent[name] as number) : name - count;
  }
  return symbols;
}
