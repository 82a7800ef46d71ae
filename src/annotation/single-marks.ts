/**
 * Single quote marks, which may be apostrophes.
 * @module
 */
import { CharSet, isSpace, isUpper, isWordish } from '../text/chars.ts';

/** What closes a pair of single marks. */
const CLOSERS = new CharSet("'’›‘");

/** Closing single marks of one paragraph, told from apostrophes. Found once, so that the scan stays linear. */
export class SingleMarks {
  readonly #text: string;
  readonly #from: number;
  readonly #end: number;
  /** Twice the place of each, and 1 for a sure one: there may be as many as characters. */
  #closers: readonly number[] | undefined;
  #next = 0;

  constructor(text: string, from: number, end: number) {
    this.#text = text;
    this.#from = from;
    this.#end = end;
  }

  /** The mark that closes the single one at `open`, or -1. The nearest sure one, else the last possible. */
  closeOf(open: number): number {
    this.#closers ??= this.#find();
    while (this.#next < this.#closers.length && (this.#closers[this.#next] as number) >> 1 <= open)
      this.#next++;
    const limit = open + LONGEST_SINGLE;
    let possible = -1;
    for (let i = this.#next; i < Math.min(this.#closers.length, this.#next + MOST_TRIES); i++) {
      const closer = this.#closers[i] as number;
      const at = closer >> 1;
      if (at > limit) break;
      if (closer & 1) return at;
      if (possible < 0) possible = at;
    }
    return possible;
  }

  #find(): readonly number[] {
    const found: number[] = [];
    for (let at = this.#from + 1; at < this.#end; at++) {
      if (!CLOSERS.has(this.#text.charCodeAt(at))) continue;
      const mark = this.#text[at] as string;
      const before = this.#text.charCodeAt(at - 1);
      const after = at + 1 < this.#end ? this.#text.charCodeAt(at + 1) : 32;
      if ((isSpace(before) && mark !== '›') || isWordish(after)) continue;
      // After an s it may be a possessive plural: workers' rights.
      const possessive =
        /[sSzxZX]/.test(this.#text[at - 1] as string) && isSpace(after) && !isUpper(after);
      found.push(at * 2 + (possessive ? 0 : 1));
    }
    return found;
  }
}

const LONGEST_SINGLE = 1500;
const MOST_TRIES = 40;
