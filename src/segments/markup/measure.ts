/**
 * What the markup of a page says about its units: what they stand in, how much of them is links, and what the text says
 * of others that are made alike or stand beside them. All of it is evidence, nothing decides: class names lie.
 * @module
 */
import { TAGS, type Elements, type Outline, type Tag } from '../../html/outline.ts';
import type { HtmlPage } from '../../html/reader.ts';
import type { Document } from '../../text/document.ts';
import type { Units } from '../units/units.ts';
import { Containers, percent, type Placed } from './containers.ts';

/** Parallel arrays over units. */
export interface Markup extends Placed {
  /** Share of the line that is links, in percent. */
  readonly linked: Uint8Array;
  /** Index into `TAGS`: the element that the unit's line is, and the inline element that it begins with (0: none). */
  readonly block: Uint8Array;
  readonly inline: Uint8Array;
  /** One bit for each of {@link LANDMARKS} that the unit stands in. */
  readonly landmarks: Int32Array;
  /** Hints of the names close by, and of those further out. */
  readonly near: Int32Array;
  readonly far: Int32Array;
  /** Whether the unit is a title of the page: 2, is close to one: 1, or neither: 0. */
  readonly title: Uint8Array;
}

/** Elements that say what a part of a page is for. */
export const LANDMARKS = [
  'nav',
  'aside',
  'footer',
  'header',
  'article',
  'main',
  'section',
  'form',
  'figure',
  'li',
  'table',
  'blockquote',
  'details',
  'dialog',
  'button',
  'dl',
] as const satisfies readonly Tag[];

/** What tags do not make a line of their own. */
const INLINE: ReadonlySet<number> = new Set(
  ['inline', 'a', 'button', 'time', 'cite', 'strong', 'em', 'small', 'span', 'label'].map((tag) =>
    TAGS.indexOf(tag as Tag),
  ),
);
const LANDMARK_OF: readonly number[] = TAGS.map((tag) => LANDMARKS.indexOf(tag as 'nav'));

/** What is known of every element, handed down from the outside in. */
interface Inherited {
  /** The element itself or the nearest one around it that makes lines. */
  readonly block: Int32Array;
  readonly landmarks: Int32Array;
  /** Hints of the element and up to {@link NEAR} around it, and of all further out. */
  readonly near: Int32Array;
  readonly far: Int32Array;
}

/** Elements around the block whose names still count as close by. */
const NEAR = 2;
/** What holds this share of the text says nothing about a line of it. */
const MOST_OF_PAGE = 0.9;

/**
 * Measures the units of a page. Linear in units and elements.
 * @param body how probable it is, by the text alone, that each unit is of the story
 */
export function measureMarkup(
  doc: Document,
  units: Units,
  { outline, titles }: HtmlPage,
  body: Float32Array,
): Markup {
  const { elements, lines } = outline;
  const line = linesOf(units, outline);
  const chars = sumUp(elements, lines.element, lines.chars);
  const inherited = inherit(elements, chars);
  const element = line.map((l) => lines.element[l] as number);
  const n = units.count;
  const markup: Markup = {
    linked: new Uint8Array(n),
    block: new Uint8Array(n),
    inline: new Uint8Array(n),
    landmarks: new Int32Array(n),
    near: new Int32Array(n),
    far: new Int32Array(n),
    title: new Uint8Array(n),
    ...new Containers(elements, inherited.block).place(element, units, body),
  };
  const isTitle = titleReader(doc, titles);
  for (let u = 0; u < n; u++) {
    const e = element[u] as number;
    const l = line[u] as number;
    const tag = elements.tag[e] as number;
    markup.linked[u] = percent(lines.linked[l] as number, lines.chars[l] as number);
    markup.block[u] = elements.tag[inherited.block[e] as number] as number;
    markup.inline[u] = INLINE.has(tag) ? tag : 0;
    markup.landmarks[u] = inherited.landmarks[e] as number;
    markup.near[u] = inherited.near[e] as number;
    markup.far[u] = (inherited.far[e] as number) & ~(inherited.near[e] as number);
    markup.title[u] = isTitle(units.from[u] as number, units.to[u] as number);
  }
  return markup;
}

/** The line of the outline that each unit stands in; a page always has one where it has units. */
function linesOf(units: Units, { lines }: Outline): Int32Array {
  const out = new Int32Array(units.count);
  let l = 0;
  for (let u = 0; u < units.count; u++) {
    while (l + 1 < lines.count && (lines.start[l + 1] as number) <= (units.start[u] as number)) l++;
    out[u] = l;
  }
  return out;
}

/** What lines have, summed over each element and all inside it. */
function sumUp({ count, parent }: Elements, element: Int32Array, value: Int32Array): Int32Array {
  const sum = new Int32Array(count);
  element.forEach((e, l) => {
    sum[e] = (sum[e] as number) + (value[l] as number);
  });
  // Parents come before their children.
  for (let e = count - 1; e > 0; e--) {
    const p = parent[e] as number;
    sum[p] = (sum[p] as number) + (sum[e] as number);
  }
  return sum;
}

function inherit({ count, parent, tag, hints }: Elements, chars: Int32Array): Inherited {
  const block = new Int32Array(count);
  const landmarks = new Int32Array(count);
  const near = new Int32Array(count);
  const far = new Int32Array(count);
  const all = new Int32Array(count);
  const own = new Int32Array(count);
  const most = MOST_OF_PAGE * (chars[0] ?? 0);
  for (let e = 0; e < count; e++) {
    const p = parent[e] as number;
    const isMost = (chars[e] as number) > most;
    const mark = isMost ? -1 : (LANDMARK_OF[tag[e] as number] as number);
    own[e] = isMost ? 0 : (hints[e] as number);
    block[e] = e > 0 && INLINE.has(tag[e] as number) ? (block[p] as number) : e;
    landmarks[e] = (landmarks[p] as number) | (mark < 0 ? 0 : 1 << mark);
    all[e] = (all[p] as number) | (own[e] as number);
    let bits = own[e] as number;
    let around = e;
    for (let steps = block[e] === e ? 0 : -1; steps < NEAR && around > 0; steps++) {
      around = parent[around] as number;
      bits |= own[around] as number;
    }
    near[e] = bits;
    far[e] = all[around] as number;
  }
  return { block, landmarks, near, far };
}

/** How much of a title a unit has to be to repeat it, in shares of the words of both. */
const SAME = 0.8;
const CLOSE = 0.5;
const MOST_TITLE_WORDS = 60;

/** Reads whether words `from` to `to` are a title of the page: 2, come close to one: 1, or do not: 0. */
function titleReader(
  doc: Document,
  titles: readonly string[],
): (from: number, to: number) => number {
  const known = titles.map((title) => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  return (from, to) => {
    if (to === from || to - from > MOST_TITLE_WORDS) return 0;
    let best = 0;
    for (const title of known) {
      let common = 0;
      for (let w = from; w < to; w++)
        if (title.has(doc.folded.slice(doc.words.start[w], doc.words.end[w]))) common++;
      // Most titles name the site as well.
      best = Math.max(best, Math.min(common / (to - from), (2 * common) / title.size));
    }
    return best >= SAME ? 2 : best >= CLOSE ? 1 : 0;
  };
}
