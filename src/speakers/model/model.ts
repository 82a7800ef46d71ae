/**
 * The fitted model of whom sources mean: the weights of features, and what its probabilities are worth.
 * @module
 */
import { calibrated, calibrationSection, openLines } from '../../rules/calibration.ts';
import type { Rules } from '../../rules/rules.ts';
import { openWeights, type Section } from '../../rules/weights.ts';
import type { Referent } from '../resolution.ts';
import { SPEAKER_FEATURES } from './features.ts';

/** Names of the tables in `rules/weights/`; those of a language end in its subtag. */
export const TABLES = { pairs: 'speakers-pairs', calibration: 'speakers-calibration' } as const;

export const SPEAKER_CALIBRATION = calibrationSection(['speaker']);

/** The sections of a table, by its name without language; undefined for others. */
export function speakerSections(table: string): readonly Section[] | undefined {
  if (table === TABLES.calibration) return [SPEAKER_CALIBRATION];
  if (table !== TABLES.pairs) return undefined;
  return SPEAKER_FEATURES.space.groups.map(({ section }) => section);
}

export interface SpeakerModel {
  /** By feature number. */
  readonly weights: Float64Array;
  /** The share of speakers that was right, at each knot of probability. */
  readonly knots: Float64Array;
}

/** A memo: the same rules always give the same models. */
const models = new WeakMap<Rules, Map<string, SpeakerModel>>();

/** @param language primary subtag */
export function speakerModelOf(rules: Rules, language: string): SpeakerModel {
  let known = models.get(rules);
  if (!known) models.set(rules, (known = new Map()));
  // Requests may name any language: models are kept of those that have tables of their own, and of all others together.
  const key = `${TABLES.calibration}-${language}` in rules.weights ? language : '';
  const model = known.get(key) ?? openModel(rules, key);
  known.set(key, model);
  return model;
}

function openModel({ weights: tables }: Rules, language: string): SpeakerModel {
  const { groups, size } = SPEAKER_FEATURES.space;
  const weights = new Float64Array(size);
  const places = groups.map(({ section, base }) => ({ section, into: weights, base }));
  openWeights(tables[TABLES.pairs], ['weight'], places);
  const lines = [tables[TABLES.calibration], tables[`${TABLES.calibration}-${language}`]];
  return { weights, knots: openLines(lines, SPEAKER_CALIBRATION)[0] as Float64Array };
}

/** The likeliest of some referents, with how often such a choice is right. */
export interface Choice {
  readonly referent: Referent;
  /** Of its being meant, rather than another one or nobody; not calibrated. */
  readonly probability: number;
  readonly confidence: number;
}

/**
 * The likeliest referent, against the others and against "none of them", which scores 0. Null where there are none.
 * Time is in line with the number of features.
 */
export function likeliest(
  referents: readonly Referent[],
  { weights, knots }: SpeakerModel,
): Choice | null {
  let total = 1;
  let most = 0;
  let best: Referent | undefined;
  for (const referent of referents) {
    let score = 0;
    for (const feature of referent.features) score += weights[feature] as number;
    const mass = Math.exp(Math.max(-MOST, Math.min(MOST, score)));
    total += mass;
    if (mass <= most) continue;
    most = mass;
    best = referent;
  }
  if (!best) return null;
  const probability = most / total;
  return { referent: best, probability, confidence: calibrated(knots, probability) };
}

/** Scores beyond this say no more; it keeps `exp` finite whatever the weights. */
const MOST = 40;
