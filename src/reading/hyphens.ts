/**
 * Words that were divided at the end of a line, told from words that have a hyphen there anyway.
 * @module
 */
import { isLetter, isLower, isSolo } from '../text/chars.ts';

const SOFT_HYPHEN = '\u00ad';
const DASHES = '-\u2010';
/** Programs that print wider lines than this do not divide words, but may break them at their own hyphens. */
const NARROW = 56;
/** Nothing longer is a word. */
const MOST_WORD = 40;

export class Hyphens {
  readonly #text: string;
  readonly #isNarrow: boolean;
  #words: ReadonlySet<string> | undefined;

  constructor(text: string, margin: number | null) {
    this.#text = text;
    this.#isNarrow = margin !== null && margin <= NARROW;
  }

  /** What stands between a line that ends at `end` and the rest of its paragraph, and where that begins: the hyphen may go. */
  between(end: number, next: number): { readonly by: string; readonly from: number } {
    const last = this.#text[end - 1] ?? '';
    if (last === SOFT_HYPHEN) return { by: '', from: end - 1 };
    if (isSolo(this.#text.charCodeAt(next)) && isSolo(this.#text.charCodeAt(end - 1)))
      return { by: '', from: end };
    if (!DASHES.includes(last) || !isWordEnd(this.#text, end - 2)) return { by: ' ', from: end };
    return { by: '', from: this.#isDivided(end - 1, next) ? end - 1 : end };
  }

  /** The page as a whole tells: whichever form stands there elsewhere. */
  #isDivided(hyphen: number, next: number): boolean {
    const text = this.#text;
    if (!isLower(text.charCodeAt(next)) || !isLetter(text.charCodeAt(hyphen - 1))) return false;
    this.#words ??= new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu));
    const front = text.slice(Math.max(0, hyphen - MOST_WORD), hyphen);
    const before = front.match(/[\p{L}\p{M}]+/gu)?.at(-1);
    const behind = /^[\p{L}\p{M}]+/u.exec(text.slice(next, next + MOST_WORD))?.[0];
    if (before === undefined || behind === undefined || !front.endsWith(before)) return false;
    const [head, tail] = [before.toLowerCase(), behind.toLowerCase()];
    if (this.#words.has(`${head}-${tail}`)) return false;
    return this.#isNarrow || this.#words.has(head + tail);
  }
}

/** A hyphen that follows white space is a dash. */
function isWordEnd(text: string, at: number): boolean {
  return at >= 0 && !/[\s-]/.test(text[at] as string);
}
