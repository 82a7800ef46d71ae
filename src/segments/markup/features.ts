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
import { SIZES, TEXTURES } from '../features/layout.ts';
import { LABEL_OF_KIND } from '../kinds.ts';
import { RELATIONS } from './containers.ts';
import { PLACES } from './boxes.ts';
import { TITLES } from './headline.ts';
import { SIDES } from './measure.ts';
import { CERTAIN, hintBits, LANDMARKS, type HintBits } from './names.ts';
import { RECORDS } from './records.ts';

/** Name of the weight table in the rule set. */
export const MARKUP_TABLE = 'segments-html';
/** Columns of the table: what a feature says for a whole label, and what it says for a kind of it on top. */
export const MARKUP_COLUMNS: readonly string[] = [...LABELS, ...LABELLED_KINDS];
const KINDS = LABELLED_KINDS.length;

export const EDGES = {
  links: [0, 20, 50, 90],
  /** In a text the ends of some links are guessed: that a paragraph has one says nothing there. */
  textLinks: [20, 50, 90],
  story: [5, 20, 40, 60, 80, 95],
  boxLinks: [0, 49, 89],
  boxUnits: [1, 3, 9],
} as const;
/** What is linked, and what is not, in a box. */
export const LINKED = ['unlinked', 'some', 'most', 'all'] as const;
export const COUNTS = ['1', '2-3', '4-9', 'more'] as const;
export const TRUST = ['clear', 'doubtful'] as const;
/** A feature for units of any size, and one for each size: what is rare is then known by what is common to all sizes. */
export const ANY_SIZE = ['any', ...SIZES] as const;

/** First feature numbers of all groups. */
export interface MarkupLayout {
  readonly groups: readonly Group[];
  readonly size: number;
  readonly hints: HintBits;
  readonly hintCount: number;
  readonly base: Readonly<Record<keyof ReturnType<typeof addGroups>, number>>;
}

export function openMarkupLayout(hints: readonly string[]): MarkupLayout {
  const space = new FeatureSpace();
  const base = addGroups(space, hints);
  return {
    groups: space.groups,
    size: space.size,
    hints: hintBits(hints),
    hintCount: hints.length,
    base,
  };
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
    own: textured('own-hint', hints),
    near: textured('hint', hints),
    far: textured('outer-hint', hints),
    relation: sized('main-element', RELATIONS),
    kinStory: steps('story-of-this-make', EDGES.story),
    storyKin: steps('this-make-of-story', EDGES.story),
    aroundStory: steps('story-around', EDGES.story),
    outerStory: steps('story-further-out', EDGES.story),
    title: sized('title', TITLES),
    named: space.product('html/named', CERTAIN, pairs(TRUST, TEXTURES)),
    signed: space.group('html/signed', PLACES),
    caption: space.product('html/caption', PLACES, SIDES),
    table: space.product('html/table', PLACES, LINKED),
    side: sized('headline', SIDES),
    box: sized('box', pairs(PLACES, LINKED)),
    boxUnits: space.product('html/box-units', PLACES, pairs(LINKED, COUNTS)),
    boxTag: space.product('html/box-tag', PLACES, TAGS),
    boxHint: space.product('html/box-hint', PLACES, hints),
    row: space.group('html/row', PLACES),
    record: textured('record', RECORDS),
    textLinked: space.product(
      'text/links',
      EDGES.textLinks.map((edge) => `>${edge}%`),
      ANY_SIZE,
    ),
    textBlock: space.product('text/block', TAGS, ANY_SIZE),
  };
}

function pairs(first: readonly string[], second: readonly string[]): readonly string[] {
  return first.flatMap((one) => second.map((other) => `${one}/${other}`));
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
