/**
 * Boxes: what stands together before, between and behind the paragraphs of the story.
 *
 * The box of a unit is the largest element around it that holds no paragraph of the story. A table of results, a list of links
 * to other stories and a form each are a box, however they are nested, and are judged as a whole.
 * @module
 */
import type { Elements } from '../../html/outline.ts';
import { percent, type ElementTree } from './tree.ts';

/** What is measured of units, as parallel arrays. */
export interface BoxLines {
  /** The element that each begins in. */
  readonly element: Int32Array;
  /** 1 for a paragraph of the story. */
  readonly core: Uint8Array;
  /** Share of it in links, in percent. */
  readonly linked: Uint8Array;
  /** 1 where it is only for those who have the page read to them. */
  readonly aloud: Uint8Array;
}

/** Where a unit stands: without any story, before its first paragraph, between two, behind the last; or it is a paragraph. */
export const PLACES = ['none', 'before', 'between', 'after', 'paragraph'] as const;
const [NONE, BEFORE, BETWEEN, AFTER, PARAGRAPH] = [0, 1, 2, 3, 4] as const;

/** Parallel arrays over units. */
export interface Boxed {
  /** Index into {@link PLACES}. */
  readonly place: Uint8Array;
  /** Tag of the box; that of the unit's own block where it has no box. */
  readonly boxTag: Uint8Array;
  /** Hints of the box itself; 0 where the unit has none. */
  readonly boxHints: Int32Array;
  /** Share of the units in the box that are links, in percent, one header not counted; and the number of its units. */
  readonly boxLinks: Uint8Array;
  readonly boxUnits: Int32Array;
}

/** From this share of a line in links on, percent, the line is a link. */
const IS_LINK = 70;

/**
 * Finds the boxes of units. Linear in units and elements.
 * @param hints of each element itself, as far as they are believed
 */
export function findBoxes(
  tree: ElementTree,
  { element, core, linked, aloud }: BoxLines,
  hints: Int32Array,
): Boxed {
  const n = element.length;
  const paragraphs = tree.sum(element, (u) => core[u] as number);
  const isLink = (u: number): boolean => (linked[u] as number) >= IS_LINK;
  const units = tree.sum(element, (u) => (isLink(u) || !aloud[u] ? 1 : 0));
  const links = tree.sum(element, (u) => (isLink(u) ? 1 : 0));
  const box = outermost(tree.elements, paragraphs);
  const first = core.indexOf(1);
  const last = core.lastIndexOf(1);
  const placeOf = (u: number): number => {
    if (first < 0) return NONE;
    if (core[u]) return PARAGRAPH;
    return u < first ? BEFORE : u > last ? AFTER : BETWEEN;
  };
  const boxOf = (u: number): number => box[tree.block[element[u] as number] as number] as number;
  const { tag } = tree.elements;
  const boxed: Boxed = {
    place: Uint8Array.from({ length: n }, (_, u) => placeOf(u)),
    boxTag: new Uint8Array(n),
    boxHints: new Int32Array(n),
    boxLinks: new Uint8Array(n),
    boxUnits: new Int32Array(n),
  };
  for (let u = 0; u < n; u++) {
    const b = boxOf(u);
    const own = tree.block[element[u] as number] as number;
    boxed.boxTag[u] = tag[b < 0 ? own : b] as number;
    boxed.boxHints[u] = b < 0 ? 0 : (hints[b] as number);
    // A line beside a paragraph, in the same element, is judged by itself.
    boxed.boxLinks[u] =
      b < 0
        ? percent(Number(isLink(u)), 1)
        : Math.min(100, percent(links[b] as number, Math.max(1, (units[b] as number) - 1)));
    boxed.boxUnits[u] = b < 0 ? 1 : (units[b] as number);
  }
  return boxed;
}

/** For each element the largest one that is or holds it and has no paragraph; -1 where it has one itself. */
function outermost({ count, parent }: Elements, paragraphs: Float64Array): Int32Array {
  const box = new Int32Array(count).fill(-1);
  for (let e = 1; e < count; e++) {
    if ((paragraphs[e] as number) > 0) continue;
    const around = box[parent[e] as number] as number;
    box[e] = around >= 0 ? around : e;
  }
  return box;
}
