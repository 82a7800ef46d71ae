/**
 * The elements of a page as a tree: which of them make lines, what holds what, and sums over all that an element holds.
 * @module
 */
import { TAGS, type Elements, type Tag } from '../../html/outline.ts';

/** Elements that do not make a line of their own. */
const INLINE: ReadonlySet<number> = new Set(
  ['inline', 'a', 'button', 'time', 'cite', 'strong', 'em', 'small', 'span', 'label'].map((tag) =>
    TAGS.indexOf(tag as Tag),
  ),
);

export function isInline(tag: number): boolean {
  return INLINE.has(tag);
}

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

export function bump(values: Float64Array, i: number, by: number): void {
  values[i] = (values[i] as number) + by;
}

export class ElementTree {
  readonly elements: Elements;
  /** For each element, itself or the nearest one around it that makes lines. */
  readonly block: Int32Array;
  /** Number of the last element inside each; its own if it holds none. Elements are numbered in the order of the page. */
  readonly #last: Int32Array;

  constructor(elements: Elements) {
    const { count, parent, tag } = elements;
    this.elements = elements;
    this.block = new Int32Array(count);
    this.#last = Int32Array.from({ length: count }, (_, e) => e);
    for (let e = 1; e < count; e++)
      this.block[e] = isInline(tag[e] as number) ? (this.block[parent[e] as number] as number) : e;
    for (let e = count - 1; e > 0; e--) {
      const p = parent[e] as number;
      this.#last[p] = Math.max(this.#last[p] as number, this.#last[e] as number);
    }
  }

  /** The element around an element's block. */
  around(e: number): number {
    return this.block[this.elements.parent[this.block[e] as number] as number] as number;
  }

  /** The number of the last element inside an element; its own if it holds none. */
  lastIn(e: number): number {
    return this.#last[e] as number;
  }

  /** Whether `outer` is `inner` or holds it. */
  holds(outer: number, inner: number): boolean {
    return outer <= inner && inner <= (this.#last[outer] as number);
  }

  /** For each element, how many are such, of itself and all inside of it. */
  count(isSuch: (e: number) => number | boolean): Int32Array {
    const { count, parent } = this.elements;
    const found = Int32Array.from({ length: count }, (_, e) => (isSuch(e) ? 1 : 0));
    for (let e = count - 1; e > 0; e--) {
      const p = parent[e] as number;
      found[p] = (found[p] as number) + (found[e] as number);
    }
    return found;
  }

  /** For each element, the sum of what the units in it have: those that begin in the element itself or inside of it. */
  sum(element: Int32Array, valueOf: (unit: number) => number): Float64Array {
    const { count, parent } = this.elements;
    const sums = new Float64Array(count);
    element.forEach((e, u) => bump(sums, e, valueOf(u)));
    // Parents come before their children.
    for (let e = count - 1; e > 0; e--) bump(sums, parent[e] as number, sums[e] as number);
    return sums;
  }
}
