/**
 * The features of markup and their weights: a layer on top of the model of the text, whose scores it adds to.
 * @module
 */
import { TAGS } from '../html/outline.ts';
import { LABELLED_KINDS } from '../labels.ts';
import type { Rules } from '../rules/rules.ts';
import type { Weights } from '../rules/types.ts';
import { openWeights, type Section } from '../rules/weights.ts';
import { RELATIONS } from './containers.ts';
import { SIZES, SIZE_EDGES, TEXTURES } from './layout.ts';
import { LANDMARKS, type Markup } from './markup.ts';
import type { Page } from './page.ts';
import { binNames, binOf, FeatureSpace, type FeatureList, type Group } from './space.ts';

/** Name of the weight table in the rule set. */
export const MARKUP_TABLE = 'segments-html';
const KINDS = LABELLED_KINDS.length;

const EDGES = { percent: [0, 20, 50, 90], alike: [0, 10, 40, 70], words: [0, 60, 200, 500] } as const;
const TITLES = ['none', 'close', 'same'] as const;

/** First feature numbers of all groups. */
export interface MarkupLayout {
  readonly names: readonly string[];
  readonly groups: readonly Group[];
  readonly size: number;
  readonly base: Readonly<Record<keyof ReturnType<typeof addGroups>, number>>;
}

export function openMarkupLayout(hints: readonly string[]): MarkupLayout {
  const space = new FeatureSpace();
  const base = addGroups(space, hints);
  return { names: space.names, groups: space.groups, size: space.size, base };
}

function addGroups(space: FeatureSpace, hints: readonly string[]) {
  return {
    linked: space.product('html/links', binNames(EDGES.percent), SIZES),
    block: space.product('html/block', TAGS, SIZES),
    inline: space.product('html/starts-in', TAGS, SIZES),
    landmark: space.product('html/inside', LANDMARKS, TEXTURES),
    near: space.product('html/hint', hints, TEXTURES),
    far: space.product('html/outer-hint', hints, TEXTURES),
    relation: space.product('html/main-element', RELATIONS, SIZES),
    alike: space.product('html/prose-of-this-make', binNames(EDGES.alike), SIZES),
    aroundLinked: space.product('html/links-around', binNames(EDGES.percent), SIZES),
    aroundWords: space.product('html/prose-around', binNames(EDGES.words), SIZES),
    title: space.product('html/title', TITLES, SIZES),
  };
}

/** Weights of the features of markup. */
export interface MarkupLayer {
  readonly layout: MarkupLayout;
  /** Feature by feature, a weight for each kind. */
  readonly weights: Float32Array;
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
  const weights = new Float32Array(layout.size * KINDS);
  const places = layout.groups.map(({ section, base }) => ({ section, into: weights, base: base * KINDS }));
  openWeights(table, LABELLED_KINDS, places);
  return { layout, weights };
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
  const sized = (group: number, value: number): void => out.add(group + value * SIZES.length + size);
  sized(base.linked, binOf(EDGES.percent, markup.linked[u] as number));
  sized(base.block, markup.block[u] as number);
  if (markup.inline[u] !== 0) sized(base.inline, markup.inline[u] as number);
  sized(base.relation, markup.relation[u] as number);
  sized(base.alike, binOf(EDGES.alike, markup.alike[u] as number));
  sized(base.aroundLinked, binOf(EDGES.percent, markup.aroundLinked[u] as number));
  sized(base.aroundWords, binOf(EDGES.words, markup.aroundWords[u] as number));
  sized(base.title, markup.title[u] as number);
  const texture = page.prose[u] ? 0 : 1;
  addBits(markup.landmarks[u] as number, base.landmark, texture, out);
  addBits(markup.near[u] as number, base.near, texture, out);
  addBits(markup.far[u] as number, base.far, texture, out);
}

function addBits(bits: number, group: number, texture: number, out: FeatureList): void {
  for (let left = bits; left !== 0; left &= left - 1)
    out.add(group + (31 - Math.clz32(left & -left)) * TEXTURES.length + texture);
}
