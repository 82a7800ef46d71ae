/**
 * The quote model of a rule set, opened once.
 * @module
 */
import type { Rules } from '../../rules/rules.ts';
import type { QuoteModel } from '../quote.ts';
import { CALIBRATION, openCalibration } from './calibration.ts';
import { FeatureSpace } from './features.ts';

/** A memo: the same rules always give the same models. */
const models = new WeakMap<Rules, Map<string, QuoteModel>>();

/**
 * The model for a language: the common weights, changed by what the rules have for the language (`quotes-frames-de`).
 * @param language primary subtag
 */
export function quoteModelOf(rules: Rules, language: string): QuoteModel {
  let known = models.get(rules);
  if (!known) models.set(rules, (known = new Map()));
  const key = `${FRAMES}-${language}` in rules.weights ? language : '';
  const model = known.get(key) ?? openModel(rules, key);
  known.set(key, model);
  return model;
}

const FRAMES = 'quotes-frames';
const LOOSE = 'quotes-loose';
const RUNS = 'quotes-runs';

/** @param language '' for the common weights alone */
export function openModel(rules: Rules, language: string): QuoteModel {
  const space = new FeatureSpace(rules);
  const open = (name: string): Float64Array => {
    const weights = space.weights(name);
    if (language === '') return weights;
    const changes = space.weights(`${name}-${language}`);
    return weights.map((weight, feature) => weight + (changes[feature] as number));
  };
  return {
    space,
    frames: open(FRAMES),
    loose: open(LOOSE),
    runs: open(RUNS),
    calibration: openCalibration([
      rules.weights[CALIBRATION],
      rules.weights[`${CALIBRATION}-${language}`],
    ]),
  };
}
