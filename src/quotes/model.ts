/**
 * The quote model of a rule set, opened once.
 * @module
 */
import type { Rules } from '../rules/rules.ts';
import { FeatureSpace } from './features.ts';
import type { QuoteModel } from './find.ts';

/** A memo: the same rules always give the same model. */
const models = new WeakMap<Rules, QuoteModel>();

export function quoteModelOf(rules: Rules): QuoteModel {
  const known = models.get(rules);
  if (known) return known;
  const space = new FeatureSpace(rules);
  const model = {
    space,
    frames: space.weights('quotes-frames'),
    loose: space.weights('quotes-loose'),
  };
  models.set(rules, model);
  return model;
}
