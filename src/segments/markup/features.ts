/**
 * The features of markup and their weights: a layer on top of the model of the text, whose scores it adds to.
 * @module
 */
import { TAGS } from '../../html/outline.ts';
import { LABELLED_KINDS, LABELS } from '../../labels.ts';
import { FeatureSpace } from '../../rules/feature-space.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Weights } from '../../rules/types.ts';
import { openWeights, type Group, type Section } from '../../rules/weights.ts';
import { sparseRows, type SparseRows } from '../crf/sparse.ts';
import { SIZES, SIZE_EDGES, TEXTURES } from '../features/layout.ts';
import type { Page } from '../features/page.ts';
import { binOf, type FeatureList } from '../features/space.ts';
import { LABEL_OF_KIND } from '../kinds.ts';
import { RELATIONS } from './containers.ts';
import { LANDMARKS, type Markup } from './measure.ts';

/** Name of the weight table in the rule set. */
export const MARKUP_TABLE = 'segments-html';
/** Columns of the table: what a feature says for a whole label, and what it says for a kind of it on top. */
export const MARKUP_COLUMNS: readonly string[] = [...LABELS, ...LABELLED_KINDS];
const KINDS = LABELLED_KINDS.length;

const EDGES = { links: [0, 20, 50, 90], story: [5, 20, 40, 60, 80, 95] } as const;
const TITLES = ['none', 'close', 'same'] as const;
/** A feature for units of any size, and one for each size: what is rare is then known by what is common to all sizes. */
const ANY_SIZE = ['any', ...SIZES] as const;

/** First feature numbers of all groups. */
export interface MarkupLayout {
  readonly groups: readonly Group[];
  readonly size: number;
  readonly base: Readonly<Record<keyof ReturnType<typeof addGroups>, number>>;
}

export function openMarkupLayout(hints: readonly string[]): MarkupLayout {
  const space = new FeatureSpace();
  const base = addGroups(space, hints);
  return { groups: space.groups, size: space.size, base };
}

function addGroups(space: FeatureSpace, hints: readonly string[]) {
  const sized = (name: string, values: readonly string[]): number =>
    space.product(`html/${name}`, values, ANY_SIZE);
  const steps = (name: string, edges: readonly number[]): number =>
    sized(
      name,
      edges.map((edge) => `>${edge}%`),
    );
  const textured = (name: string, values: readonly string[]): number =>
    space.product(`html/${name}`, values, TEXTURES);
  return {
    linked: steps('links', EDGES.links),
    block: sized('block', TAGS),
    inline: textured('starts-in', TAGS),
    landmark: textured('inside', LANDMARKS),
    near: textured('hint', hints),
    far: textured('outer-hint', hints),
    relation: sized('main-element', RELATIONS),
    kinStory: steps('story-of-this-make', EDGES.story),
    storyKin: steps('this-make-of-story', EDGES.story),
    aroundStory: steps('story-around', EDGES.story),
    outerStory: steps('story-further-out', EDGES.story),
    title: sized('title', TITLES),
  };
}

/** Weights of the features of markup. */
export interface MarkupLayer {
  readonly layout: MarkupLayout;
  /** Feature by feature, weights of kinds. */
  readonly rows: SparseRows;
}

const layers = new WeakMap<Rules, MarkupLayer>();

/** The layer of a rule set. Built with the first page that has markup, and remembered. */
export function markupLayerOf(rules: Rules): MarkupLayer {
  const known = layers.get(rules);
  if (known) return known;
  const layer = openMarkupLayer(rules, rules.weights[MARKUP_TABLE]);
  layers.set(rules, layer);
  return layer;
}

/** Builds a layer from a weight table; without one it changes nothing. */
export function openMarkupLayer(rules: Rules, table: Weights | undefined): MarkupLayer {
  const layout = openMarkupLayout(rules.hints.names);
  const width = MARKUP_COLUMNS.length;
  const both = new Float32Array(layout.size * width);
  openWeights(
    table,
    MARKUP_COLUMNS,
    layout.groups.map(({ section, base }) => ({ section, into: both, base: base * width })),
  );
  return { layout, rows: sparseRows(addLabels(both), LABELLED_KINDS.length) };
}

/** Weights by kind: those of its label and its own. */
export function addLabels(both: Float32Array | Float64Array): Float32Array {
  const width = MARKUP_COLUMNS.length;
  const rows = both.length / width;
  const weights = new Float32Array(rows * KINDS);
  for (let row = 0; row < rows; row++)
    for (let k = 0; k < KINDS; k++)
      weights[row * KINDS + k] =
        (both[row * width + (LABEL_OF_KIND[k] as number)] as number) +
        (both[row * width + LABELS.length + k] as number);
  return weights;
}

/** The sections of the weight table. */
export function sectionsOfMarkup(rules: Rules): readonly Section[] {
  return openMarkupLayout(rules.hints.names).groups.map(({ section }) => section);
}

/** Appends the features that markup gives to unit `u`. */
export function emitMarkup(
  page: Page,
  markup: Markup,
  { base }: MarkupLayout,
  u: number,
  out: FeatureList,
): void {
  const size = binOf(SIZE_EDGES, page.shapes.words[u] as number);
  const sized = (group: number, value: number): void => {
    out.add(group + value * ANY_SIZE.length);
    out.add(group + value * ANY_SIZE.length + 1 + size);
  };
  /** One feature for every edge that a value exceeds, from edge number `least` on. */
  const steps = (group: number, edges: readonly number[], values: Uint8Array, least = 0): void => {
    for (let i = least; i < edges.length && (values[u] as number) > (edges[i] as number); i++)
      sized(group, i);
  };
  // In a text the ends of some links are guessed: that a paragraph has one says less there.
  steps(base.linked, EDGES.links, markup.linked, page.html?.isText ? 1 : 0);
  sized(base.block, markup.block[u] as number);
  // Lines of a text have no elements around them: what these say would be wrong. With it, the story's F1 on pages as
  // Markdown and as text browsers print them is 2 points lower.
  if (page.html?.isText) return;
  sized(base.relation, markup.relation[u] as number);
  steps(base.kinStory, EDGES.story, markup.kinStory);
  steps(base.storyKin, EDGES.story, markup.storyKin);
  steps(base.aroundStory, EDGES.story, markup.aroundStory);
  steps(base.outerStory, EDGES.story, markup.outerStory);
  sized(base.title, markup.title[u] as number);
  const texture = page.prose[u] ? 0 : 1;
  if (markup.inline[u] !== 0)
    out.add(base.inline + (markup.inline[u] as number) * TEXTURES.length + texture);
  addBits(markup.landmarks[u] as number, base.landmark, texture, out);
  addBits(markup.near[u] as number, base.near, texture, out);
  addBits(markup.far[u] as number, base.far, texture, out);
}

function addBits(bits: number, group: number, texture: number, out: FeatureList): void {
  for (let left = bits; left !== 0; left &= left - 1)
    out.add(group + (31 - Math.clz32(left & -left)) * TEXTURES.length + texture);
}
