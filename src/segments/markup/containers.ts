/**
 * How the elements of a page lie to its story, as far as the text alone tells where that is.
 *
 * After Readability's scoring (github.com/mozilla/readability): every line counts for the element around it, and half for
 * the one around that, links less than what is no link. What wins there is the story; here it is only something to measure from.
 * @module
 */
import type { Units } from '../units/units.ts';
import { bump, percent, type ElementTree } from './tree.ts';

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

/** Whether a relation is that of a line inside the main element. */
export function isInside(relation: number): boolean {
  return relation >= INSIDE && relation < BEFORE;
}

/** Parallel arrays over units. Percentages are of characters. */
export interface Placed {
  /** Index into {@link RELATIONS}. */
  readonly relation: Uint8Array;
  /** How much of what is made like the unit is story by the text alone, and how much of the story is made like it. */
  readonly kinStory: Uint8Array;
  readonly storyKin: Uint8Array;
  /** How much of the element around the unit's own, and of the one around that, is story by the text alone. */
  readonly aroundStory: Uint8Array;
  readonly outerStory: Uint8Array;
}

/** Characters, and those of them that are story. */
class Tally {
  chars = 0;
  story = 0;

  add(chars: number, story: number): void {
    this.chars += chars;
    this.story += story;
  }
}

export class Containers {
  readonly #tree: ElementTree;

  constructor(tree: ElementTree) {
    this.#tree = tree;
  }

  /**
   * Places units by the element that each begins in, and by how probable it is that each is of the story.
   * @param worth what the story in each counts for the element around it, 0 to 1
   */
  place(
    element: Int32Array,
    units: Units,
    body: Float32Array,
    worth: (unit: number) => number,
  ): Placed {
    const n = element.length;
    const { count, parent } = this.#tree.elements;
    const chars = new Float64Array(count);
    const story = new Float64Array(count);
    const score = new Float64Array(count);
    const kin = new Map<number, Tally>();
    const all = new Tally();
    for (let u = 0; u < n; u++) {
      const e = element[u] as number;
      const own = (units.end[u] as number) - (units.start[u] as number);
      const ofStory = own * (body[u] as number);
      bump(chars, e, own);
      bump(story, e, ofStory);
      all.add(own, ofStory);
      const around = this.#tree.around(e);
      const counts = ofStory * worth(u);
      bump(score, around, counts);
      const outer = this.#tree.around(around);
      if (outer !== around) bump(score, outer, counts / 2);
      const make = this.#makeOf(e);
      const tally = kin.get(make) ?? new Tally();
      kin.set(make, tally);
      tally.add(own, ofStory);
    }
    for (let e = count - 1; e > 0; e--) {
      bump(chars, parent[e] as number, chars[e] as number);
      bump(story, parent[e] as number, story[e] as number);
    }
    const shareOf = (e: number): number => percent(story[e] as number, chars[e] as number);
    const kinOf = (e: number): Tally => kin.get(this.#makeOf(e)) as Tally;
    const each = (of: (e: number) => number): Uint8Array => Uint8Array.from(element, of);
    return {
      relation: this.#relations(element, score),
      kinStory: each((e) => percent(kinOf(e).story, kinOf(e).chars)),
      storyKin: each((e) => percent(kinOf(e).story, all.story)),
      aroundStory: each((e) => shareOf(this.#tree.around(e))),
      outerStory: each((e) => shareOf(this.#tree.around(this.#tree.around(e)))),
    };
  }

  /** The make of an element's block and of the one around it, as one number. */
  #makeOf(e: number): number {
    const { block, elements } = this.#tree;
    const outer = elements.make[this.#tree.around(e)] as number;
    return (Math.imul(elements.make[block[e] as number] as number, 31) + outer) | 0;
  }

  #relations(element: Int32Array, score: Float64Array): Uint8Array {
    const { block } = this.#tree;
    const { count, parent } = this.#tree.elements;
    const main = best(score);
    if (main < 0) return new Uint8Array(element.length);
    /** Blocks from the main element inwards; -1 outside of it. */
    const inside = new Int32Array(count).fill(-1);
    /** Blocks from the main element out to what holds both. */
    const outside = new Int32Array(count);
    for (let e = main, steps = 0; ; e = parent[e] as number) {
      outside[e] = steps;
      if (e === 0) break;
      if (block[e] === e) steps++;
    }
    inside[main] = 0;
    for (let e = 1; e < count; e++) {
      const p = parent[e] as number;
      if (e !== main && (inside[p] as number) >= 0)
        inside[e] = (inside[p] as number) + (block[e] === e ? 1 : 0);
      if (outside[e] === 0) outside[e] = outside[p] as number;
    }
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

/** The element with the highest score; -1 where none has any. */
function best(score: Float64Array): number {
  let found = -1;
  let most = 0;
  score.forEach((value, e) => {
    if (value <= most) return;
    most = value;
    found = e;
  });
  return found;
}
