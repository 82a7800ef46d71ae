/**
 * Sets of word lists, by number. A text has tens of thousands of words and hardly more than a hundred different sets of lists
 * that a word is in: a number for each word takes a third of the memory of a bit for each word and list.
 * @module
 */
import { doubled } from '../text/typed.ts';

const BITS = 32;

/** The set that holds no list. */
export const EMPTY_SET = 0;

/** All sets that were asked for; equal ones may have several numbers. */
export class ListSets {
  readonly #width: number;
  /** A bit for each list: `#width` numbers a set. */
  #masks: Int32Array;
  /** How many there are. */
  count = 1;
  /** By the numbers of two sets: that of their union. */
  readonly #unions = new Map<number, number>();

  /** @param lists how many lists there are */
  constructor(lists: number) {
    this.#width = Math.max(1, Math.ceil(lists / BITS));
    this.#masks = new Int32Array(64 * this.#width);
  }

  /** The set of some lists, by their numbers. */
  of(lists: readonly number[]): number {
    if (lists.length === 0) return EMPTY_SET;
    const set = this.#add();
    for (const list of lists) this.#masks[set * this.#width + (list >> 5)]! |= 1 << (list & 31);
    return set;
  }

  has(set: number, list: number): boolean {
    return ((this.#masks[set * this.#width + (list >> 5)] as number) & (1 << (list & 31))) !== 0;
  }

  /** The set of all lists that are in either. */
  union(one: number, other: number): number {
    if (one === EMPTY_SET || one === other) return other;
    if (other === EMPTY_SET) return one;
    const key = one * MOST_SETS + other;
    let union = this.#unions.get(key);
    if (union === undefined) this.#unions.set(key, (union = this.#unite(one, other)));
    return union;
  }

  #unite(one: number, other: number): number {
    if (this.#holds(one, other)) return one;
    if (this.#holds(other, one)) return other;
    const set = this.#add();
    for (let i = 0; i < this.#width; i++)
      this.#masks[set * this.#width + i] =
        (this.#masks[one * this.#width + i] as number) |
        (this.#masks[other * this.#width + i] as number);
    return set;
  }

  #holds(whole: number, part: number): boolean {
    for (let i = 0; i < this.#width; i++) {
      const bits = this.#masks[part * this.#width + i] as number;
      if (((this.#masks[whole * this.#width + i] as number) & bits) !== bits) return false;
    }
    return true;
  }

  #add(): number {
    const set = this.count++;
    if (this.count * this.#width > this.#masks.length) this.#masks = doubled(this.#masks);
    return set;
  }
}

/** More than a text of any length has words of. */
const MOST_SETS = 2 ** 26;
