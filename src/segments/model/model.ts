/**
 * The fitted model: a weight for every feature and kind, and for every pair of kinds by the gap between them.
 * @module
 */
import { LABELLED_KINDS } from '../../labels.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Weights } from '../../rules/types.ts';
import {
  openWeights,
  sectionOf,
  type Group,
  type Place,
  type Section,
} from '../../rules/weights.ts';
import { exponentiate, type Potentials, type Transitions } from '../crf/forward.ts';
import { GRAMMAR, mayEnter, REGIONS, type Region } from '../crf/regions.ts';
import { sparseRows, type SparseRows } from '../crf/sparse.ts';
import { openLayout, type Layout } from '../features/layout.ts';
import { readRuleFacts, type RuleFacts } from '../features/rule-hits.ts';
import { GAPS } from '../units/units.ts';
import { fillUnfitted } from './backoff.ts';
import { closeThreadless, priorOf, setPriors } from './priors.ts';

/** Name of the weight table in the rule set. */
export const TABLE = 'segments';
const KINDS = LABELLED_KINDS.length;

export interface Model {
  readonly facts: RuleFacts;
  readonly layout: Layout;
  /** Feature by feature, a weight for each kind. */
  readonly rows: SparseRows;
  readonly transitions: Transitions;
  readonly potentials: Potentials;
  /** What a label's probability means, measured: see {@link calibrated}. */
  readonly calibration: Float64Array;
}

const models = new WeakMap<Rules, Model>();

/** The model of a rule set. Built once and remembered: the same rules give the same model. */
export function modelOf(rules: Rules): Model {
  const known = models.get(rules);
  if (known) return known;
  const model = openModel(rules, rules.weights[TABLE]);
  models.set(rules, model);
  return model;
}

/** Builds a model from a weight table; without one, priors decide. */
export function openModel(rules: Rules, table: Weights | undefined): Model {
  const facts = readRuleFacts(rules);
  const layout = openLayout(rules, facts);
  const weights = new Float32Array(layout.size * KINDS);
  const steps: Place = { section: TRANSITIONS, into: new Float64Array(STEP_ROWS * KINDS), base: 0 };
  const regions: Place = {
    section: ZONE_STEPS,
    into: new Float64Array(PAIRS.length * KINDS),
    base: 0,
  };
  const calibration: Place = { section: CALIBRATIONS, into: new Float64Array(KINDS), base: 0 };
  const present = openWeights(table, LABELLED_KINDS, [
    ...placesOf(layout.groups, weights),
    steps,
    regions,
    calibration,
  ]);
  const isThere = (place: number): Uint8Array => present[place] as Uint8Array;
  const isThereFrom = (first: number): Uint8Array =>
    isThere(layout.groups.findIndex(({ base }) => base === first));
  const { rule } = layout.base;
  const rows = weights.subarray(rule * KINDS, (rule + rules.segmentRules.length) * KINDS);
  fillUnfitted(rules.segmentRules, isThereFrom(rule), facts.kind, rows, priorOf);
  setPriors(layout, weights, isThereFrom);
  closeThreadless(layout, weights);
  const transitions = readTransitions(steps, isThere(layout.groups.length), regions);
  return {
    facts,
    layout,
    rows: sparseRows(weights, KINDS),
    transitions,
    potentials: exponentiate(transitions),
    calibration: isThere(present.length - 1)[0]
      ? (calibration.into as Float64Array).slice(0, KNOTS)
      : straight(),
  };
}

/** The sections of the weight table. */
export function sectionsOfModel(rules: Rules): readonly Section[] {
  const { groups } = openLayout(rules, readRuleFacts(rules));
  return [...groups.map(({ section }) => section), TRANSITIONS, ZONE_STEPS, CALIBRATIONS];
}

function placesOf(groups: readonly Group[], into: Float32Array): readonly Place[] {
  return groups.map(({ section, base }) => ({ section, into, base: base * KINDS }));
}

