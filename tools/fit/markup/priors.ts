/**
 * What features of markup say before any page is seen, in log-odds: what markup says in so many words is believed until pages
 * show that it lies. Everything else starts from zero.
 * @module
 */
import type { LabelledKind } from '../../../src/labels.ts';

/** A feature, or all whose names begin so, and what it says for a label or a kind. */
export interface Prior {
  readonly feature: string;
  readonly column: 'body' | 'comments' | 'ads' | 'disclaimers' | 'boilerplate' | LabelledKind;
  readonly weight: number;
}

const prior = (feature: string, column: Prior['column'], weight: number): Prior => ({
  feature,
  column,
  weight,
});

/**
 * The text alone gives a line of the story that stands in the wrong place log-odds of up to 8, with what stands around it. So
 * what is near certain gets 7: it wins, unless the container was doubted as a whole. Tried with 4: short threads stayed in the
 * story, as did notices of consent.
 */
export const PRIORS: readonly Prior[] = [
  prior('html/named=comments/clear', 'comments', 7),
  prior('html/named=comments/clear/prose', 'comments/comment', 2),
  prior('html/named=comments/clear/other', 'comments/comment-meta', 1.5),
  prior('html/named=comments/doubtful', 'comments', 1),
  prior('html/named=consent/clear', 'disclaimers', 7),
  prior('html/named=consent/clear', 'disclaimers/privacy', 3),
  prior('html/named=recommender/clear', 'ads', 6),
  prior('html/named=recommender/clear', 'ads/sponsored', 3),
  prior('html/named=related/clear', 'boilerplate', 2),
  prior('html/named=related/clear', 'boilerplate/related', 2),
  prior('html/signed', 'boilerplate', 2.5),
  prior('html/signed', 'boilerplate/byline', 2),
  prior('html/caption=between', 'body/caption', 9.5),
  prior('html/caption=before/after', 'body/caption', 8),
  prior('html/caption=none', 'body/caption', 6),
  prior('html/caption=after', 'body/caption', 4),
  prior('html/inside=pre', 'body', 2),
  prior('html/inside=pre', 'body/paragraph', 2),
  prior('html/row=between', 'body', 2.5),
  prior('html/row=between', 'body/list', 1.5),
  prior('html/table=between/unlinked', 'body', 2.5),
  prior('html/table=between/unlinked', 'body/list', 1.5),
  // A long list of links may well be the story: winners of a prize, things to buy.
  ...['2-3', '4-9'].flatMap((count) => [
    prior(`html/box-units=between/all/${count}`, 'boilerplate', 3),
    prior(`html/box-units=between/all/${count}`, 'boilerplate/related', 2),
  ]),
  prior('html/box-units=between/all/1', 'boilerplate', 1.5),
  prior('html/box-units=between/all/1', 'boilerplate/related', 1.5),
  prior('html/record=first/prose', 'body', 1),
  prior('html/record=later/prose', 'body', -1),
  prior('html/record=later/prose', 'comments', 1),
];

/** The mean of the prior of every weight: `means[feature * columns.length + column]`. */
export function priorMeans(
  names: readonly string[],
  columns: readonly string[],
  priors: readonly Prior[] = PRIORS,
): Float64Array {
  const means = new Float64Array(names.length * columns.length);
  for (const { feature, column, weight } of priors) {
    const at = columns.indexOf(column);
    names.forEach((name, i) => {
      if (isOf(feature, name)) means[i * columns.length + at] = weight;
    });
  }
  return means;
}

function isOf(feature: string, name: string): boolean {
  return name === feature || name.startsWith(`${feature}/`) || name.startsWith(`${feature}=`);
}
