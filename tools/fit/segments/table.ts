/**
 * A model as the table of weights that is committed: rounded to hundredths, small weights left out.
 * @module
 */
import { LABELLED_KINDS } from '../../../src/labels.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import type { WeightTable } from '../../../src/rules/types.ts';
import { nameIn, namesIn } from '../../../src/rules/weights.ts';
import type { Transitions } from '../../../src/segments/crf/forward.ts';
import { REGIONS } from '../../../src/segments/crf/regions.ts';
import {
  CALIBRATION,
  END,
  START,
  transitionName,
  zoneStepName,
  type Model,
} from '../../../src/segments/model/model.ts';
import { priorOf } from '../../../src/segments/model/priors.ts';
import { GAPS } from '../../../src/segments/units/units.ts';

const KINDS = LABELLED_KINDS.length;

type Rows = Record<string, readonly number[]>;

/** Languages of the pages with labels. */
export const LANGUAGES: readonly string[] = ['en', 'de'];

/** A model with its weights as they were fitted: feature by feature, one for each kind. */
export interface FittedModel extends Omit<Model, 'rows'> {
  readonly weights: Float32Array;
}

/** Weights below these are left out; a rule's are many, and each is seldom needed. */
export interface Least {
  readonly weight: number;
  readonly ruleWeight: number;
}

export function toTable(model: FittedModel, rules: Rules, least: Least): WeightTable {
  const rows: Rows = {};
  addFeatures(rows, namesIn(model.layout.groups), model.weights, untouched(model, rules), least);
  addTransitions(rows, model.transitions, least.weight);
  rows[CALIBRATION] = [...model.calibration].flatMap((value, k) => [k, Math.round(value * 100)]);
  return { columns: LABELLED_KINDS, languages: LANGUAGES, rows };
}

const HAS_PRIOR = /^(?:found|known-line)-in-unfitted-language=/;

function addFeatures(
  rows: Rows,
  names: readonly string[],
  weights: Float32Array,
  untouchedRules: ReadonlySet<string>,
  least: Least,
): void {
  names.forEach((name, feature) => {
    if (untouchedRules.has(name)) return;
    const isRule = name.startsWith('rule=');
    const own = weights.subarray(feature * KINDS, (feature + 1) * KINDS);
    const row = rowOf(own, isRule ? least.ruleWeight : least.weight);
    // What has a prior and no row would be taken for not fitted.
    if (row.length > 0 || isRule || HAS_PRIOR.test(name)) rows[name] = row;
  });
}

/**
 * Names of the rows of rules that are still at their prior: no page, or too few, had anything to say of them. So are rules that state
 * their weight, which no fit changes.
 */
function untouched(
  { layout, facts, weights }: FittedModel,
  { segmentRules }: Rules,
): ReadonlySet<string> {
  const names = segmentRules.flatMap((rule, number) => {
    const feature = layout.base.rule + number;
    const row = weights.subarray(feature * KINDS, (feature + 1) * KINDS);
    const own = facts.kind[number];
    const isPrior = row.every((weight, kind) => weight === (kind === own ? priorOf(rule) : 0));
    return isPrior || rule.weight !== undefined ? [nameIn(layout.groups, feature)] : [];
  });
  return new Set(names);
}

function addTransitions(rows: Rows, transitions: Transitions, least: number): void {
  GAPS.forEach((gap, g) => {
    LABELLED_KINDS.forEach((kind, k) => {
      const row = transitions.byGap[g]?.subarray(k * KINDS, (k + 1) * KINDS) ?? [];
      rows[transitionName(gap, kind)] = rowOf(row, least);
    });
  });
  REGIONS.forEach((from, z) => {
    REGIONS.forEach((to, y) => {
      const at = (z * REGIONS.length + y) * KINDS;
      const row = rowOf(transitions.steps.subarray(at, at + KINDS), least);
      if (row.length > 0) rows[zoneStepName(from, to)] = row;
    });
  });
  rows[START] = rowOf(transitions.start, least);
  rows[END] = rowOf(transitions.end, least);
}

/** Weights are kept in steps of so many hundredths: what is finer costs bytes and changes no answer. */
const GRAIN = 5;

/** Pairs of column and weight in hundredths, coarse. */
export function rowOf(weights: Iterable<number>, least: number): readonly number[] {
  return [...weights].flatMap((weight, k) =>
    Math.abs(weight) < least || weight === -Infinity ? [] : [k, coarse(weight, grainOf(weight))],
  );
}

/** A weight in hundredths, in steps. */
export function coarse(weight: number, grain = GRAIN): number {
  return Math.round((weight * 100) / grain) * grain;
}

/** Segment weights have larger steps where they are large. */
function grainOf(weight: number): number {
  return Math.abs(weight) < 1 ? GRAIN : 2 * GRAIN;
}

/** One row a line: weights that did not change make no difference in a diff. */
export function tableText({ columns, languages = [], rows }: WeightTable): string {
  const lines = Object.entries(rows).map(
    ([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`,
  );
  return `{\n"columns": ${JSON.stringify(columns)},\n"languages": ${JSON.stringify(languages)},\n"rows": {\n${lines.join(',\n')}\n}}`;
}
