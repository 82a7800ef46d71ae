/**
 * From features to decisions: a label and a kind for every unit, with probabilities.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../labels.ts';
import { runLattice } from './chain.ts';
import { Emitter } from './emit.ts';
import { LABEL_OF_KIND } from './findings.ts';
import { marginals } from './marginals.ts';
import { measureMarkup, type Markup } from './markup.ts';
import { emitMarkup, type MarkupLayer } from './markup-features.ts';
import type { Model } from './model.ts';
import type { Page } from './page.ts';
import { FeatureList } from './space.ts';
import { addRows } from './sparse.ts';

const KINDS = LABELLED_KINDS.length;

/** Parallel arrays over units. */
export interface Decision {
  /** Index into `LABELS`. */
  readonly label: Uint8Array;
  /** Index into `LABELLED_KINDS`. */
  readonly kind: Uint8Array;
  /** Probability of the label. */
  readonly confidence: Float32Array;
  /** Probability of each kind, unit by unit. */
  readonly kinds: Float32Array;
  /** What the markup said, where there is some. */
  readonly markup: Markup | null;
}

/** Log-potentials of the units by themselves. */
export function scoreUnits(page: Page, model: Model): Float32Array {
  const scores = new Float32Array(page.units.count * KINDS);
  const emitter = new Emitter(page, model.layout);
  const list = new FeatureList();
  for (let u = 0; u < page.units.count; u++) {
    list.clear();
    emitter.emit(u, list);
    addRows(scores, u * KINDS, list, model.rows);
  }
  return scores;
}

/** What the markup of a page says, given the probabilities that the text alone gives to each kind. Null without markup. */
export function markupOf(page: Page, kinds: Float32Array): Markup | null {
  if (!page.html) return null;
  const body = new Float32Array(page.units.count);
  for (let u = 0; u < body.length; u++)
    for (let k = 0; k < KINDS; k++)
      if (LABEL_OF_KIND[k] === BODY)
        body[u] = (body[u] as number) + (kinds[u * KINDS + k] as number);
  return measureMarkup(page.doc, page.units, page.html, body);
}

function addMarkup(scores: Float32Array, page: Page, markup: Markup, layer: MarkupLayer): void {
  const list = new FeatureList();
  for (let u = 0; u < page.units.count; u++) {
    list.clear();
    emitMarkup(page, markup, layer.layout, u, list);
    addRows(scores, u * KINDS, list, layer.rows);
  }
}

/**
 * To lose a piece of the story is worse than to keep a line too many: the body wins over a label this much more probable,
 * in a unit of many words, in one of few, and over comments, which are long and read like a story.
 */
const BODY_FAVOUR = { long: 3, short: 1.25, comments: 1.5 } as const;
const LONG = 12;
const BODY = LABELS.indexOf('body');
const COMMENTS = LABELS.indexOf('comments');
/** What readers of stories leave out: a unit of the body is that only where it is this much more probable. */
const ASIDE_DOUBT = 12;
const IS_ASIDE = LABELLED_KINDS.map(
  (kind) => kind === 'body/caption' || kind === 'body/standfirst',
);
const HEADLINE = LABELLED_KINDS.indexOf('body/headline');
const STANDFIRST = LABELLED_KINDS.indexOf('body/standfirst');
const PARAGRAPH = LABELLED_KINDS.indexOf('body/paragraph');
/** A headline of so many words is doubted like them. */
const LONG_HEADLINE = 20;
const COMMENT = LABELLED_KINDS.indexOf('comments/comment');
/** Among comments a word or two are a name more often than a comment. */
const NAME_WORDS = 2;
const NAME_DOUBT = 2;
/** More prose than this in a row is no standfirst. */
const MOST_PROSE_IN_STANDFIRST = 2;
/** What is none of the kinds says less of its label than they do. */
const OTHER = LABELLED_KINDS.indexOf('boilerplate/other');
const OTHER_SHARE = 0.5;
/** Where there are no more units than this, there is no page around a text, and nothing that is none of the kinds. */
const FEW_UNITS = 5;

/**
 * Decides every unit: the label with the largest sum of its kinds' probabilities (the body favoured), then the likeliest kind of that label.
 * @param layer what is added where the page has markup
 */
export function decide(page: Page, model: Model, layer: MarkupLayer | null = null): Decision {
  const { gap, count, from, to } = page.units;
  const scores = scoreUnits(page, model);
  const chances = (): Float32Array =>
    marginals(runLattice(scores, gap, model.potentials), gap, model.potentials);
  const byText = chances();
  const markup = layer && markupOf(page, byText);
  if (layer && markup) addMarkup(scores, page, markup, layer);
  const kinds = markup ? chances() : byText;
  const label = new Uint8Array(count);
  const kind = new Uint8Array(count);
  const confidence = new Float32Array(count);
  const sums = new Float64Array(LABELS.length);
  const otherShare = count <= FEW_UNITS ? 0 : OTHER_SHARE;
  for (let u = 0; u < count; u++) {
    sums.fill(0);
    for (let k = 0; k < KINDS; k++) {
      const l = LABEL_OF_KIND[k] as number;
      const share = k === OTHER ? otherShare : 1;
      sums[l] = (sums[l] as number) + share * (kinds[u * KINDS + k] as number);
    }
    let best = 0;
    for (let l = 1; l < sums.length; l++)
      if ((sums[l] as number) > (sums[best] as number)) best = l;
    const words = (to[u] as number) - (from[u] as number);
    if ((sums[BODY] as number) * favourOver(best, words) >= (sums[best] as number)) best = BODY;
    label[u] = best;
    kind[u] = likeliest(kinds, u * KINDS, best, words);
    confidence[u] = Math.min(1, sums[best] as number);
  }
  endStandfirsts(page.prose, kind);
  return { label, kind, confidence, kinds, markup };
}

/** Makes paragraphs of standfirsts that go on for too long, whatever furniture stands between. Changes `kind`. */
function endStandfirsts(prose: Uint8Array, kind: Uint8Array): void {
  let run: number[] = [];
  const end = (): void => {
    if (run.length > MOST_PROSE_IN_STANDFIRST) for (const u of run) kind[u] = PARAGRAPH;
    run = [];
  };
  for (let u = 0; u < kind.length; u++) {
    const own = kind[u] as number;
    if (own === STANDFIRST && prose[u]) run.push(u);
    else if (LABEL_OF_KIND[own] === BODY && own !== STANDFIRST) end();
  }
  end();
}

function favourOver(label: number, words: number): number {
  if (label === COMMENTS) return BODY_FAVOUR.comments;
  return words >= LONG ? BODY_FAVOUR.long : BODY_FAVOUR.short;
}

function doubtOf(kind: number, words: number): number {
  if (IS_ASIDE[kind] || (kind === HEADLINE && words >= LONG_HEADLINE)) return ASIDE_DOUBT;
  return kind === COMMENT && words <= NAME_WORDS ? NAME_DOUBT : 1;
}

/** The most probable kind of a label; of the body's, captions, standfirsts and long headlines are doubted. */
function likeliest(kinds: Float32Array, at: number, label: number, words: number): number {
  let best = -1;
  let most = -1;
  for (let k = 0; k < KINDS; k++) {
    if (LABEL_OF_KIND[k] !== label) continue;
    const chance = (kinds[at + k] as number) / doubtOf(k, words);
    if (chance > most) [best, most] = [k, chance];
  }
  return best;
}
