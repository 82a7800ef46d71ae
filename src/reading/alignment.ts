/**
 * Where the characters of an edited text came from.
 * @module
 */
import { firstWhere } from '../text/search.ts';

/**
 * The edits between a text before and after them, in order, as parallel arrays. Edit `i` replaced
 * `[beforeStart, beforeEnd)` by `[afterStart, afterEnd)`; either may be empty. All offsets are UTF-16 units.
 */
export interface EditedRanges {
  readonly beforeStart: Int32Array;
  readonly beforeEnd: Int32Array;
  readonly afterStart: Int32Array;
  readonly afterEnd: Int32Array;
}

/** Maps offsets through a list of edits, in both directions. All maps are monotone; each look-up is a binary search. */
export class Alignment {
  readonly #ranges: EditedRanges;

  constructor(ranges: EditedRanges) {
    this.#ranges = ranges;
  }

  /** Before the edits: where the unit that stands at `offset` begins. What was taken out in front of it is left out. */
  startBefore(offset: number): number {
    const { beforeStart, beforeEnd, afterStart, afterEnd } = this.#ranges;
    const i = firstWhere(afterStart.length, (n) => (afterStart[n] as number) > offset) - 1;
    if (i < 0) return offset;
    if (offset < (afterEnd[i] as number)) return beforeStart[i] as number;
    return (beforeEnd[i] as number) + offset - (afterEnd[i] as number);
  }

  /** Before the edits: where the unit in front of `offset` ends. What was taken out behind it is left out. */
  endBefore(offset: number): number {
    if (offset === 0) return 0;
    const { beforeEnd, afterStart, afterEnd } = this.#ranges;
    const last = offset - 1;
    const i = firstWhere(afterStart.length, (n) => (afterStart[n] as number) > last) - 1;
    if (i < 0) return offset;
    if (last < (afterEnd[i] as number)) return beforeEnd[i] as number;
    return (beforeEnd[i] as number) + offset - (afterEnd[i] as number);
  }

  /** After the edits: where an offset of the text before them has gone. Inside of a replaced range, its start. */
  after(offset: number): number {
    const { beforeStart, beforeEnd, afterStart, afterEnd } = this.#ranges;
    const i = firstWhere(beforeStart.length, (n) => (beforeStart[n] as number) >= offset) - 1;
    if (i < 0) return offset;
    if (offset < (beforeEnd[i] as number)) return afterStart[i] as number;
    return (afterEnd[i] as number) + offset - (beforeEnd[i] as number);
  }
}
