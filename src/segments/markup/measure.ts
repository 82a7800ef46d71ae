/**
 * What the markup of a page says about its units: what they stand in, how much of them is links, and what the text says
 * of others that are made alike or stand beside them. All of it is evidence, nothing decides: class names lie.
 * @module
 */
import type { Outline } from '../../html/outline.ts';
import type { HtmlPage } from '../../html/reader.ts';
import type { Document } from '../../text/document.ts';
import type { Units } from '../units/units.ts';
import { findBoxes, type Boxed } from './boxes.ts';
import { Containers, isInside, type Placed } from './containers.ts';
import { findHeadline, titleReader } from './headline.ts';
import { landmarkBits, readNames, type HintBits } from './names.ts';
import { findRecords } from './records.ts';
import { ElementTree, isInline, percent } from './tree.ts';

/** Parallel arrays over units. */
export interface Markup extends Placed, Boxed {
  /** Share of the line that is links, in percent. */
  readonly linked: Uint8Array;
  /** Index into `TAGS`: the element that the unit's line is, and the inline element that it begins with (0: none). */
  readonly block: Uint8Array;
  readonly inline: Uint8Array;
  /** One bit for each of `LANDMARKS` that the unit stands in. */
  readonly landmarks: Int32Array;
  /** Hints of the names of the line itself, of those close by, and of those further out. */
  readonly own: Int32Array;
  readonly near: Int32Array;
  readonly far: Int32Array;
  /** Hints of elements that hold much of the story: they are there, and hardly to be believed. */
  readonly doubtful: Int32Array;
  /** How close the unit comes to a title of the page: index into `TITLES`. */
  readonly title: Uint8Array;
  /** How the unit lies to the headline: index into {@link SIDES}. */
  readonly side: Uint8Array;
  /** How the unit lies to records of a thread: index into `RECORDS`. */
  readonly record: Uint8Array;
  /** 1 where cells of a table stand side by side in the line. */
  readonly row: Uint8Array;
}

export const SIDES = ['none', 'before', 'headline', 'after'] as const;

/** What is measured. */
export interface Measured {
  readonly doc: Document;
  readonly units: Units;
  readonly html: HtmlPage;
  /** Words of each unit, and 1 where it is prose. */
  readonly words: Int32Array;
  readonly prose: Uint8Array;
  /** How probable it is, by the text alone, that each unit is of the story. */
  readonly body: Float32Array;
}

/** A unit of prose that is made like the story counts as a paragraph of it from this share of story on, percent. */
const KIN = 60;
const LEAST_BODY = 0.5;
/** A shorter one does from this share on, if so much of the story is made like it: "He was 84." */
const CLOSE_KIN = 80;
const MOST_KIN = 40;
const FEW_WORDS = 3;
/** What a line that is no prose counts for the element around it, against one of prose. */
const WORTH_OF_OTHERS = 0.5;
/** Elements that hold no paragraph of the story. */
const NO_PARAGRAPH = landmarkBits('nav', 'footer', 'figcaption', 'dialog');
/** From this share of a line in links on, percent, it is no paragraph. */
const IS_LINK = 50;

