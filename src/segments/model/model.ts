/**
 * The fitted model: a weight for every feature and kind, and for every pair of kinds by the gap between them.
 * @module
 */
import { LABELLED_KINDS } from '../../labels.ts';
import type { Rules } from '../../rules/rules.ts';
import type { SegmentRule, Weights } from '../../rules/types.ts';
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
import {
  OPENING_CELLS,
  THREAD_BINS,
  TEXTURES as THREAD_TEXTURES,
} from '../features/records/emit.ts';
import { readRuleFacts, type RuleFacts } from '../features/rule-hits.ts';
import { GAPS } from '../units/units.ts';
import { fillUnfitted } from './backoff.ts';
import { setPartPriors } from './parts.ts';
import { setReportPriors, setScriptPriors } from './scripts.ts';

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
  const { rule, invited, threadless, told, alone, aloneLine, script, recordReport, part } =
    layout.base;
  const rows = weights.subarray(rule * KINDS, (rule + rules.segmentRules.length) * KINDS);
  fillUnfitted(rules.segmentRules, isThereFrom(rule), facts.kind, rows, priorOf);
  if (!isThereFrom(layout.base.recordThread).some(Boolean)) setThreadPriors(layout, weights);
  if (!isThereFrom(invited)[0]) weights[invited * KINDS + COMMENT] = INVITED_PRIOR;
  if (!isThereFrom(threadless)[0]) setThreadlessPriors(layout, weights);
  if (!isThereFrom(told)[0]) setToldPriors(layout, weights);
  if (!isThereFrom(script)[0]) setScriptPriors(script, weights);
  if (!isThereFrom(recordReport)[0]) setReportPriors(recordReport, weights);
  if (!isThereFrom(part).some(Boolean)) setPartPriors(part, weights);
  setAlonePriors(layout, weights, isThereFrom(alone), isThereFrom(aloneLine));
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

const COMMENT = LABELLED_KINDS.indexOf('comments/comment');
const PARAGRAPH = LABELLED_KINDS.indexOf('body/paragraph');
const META = LABELLED_KINDS.indexOf('comments/comment-meta');
const FORM = LABELLED_KINDS.indexOf('comments/comment-form');
/** What it is worth that prose stands behind an invitation to comment, before any data is seen. */
export const INVITED_PRIOR = 1;

/** What the likeliest threads are worth for comments, and for what stands beside them, before any data is seen: a step more for each bin. */
const THREAD_PRIOR = 0.5;

/** What it is worth that prose stands in the first record of a thread without a story before it: it is the opening post. */
const OPENING_PRIOR = 1.5;

/** Sets the weights of threads to what they are worth before any data is seen. */
export function setThreadPriors({ base }: Layout, weights: Float32Array): void {
  const set = (feature: number, kind: number, weight: number): void => {
    weights[feature * KINDS + kind] = weight;
  };
  THREAD_BINS.forEach((bin, i) => {
    const weight = THREAD_PRIOR * (i + 1);
    const at = base.recordThread + bin * THREAD_TEXTURES.length;
    set(at, COMMENT, weight);
    set(at + 1, META, weight);
    set(at + 2, META, weight / 2);
  });
  for (const cell of OPENING_CELLS) {
    const at = base.recordNumber + cell * THREAD_TEXTURES.length;
    set(at, PARAGRAPH, OPENING_PRIOR);
    set(at, COMMENT, -OPENING_PRIOR);
  }
}

/**
 * What speaks against comments where nothing on a page looks like a thread. Set by hand: of 1 to 6, cross-validated, all from 2 on took as much of the
 * story out of the comments (comments of news pages that may be read: F1 74.7 without, 82.7), and lost no threads of blogs or forums; a page
 * full of readers' words wants 4.
 */
const THREADLESS_PRIOR = -4;

/** Sets what a page without a thread is worth for comments and their furniture. */
export function setThreadlessPriors({ base }: Layout, weights: Float32Array): void {
  for (const kind of [COMMENT, META, FORM])
    weights[base.threadless * KINDS + kind] = THREADLESS_PRIOR;
}

const FURNITURE = [
  'boilerplate/navigation',
  'boilerplate/widget',
  'boilerplate/share',
  'boilerplate/byline',
  'boilerplate/form',
  'boilerplate/tag',
  'boilerplate/footer',
  'comments/comment-form',
] as const;
/**
 * What speaks against furniture where something is told at length: a short story on a page of menus was taken for one of them. Set by hand: of 0.7
 * to 2 for paragraphs of 40 or 60 words. At 2, stories took in disclaimers. From 40 words on, more stories were found, but forums lost a little
 * of their opening posts; they did so in the half that nobody reads, so its figure for forums is not one of unseen pages.
 */
const TOLD_PRIOR = -1;

/** Sets what a long paragraph is worth for furniture. */
export function setToldPriors({ base }: Layout, weights: Float32Array): void {
  for (const kind of FURNITURE)
    weights[base.told * KINDS + LABELLED_KINDS.indexOf(kind)] = TOLD_PRIOR;
}

/**
 * What a finding is worth more on pages in languages that are not learned from, where most other features keep silent, before any
 * data is seen: a strong one, and a line that a rule knows whole. Set by hand: of 1.75, 3, 4.5 and 6 for a whole line, each took more furniture
 * out of the stories of pages that nobody had read (F1 83.2, 83.3, 83.6, 83.8), and lost more of three stories among six hundred lines of menu.
 */
const ALONE_PRIOR = 1.75;
const ALONE_LINE_PRIOR = 4;

/** Sets what findings are worth in languages that are not learned from, but for the kinds whose weights are known. */
export function setAlonePriors(
  { base }: Layout,
  weights: Float32Array,
  known: Uint8Array = new Uint8Array(KINDS),
  knownLine: Uint8Array = known,
): void {
  for (let kind = 0; kind < KINDS; kind++) {
    if (!known[kind]) weights[(base.alone + kind) * KINDS + kind] = ALONE_PRIOR;
    if (!knownLine[kind]) weights[(base.aloneLine + kind) * KINDS + kind] = ALONE_LINE_PRIOR;
  }
}

/** What a rule's finding is worth for its own kind before any data is seen. */
export function priorOf(rule: SegmentRule): number {
  if (rule.weight !== undefined) return rule.weight;
  if (rule.certain) return 6;
  switch (rule.match) {
    case 'line':
      return 3;
    default:
      return 2;
  }
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
