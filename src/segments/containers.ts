/**
 * The element that holds most of a page's prose, and how the others lie to it.
 *
 * After Readability's scoring (github.com/mozilla/readability): every paragraph counts for the element around it and half
 * for the one around that; links count against both. What wins there is the story; here it is only something to measure from.
 * @module
 */
import type { Elements } from '../html/outline.ts';
import type { Markup } from './markup.ts';

/** How an element lies to the main one: inside by so many blocks, or outside with so many from the main one to what holds both. */
export const RELATIONS = [
  'none',
  'inside-0',
  'inside-1',
  'inside-2',
  'inside-3',
  'before-1',
  'before-2',
  'before-4',
  'before-5',
  'after-1',
  'after-2',
  'after-4',
  'after-5',
] as const;

const INSIDE = 1;
const BEFORE = 5;
const AFTER = 9;

export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

type Placed = Pick<Markup, 'relation' | 'alike' | 'aroundLinked' | 'aroundWords'>;

export class Containers {
  readonly #elements: Elements;
  readonly #block: Int32Array;

  /** @param block for each element, itself or the nearest one around it that makes lines */
  constructor(elements: Elements, block: Int32Array) {
    this.#elements = elements;
    this.#block = block;
  }

  /** The element around an element's block. */
  #around(e: number): number {
    return this.#block[this.#elements.parent[this.#block[e] as number] as number] as number;
  }

  /** Places units by the element that each begins in. */
  place(
    element: Int32Array,
    prose: Uint8Array,
    words: Int32Array,
    chars: Int32Array,
    linked: Int32Array,
  ): Placed {
    const n = element.length;
    const { count } = this.#elements;
    const around = element.map((e) => this.#around(e));
    const wordsIn = new Float64Array(count);
    const score = new Float64Array(count);
    const alikeWords = new Map<number, number>();
    let all = 0;
    for (let u = 0; u < n; u++) {
      if (!prose[u]) continue;
      const a = around[u] as number;
      const w = words[u] as number;
      all += w;
      wordsIn[a] = (wordsIn[a] as number) + w;
      score[a] = (score[a] as number) + w;
      const outer = this.#around(a);
      if (outer !== a) score[outer] = (score[outer] as number) + w / 2;
      const make = this.#makeOf(element[u] as number);
      alikeWords.set(make, (alikeWords.get(make) ?? 0) + w);
    }
    const main = best(score, chars, linked);
    const relation = main < 0 ? new Uint8Array(n) : this.#relations(element, main);
    const placed: Placed = {
      relation,
      alike: new Uint8Array(n),
      aroundLinked: new Uint8Array(n),
      aroundWords: new Int32Array(n),
    };
    for (let u = 0; u < n; u++) {
      const a = around[u] as number;
      placed.alike[u] = percent(alikeWords.get(this.#makeOf(element[u] as number)) ?? 0, all);
      placed.aroundLinked[u] = percent(linked[a] as number, chars[a] as number);
      placed.aroundWords[u] = wordsIn[a] as number;
    }
    return placed;
  }

  /** The make of an element's block and of the one around it, as one number. */
  #makeOf(e: number): number {
    const { make } = this.#elements;
    const outer = make[this.#around(e)] as number;
    return (Math.imul(make[this.#block[e] as number] as number, 31) + outer) | 0;
  }

  #relations(element: Int32Array, main: number): Uint8Array {
    const { count, parent } = this.#elements;
    const block = this.#block;
    /** Blocks from the main element inwards; -1 outside of it. */
    const inside = new Int32Array(count).fill(-1);
    /** Blocks from the main element out to what holds both. */
    const outside = new Int32Array(count);
    for (let e = main, steps = 0; ; e = parent[e] as number) {
      outside[e] = steps;
      if (e === 0) break;
      if (block[e] === e) steps++;
    }
    for (let e = 1; e < count; e++) {
      const p = parent[e] as number;
      if (e === main) inside[e] = 0;
      else if ((inside[p] as number) >= 0)
        inside[e] = (inside[p] as number) + (block[e] === e ? 1 : 0);
      if (outside[e] === 0) outside[e] = outside[p] as number;
    }
    if (main === 0) inside.fill(0);
    const last = element.findLastIndex((e) => (inside[e] as number) >= 0);
    return Uint8Array.from(element, (e, u) => {
      const depth = inside[e] as number;
      // Its own lines, and the blocks that are lines of it.
      if (depth >= 0) return INSIDE + Math.min(3, Math.max(0, depth - 1));
      const far = outside[e] as number;
      return (u < last ? BEFORE : AFTER) + (far <= 1 ? 0 : far === 2 ? 1 : far <= 4 ? 2 : 3);
    });
  }
}

/** The element with the highest score; -1 where there is no prose. */
function best(score: Float64Array, chars: Int32Array, linked: Int32Array): number {
  let found = -1;
  let most = 0;
  score.forEach((value, e) => {
    const mine = value * (1 - (linked[e] as number) / Math.max(1, chars[e] as number));
    if (mine > most) {
      most = mine;
      found = e;
    }
  });
  return found;
}
