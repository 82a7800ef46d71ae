/**
 * Why a stretch is a quote: the features that weighed most.
 * @module
 */
import type { Evidence } from '../types.ts';
import type { QuoteModel, RawQuote } from './find.ts';

const MOST = 6;
const LEAST_WEIGHT = 0.1;

/** The strongest reasons for a quote, in log-odds; with a cue those of its frame, else those of its marks. */
export function quoteEvidence(model: QuoteModel, quote: RawQuote): readonly Evidence[] {
  const weights = quote.cue ? model.frames : model.loose;
  const sums = new Map<number, number>();
  for (const feature of quote.features)
    sums.set(feature, (sums.get(feature) ?? 0) + (weights[feature] as number));
  return [...sums]
    .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || a[0] - b[0])
    .slice(0, MOST)
    .map(([feature, weight]) => ({
      rule: model.space.name(feature),
      weight: Math.round(weight * 100) / 100,
    }));
}
