/**
 * Which features of markup a unit has.
 * @module
 */
import { TAGS, type Tag } from '../../html/outline.ts';
import { SIZE_EDGES, TEXTURES } from '../features/layout.ts';
import type { Page } from '../features/page.ts';
import { binOf, type FeatureList } from '../features/space.ts';
import { ANY_SIZE, COUNTS, EDGES, LINKED, TRUST, type MarkupLayout } from './features.ts';
import { SIDES, type Markup } from './measure.ts';
import { landmarkBits } from './names.ts';

const OTHER = TEXTURES.indexOf('other');
const TABLE = landmarkBits('table');
const FIGCAPTION = landmarkBits('figcaption');

/** Elements that texts know. A converter makes paragraphs of all others. */
const OF_TEXTS: ReadonlySet<number> = new Set(
  ['li', 'blockquote', 'pre', 'td', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) =>
    TAGS.indexOf(tag as Tag),
  ),
);
const P = TAGS.indexOf('p');

/**
 * Appends the features that markup gives to unit `u`.
 * @param asText whether the page counts as a text whose own marks show links and lines. It has no elements around its lines, so
 * only these two are told, by weights of their own: with those of HTML, whose other features say much of what links say, the
 * story's F1 on pages as Markdown was up to 2 points lower
 */
export function emitMarkup(
  page: Page,
  markup: Markup,
  layout: MarkupLayout,
  u: number,
  out: FeatureList,
  asText = page.html?.isText ?? false,
): void {
  const { base } = layout;
  const size = binOf(SIZE_EDGES, page.shapes.words[u] as number);
  const sized = (group: number, value: number): void => {
    out.add(group + value * ANY_SIZE.length);
    out.add(group + value * ANY_SIZE.length + 1 + size);
  };
  /** One feature for every edge that a value exceeds. */
  const steps = (group: number, edges: readonly number[], values: Uint8Array): void => {
    for (let i = 0; i < edges.length && (values[u] as number) > (edges[i] as number); i++)
      sized(group, i);
  };
  const block = markup.block[u] as number;
  if (asText) {
    steps(base.textLinked, EDGES.textLinks, markup.linked);
    sized(base.textBlock, OF_TEXTS.has(block) ? block : P);
    return;
  }
  steps(base.linked, EDGES.links, markup.linked);
  sized(base.block, block);
  sized(base.relation, markup.relation[u] as number);
  steps(base.kinStory, EDGES.story, markup.kinStory);
  steps(base.storyKin, EDGES.story, markup.storyKin);
  steps(base.aroundStory, EDGES.story, markup.aroundStory);
  steps(base.outerStory, EDGES.story, markup.outerStory);
  sized(base.title, markup.title[u] as number);
  sized(base.side, markup.side[u] as number);
  const links = binOf(EDGES.boxLinks, markup.boxLinks[u] as number);
  sized(base.box, (markup.place[u] as number) * LINKED.length + links);
  const texture = page.prose[u] ? 0 : 1;
  if (markup.inline[u] !== 0)
    out.add(base.inline + (markup.inline[u] as number) * TEXTURES.length + texture);
  out.add(base.record + (markup.record[u] as number) * TEXTURES.length + texture);
  emitNames(markup, layout, texture, u, out);
  emitBox(markup, layout, links, u, out);
}

/** What the unit stands in is called. */
function emitNames(
  markup: Markup,
  { base, hints }: MarkupLayout,
  texture: number,
  u: number,
  out: FeatureList,
): void {
  const landmarks = markup.landmarks[u] as number;
  const own = markup.own[u] as number;
  const near = markup.near[u] as number;
  addBits(landmarks, base.landmark, texture, out);
  addBits(own, base.own, texture, out);
  addBits(near, base.near, texture, out);
  addBits(markup.far[u] as number, base.far, texture, out);
  emitNamed(markup, hints.certain, base.named, texture, u, out);
  const place = markup.place[u] as number;
  if (landmarks & FIGCAPTION || (own | near) & hints.caption)
    out.add(base.caption + place * SIDES.length + (markup.side[u] as number));
  if (own & hints.byline && texture === OTHER) out.add(base.signed + place);
}

/**
 * The box that the unit stands in.
 * @param links how much of it is links: an index into {@link LINKED}
 */
function emitBox(
  markup: Markup,
  { base, hintCount }: MarkupLayout,
  links: number,
  u: number,
  out: FeatureList,
): void {
  const place = markup.place[u] as number;
  const joint = place * LINKED.length + links;
  const count = binOf(EDGES.boxUnits, markup.boxUnits[u] as number);
  out.add(base.boxUnits + joint * COUNTS.length + count);
  out.add(base.boxTag + place * TAGS.length + (markup.boxTag[u] as number));
  for (let left = markup.boxHints[u] as number; left !== 0; left &= left - 1)
    out.add(base.boxHint + place * hintCount + (31 - Math.clz32(left & -left)));
  if (markup.row[u]) out.add(base.row + place);
  if ((markup.landmarks[u] as number) & TABLE) out.add(base.table + joint);
}

/** One feature for each name that is near certain, by whether it can be believed. */
function emitNamed(
  markup: Markup,
  certain: readonly number[],
  group: number,
  texture: number,
  u: number,
  out: FeatureList,
): void {
  const said = (markup.own[u] as number) | (markup.near[u] as number) | (markup.far[u] as number);
  certain.forEach((bit, i) => {
    if (!(said & bit)) return;
    const trust = (markup.doubtful[u] as number) & bit ? 1 : 0;
    out.add(group + (i * TRUST.length + trust) * TEXTURES.length + texture);
  });
}

function addBits(bits: number, group: number, texture: number, out: FeatureList): void {
  for (let left = bits; left !== 0; left &= left - 1)
    out.add(group + (31 - Math.clz32(left & -left)) * TEXTURES.length + texture);
}
