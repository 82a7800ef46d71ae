/**
 * From features to probabilities, and from them to decisions: a label and a kind for every unit.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../labels.ts';
import { marginals } from './crf/backward.ts';
import { runForward } from './crf/forward.ts';
import { addRows } from './crf/sparse.ts';
import { chooseDecided, scoreDecided } from './decided.ts';
import { FeatureExtractor } from './features/extract.ts';
import type { Page } from './features/page.ts';
import { FeatureList } from './features/space.ts';
import { fieldWeight } from './fields.ts';
import { LABEL_OF_KIND } from './kinds.ts';
import { choose, type Choice } from './labels.ts';
import { emitMarkup } from './markup/emit.ts';
import type { MarkupLayer, MarkupLayout } from './markup/features.ts';
import { measureMarkup, type Markup } from './markup/measure.ts';
import type { Model } from './model/model.ts';

const KINDS = LABELLED_KINDS.length;
const BODY = LABELS.indexOf('body');

/** Parallel arrays over units. */
export interface Decision extends Choice {
  /** Probability of each kind, unit by unit. */
  readonly kinds: Float32Array;
  /** What the markup said, where there is some. */
  readonly markup: Markup | null;
}

/** Log-potentials of the units by themselves. */
export function scoreUnits(page: Page, model: Model): Float32Array {
  const scores = new Float32Array(page.units.count * KINDS);
  const extractor = new FeatureExtractor(page, model.layout);
  const list = new FeatureList();
  for (let u = 0; u < page.units.count; u++) {
    list.clear();
    extractor.emit(u, list);
    addRows(scores, u * KINDS, list, model.rows);
  }
  return scores;
}

/** What the markup of a page says, given the probabilities that the text alone gives to each kind. Null without markup. */
export function markupOf(page: Page, kinds: Float32Array, layout: MarkupLayout): Markup | null {
  if (!page.html) return null;
  const body = new Float32Array(page.units.count);
  for (let u = 0; u < body.length; u++)
    for (let k = 0; k < KINDS; k++)
      if (LABEL_OF_KIND[k] === BODY)
        body[u] = (body[u] as number) + (kinds[u * KINDS + k] as number);
  const { doc, units, html, shapes, prose } = page;
  return measureMarkup({ doc, units, html, words: shapes.words, prose, body }, layout.hints);
}

function addMarkup(scores: Float32Array, page: Page, markup: Markup, layer: MarkupLayer): void {
  const list = new FeatureList();
  for (let u = 0; u < page.units.count; u++) {
    list.clear();
    emitMarkup(page, markup, layer.layout, u, list);
    addRows(scores, u * KINDS, list, layer.rows);
  }
}

function addFields(scores: Float32Array, { fields }: Page): void {
  fields?.field.forEach((field, u) => {
    for (let k = 0; k < KINDS; k++)
      scores[u * KINDS + k] = (scores[u * KINDS + k] as number) + fieldWeight(field, k);
  });
}

/**
 * Decides every unit.
 * @param layer what is added where the page has markup
 */
export function decide(page: Page, model: Model, layer: MarkupLayer | null = null): Decision {
  const { gap } = page.units;
  const { decided } = page.hits;
  const scores = scoreUnits(page, model);
  scoreDecided(scores, decided);
  const chances = (): Float32Array =>
    marginals(runForward(scores, gap, model.potentials), gap, model.potentials);
  const byText = chances();
  const markup = layer && markupOf(page, byText, layer.layout);
  if (layer && markup) addMarkup(scores, page, markup, layer);
  addFields(scores, page);
  const kinds = markup || page.fields ? chances() : byText;
  const choice = choose(page, kinds);
  chooseDecided(kinds, choice, decided);
  return { ...choice, kinds, markup };
}