/** Knots of the calibration, evenly over probabilities from 0 to 1. */
export const KNOTS = 21;
/** Name of the row of the calibration. */
export const CALIBRATION = 'calibration/knots';
const CALIBRATIONS = sectionOf([CALIBRATION]);

const straight = (): Float64Array =>
  Float64Array.from({ length: KNOTS }, (_, i) => i / (KNOTS - 1));

/** How often a label that the model gives this probability is right: the measured value, between knots by a straight line. */
export function calibrated({ calibration }: Model, probability: number): number {
  const at = Math.max(0, Math.min(1, probability)) * (KNOTS - 1);
  const knot = Math.min(KNOTS - 2, Math.floor(at));
  const low = calibration[knot] as number;
  return low + (at - knot) * ((calibration[knot + 1] as number) - low);
}

/** Name of a row of transitions: weights from `kind` over `gap`. */
export function transitionName(gap: string, kind: string): string {
  return `transition/${gap}/${kind}`;
}

export const START = 'transition/start';
export const END = 'transition/end';

/** Rows of transitions: every kind by every gap, then those of the first and the last unit. */
const START_ROW = GAPS.length * KINDS;
const STEP_ROWS = START_ROW + 2;

const TRANSITIONS = sectionOf([
  ...GAPS.flatMap((gap) => LABELLED_KINDS.map((kind) => transitionName(gap, kind))),
  START,
  END,
]);

/** Name of a row of steps between regions: weights of the kinds that are entered. */
export function zoneStepName(from: string, to: string): string {
  return `zone/${from}/${to}`;
}

/** Every region with every region. */
const PAIRS = REGIONS.flatMap((from) => REGIONS.map((to) => zoneStepName(from, to)));
const ZONE_STEPS = sectionOf(PAIRS);

/** Log-potential of staying in a kind where nothing has been fitted. */
const STAY = 1.5;

function readTransitions({ into }: Place, present: Uint8Array, regions: Place): Transitions {
  const matrix = into as Float64Array;
  for (let row = 0; row < START_ROW; row++)
    if (!present[row]) matrix[row * KINDS + (row % KINDS)] = STAY;
  const rows = (from: number, to: number): Float64Array => matrix.slice(from * KINDS, to * KINDS);
  return {
    kinds: KINDS,
    byGap: GAPS.map((_, g) => rows(g * KINDS, (g + 1) * KINDS)),
    start: rows(START_ROW, START_ROW + 1),
    end: rows(START_ROW + 1, STEP_ROWS),
    ...GRAMMAR,
    steps: legal(withReturns(regions.into as Float64Array)),
  };
}

/**
 * What it costs to come back to a story behind a thread or behind its own end, on top of what was fitted: less where a new one begins.
 * The fitted weights are too small, since a long reply speaks with every one of its units, as if the others were not there. Of 264 labelled pages with comments, three
 * go on with their story behind them. Set by hand; tried: nothing, 4, 10 and 20 for the same story. The opening posts of
 * forums (reading half) reach F1 62, 63, 68 and 76 with them, but with 20 whole stories are lost elsewhere.
 */
const RETURNS: readonly (readonly [from: Region, to: Region, cost: number])[] = [
  ['thread', 'story', 10],
  ['after', 'story', 10],
  ['thread', 'head', 6],
  ['after', 'head', 3],
];

function withReturns(fitted: Float64Array): Float64Array {
  const steps = fitted.slice();
  for (const [from, to, cost] of RETURNS) {
    const at = (REGIONS.indexOf(from) * REGIONS.length + REGIONS.indexOf(to)) * KINDS;
    for (let i = at; i < at + KINDS; i++) steps[i] = (steps[i] as number) - cost;
  }
  return steps;
}

/** Steps that there are not, ruled out. */
export function legal(steps: Float64Array): Float64Array {
  return steps.map((weight, i) => {
    const pair = Math.floor(i / KINDS);
    const from = Math.floor(pair / REGIONS.length);
    return mayEnter(from, pair % REGIONS.length, i % KINDS) ? weight : -Infinity;
  });
}
