/**
 * The fitted model: a weight for every feature and kind, and for every pair of kinds by the gap between them.
 * @module
 */
import { LABELLED_KINDS } from '../labels.ts';
import type { Rules } from '../rules/rules.ts';
import type { SegmentRule, WeightTable } from '../rules/types.ts';
import { exponentiate, type Potentials, type Transitions } from './chain.ts';
import { readRuleFacts, type RuleFacts } from './findings.ts';
import { openLayout, type Layout } from './layout.ts';
import { openSecondLayout, type SecondLayout } from './second.ts';
import { GAPS } from './units.ts';

/** Name of the weight table in the rule set. */
export const TABLE = 'segments';
const KINDS = LABELLED_KINDS.length;

export interface Model {
  readonly facts: RuleFacts;
  readonly layout: Layout;
  /** Feature by feature, a weight for each kind. */
  readonly weights: Float32Array;
  readonly transitions: Transitions;
  readonly potentials: Potentials;
  /** The second look, where one has been fitted. */
  readonly second: SecondModel | null;
}

/** Weights of second-look features, added to the first pass's scores, and transitions of their own. */
export interface SecondModel {
  readonly layout: SecondLayout;
  readonly weights: Float32Array;
  readonly transitions: Transitions;
  readonly potentials: Potentials;
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
export function openModel(rules: Rules, table: WeightTable | undefined): Model {
  const facts = readRuleFacts(rules);
  const layout = openLayout(rules, facts);
  const weights = new Float32Array(layout.size * KINDS);
  const columns = (table?.columns ?? []).map((kind) => LABELLED_KINDS.indexOf(kind as (typeof LABELLED_KINDS)[number]));
  layout.names.forEach((name, feature) => {
    const row = table?.rows[name];
    if (row) fillRow(row, columns, weights, feature * KINDS);
  });
  rules.segmentRules.forEach((rule, number) => {
    const feature = layout.base.rule + number;
    if (table?.rows[`rule=${rule.id}`]) return;
    weights[feature * KINDS + (facts.kind[number] as number)] = priorOf(rule);
  });
  const transitions = readTransitions(table, columns, FIRST);
  const second = table?.rows[`${SECOND}/start`] ? openSecond(table, columns) : null;
  return { facts, layout, weights, transitions, potentials: exponentiate(transitions), second };
}

function openSecond(table: WeightTable, columns: readonly number[]): SecondModel {
  const layout = openSecondLayout();
  const weights = new Float32Array(layout.size * KINDS);
  layout.names.forEach((name, feature) => fillRow(table.rows[name] ?? [], columns, weights, feature * KINDS));
  const transitions = readTransitions(table, columns, SECOND);
  return { layout, weights, transitions, potentials: exponentiate(transitions) };
}

/** Prefixes of the names of transition rows, first pass and second look. */
export const FIRST = 'transition';
export const SECOND = 'second-transition';

/** What a rule's finding is worth for its own kind before any data is seen. */
export function priorOf(rule: SegmentRule): number {
  if (rule.certain) return 6;
  switch (rule.match) {
    case 'line':
      return 3;
    default:
      return 2;
  }
}

function fillRow(row: readonly number[], columns: readonly number[], weights: ArrayLike<number> & { [i: number]: number }, at: number): void {
  for (let i = 0; i < row.length; i += 2) {
    const column = columns[row[i] as number] ?? -1;
    if (column >= 0) weights[at + column] = (row[i + 1] as number) / 100;
  }
}

/** Name of a row of transitions: weights from `kind` over `gap`. */
export function transitionName(prefix: string, gap: string, kind: string): string {
  return `${prefix}/${gap}/${kind}`;
}

/** Log-potential of staying in a kind where nothing has been fitted. */
const STAY = 1.5;

function readTransitions(table: WeightTable | undefined, columns: readonly number[], prefix: string): Transitions {
  const square = (gap: string): Float64Array => {
    const matrix = new Float64Array(KINDS * KINDS);
    LABELLED_KINDS.forEach((kind, k) => {
      const row = table?.rows[transitionName(prefix, gap, kind)];
      if (row) fillRow(row, columns, matrix, k * KINDS);
      else matrix[k * KINDS + k] = STAY;
    });
    return matrix;
  };
  const edge = (name: string): Float64Array => {
    const row = new Float64Array(KINDS);
    fillRow(table?.rows[`${prefix}/${name}`] ?? [], columns, row, 0);
    return row;
  };
  return { kinds: KINDS, byGap: GAPS.map(square), start: edge('start'), end: edge('end') };
}
