/**
 * The quote models of a rule set, each opened once.
 * @module
 */
import type { NumberedFeatures } from '../../rules/feature-space.ts';
import type { Rules } from '../../rules/rules.ts';
import { openWeights, type Group } from '../../rules/weights.ts';
import { CandidateSpace } from '../candidates/space.ts';
import type { FittedModel, QuoteModel } from '../quote.ts';
import { MOOD_FEATURES } from '../reported-mood/features.ts';
import { UNCUED_FEATURES } from '../uncued/features.ts';
import { fillNamesakes, fillOwn } from './backoff.ts';
import { CALIBRATION, openCalibration } from './calibration.ts';

/**
 * Names of the tables in `rules/weights/`; those of a language end in its subtag. The tables, their features and so the evidence
 * have older words for some things: a frame is a block of candidates (its shape the order), loose is uncued, a run is of
 * sentences in reported mood, a chunk is a noun phrase.
 */
export const TABLES = {
  candidates: 'quotes-frames',
  uncued: 'quotes-loose',
  mood: 'quotes-runs',
} as const satisfies Partial<Record<keyof QuoteModel, string>>;

/** The features of each table of weights, as runs of numbers. */
export function quoteGroupsOf(rules: Rules): ReadonlyMap<string, readonly Group[]> {
  return new Map([
    [TABLES.candidates, new CandidateSpace(rules).groups],
    [TABLES.uncued, UNCUED_FEATURES.space.groups],
    [TABLES.mood, MOOD_FEATURES.space.groups],
  ]);
}

/** A memo: the same rules always give the same models. */
const models = new WeakMap<Rules, Map<string, QuoteModel>>();

/**
 * The model for a language: the common weights, changed by what the rules have for the language (`quotes-frames-de`).
 * @param language primary subtag
 */
export function quoteModelOf(rules: Rules, language: string): QuoteModel {
  let known = models.get(rules);
  if (!known) models.set(rules, (known = new Map()));
  const key = `${TABLES.candidates}-${language}` in rules.weights ? language : '';
  const model = known.get(key) ?? openModel(rules, key);
  known.set(key, model);
  return model;
}

/** @param language '' for the common weights alone */
export function openModel(rules: Rules, language: string): QuoteModel {
  const read = (space: NumberedFeatures, table: string, isChange = false): Float64Array => {
    const into = new Float64Array(space.size);
    const places = space.groups.map(({ section, base }) => ({ section, into, base }));
    const present = openWeights(rules.weights[table], ['weight'], places);
    if (space instanceof CandidateSpace) {
      const verbs = into.subarray(space.firstVerb, space.firstGroup);
      const known = { lemmas: verbs, fitted: present.at(-2) as Uint8Array };
      fillNamesakes(rules, known);
      if (!isChange) fillOwn(rules, known);
    }
    return into;
  };
  const open = <Space extends NumberedFeatures>(
    space: Space,
    table: string,
  ): FittedModel<Space> => {
    const weights = read(space, table);
    if (language === '') return { space, weights };
    const changes = read(space, `${table}-${language}`, true);
    return { space, weights: weights.map((weight, f) => weight + (changes[f] as number)) };
  };
  return {
    candidates: open(new CandidateSpace(rules), TABLES.candidates),
    uncued: open(UNCUED_FEATURES.space, TABLES.uncued),
    mood: open(MOOD_FEATURES.space, TABLES.mood),
    calibration: openCalibration([
      rules.weights[CALIBRATION],
      rules.weights[`${CALIBRATION}-${language}`],
    ]),
  };
}