/** Measures the units of a page. Linear in units and elements. */
export function measureMarkup(measured: Measured, bits: HintBits): Markup {
  const { doc, units, html, words, prose, body } = measured;
  const { elements, lines } = html.outline;
  const tree = new ElementTree(elements);
  const line = linesOf(units, html.outline);
  const element = line.map((l) => lines.element[l] as number);
  const each = (of: (e: number, u: number) => number): Uint8Array => Uint8Array.from(element, of);
  const ofElements = (values: Int32Array): Int32Array => element.map((e) => values[e] as number);
  const linked = each((_, u) =>
    percent(lines.linked[line[u] as number] as number, lines.chars[line[u] as number] as number),
  );
  const block = each((e) => elements.tag[tree.block[e] as number] as number);
  const isTitle = titleReader(doc, html.titles);
  const title = each((_, u) => isTitle(units.from[u] as number, units.to[u] as number));
  const headline = findHeadline(title, block, linked);
  const length = (u: number): number => (units.end[u] as number) - (units.start[u] as number);
  const names = readNames(tree, bits, {
    chars: tree.sum(element, length),
    story: tree.sum(element, (u) => length(u) * (body[u] as number)),
    headline: headline < 0 ? -1 : (element[headline] as number),
  });
  const own = ofElements(names.own);
  const near = ofElements(names.near).map((hints, u) => hints & ~(own[u] as number));
  const far = ofElements(names.far).map(
    (hints, u) => hints & ~((near[u] as number) | (own[u] as number)),
  );
  const called = { own, near, far, doubtful: ofElements(names.doubtful) };
  const landmarks = ofElements(names.landmarks);
  const story = believed(called, bits, body);
  // A long list of links that look like headlines must not outweigh a short story.
  const worth = (u: number): number =>
    (1 - (linked[u] as number) / 100) * (prose[u] ? 1 : WORTH_OF_OTHERS);
  const placed = new Containers(tree).place(element, units, story, worth);
  const isNoParagraph = (u: number): boolean =>
    (linked[u] as number) >= IS_LINK ||
    ((landmarks[u] as number) & NO_PARAGRAPH) !== 0 ||
    (((own[u] as number) | (near[u] as number)) & bits.caption) !== 0;
  const core = each((_, u) =>
    isNoParagraph(u) ? 0 : Number(isParagraph(placed, story, measured, u)),
  );
  const aloud = each((_, u) => Number(((own[u] as number) & bits.aloud) !== 0));
  const rows = rowsOf(html);
  return {
    ...placed,
    ...called,
    ...findBoxes(tree, { element, core, linked, aloud }, names.said),
    linked,
    block,
    inline: each((e) => (isInline(elements.tag[e] as number) ? (elements.tag[e] as number) : 0)),
    landmarks,
    title,
    side: each((_, u) => (headline < 0 ? 0 : u < headline ? 1 : u === headline ? 2 : 3)),
    record: findRecords(tree, { element, words, linked, prose }),
    row: each((_, u) => rows[line[u] as number] as number),
  };
}

/** Whether a unit reads like a paragraph of the story: by itself, or because most of what is made like it does. */
function isParagraph(
  { relation, kinStory, storyKin }: Placed,
  story: Float32Array,
  { words, prose }: Pick<Measured, 'words' | 'prose'>,
  u: number,
): boolean {
  if (!isInside(relation[u] as number) || story[u] === 0) return false;
  const kin = kinStory[u] as number;
  if (prose[u]) return (story[u] as number) >= LEAST_BODY || kin >= KIN;
  return (
    kin >= CLOSE_KIN && (storyKin[u] as number) >= MOST_KIN && (words[u] as number) >= FEW_WORDS
  );
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

/** For each line, 1 where cells of a table stand side by side in it. */
function rowsOf({ text, outline }: HtmlPage): Uint8Array {
  const { start, count } = outline.lines;
  const rows = new Uint8Array(count);
  for (let l = 0; l < count; l++)
    if (text.slice(start[l], start[l + 1]).includes('\t')) rows[l] = 1;
  return rows;
}

/** Names around units, as in {@link Markup}. */
type Called = Pick<Markup, 'own' | 'near' | 'far' | 'doubtful'>;

/** How probable it is that units are of the story, where nothing around them is called by a name that is near certain for something else. */
function believed(
  { own, near, far, doubtful }: Called,
  { certain, foreign }: HintBits,
  body: Float32Array,
): Float32Array {
  const others = certain.reduce((all, bit) => all | bit, 0) & foreign;
  return body.map((chance, u) => {
    const said = (own[u] as number) | (near[u] as number) | (far[u] as number);
    return said & others & ~(doubtful[u] as number) ? 0 : chance;
  });
}
