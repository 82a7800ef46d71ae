/**
 * The fitted model: a weight for every feature and kind, and for every pair of kinds by the gap between them.
 * @module
 */
import { LABELLED_KINDS } from '../labels.ts';
import type { Rules } from '../rules/rules.ts';
import type { SegmentRule, Weights } from '../rules/types.ts';
import { openWeights, sectionOf, type Place, type Section } from '../rules/weights.ts';
import { exponentiate, type Potentials, type Transitions } from './chain.ts';
import { readRuleFacts, type RuleFacts } from './findings.ts';
import { openLayout, type Layout } from './layout.ts';
import { openSecondLayout, type SecondLayout } from './second.ts';
import type { Group } from './space.ts';
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
export function openModel(rules: Rules, table: Weights | undefined): Model {
  const facts = readRuleFacts(rules);
  const layout = openLayout(rules, facts);
  const second = openSecondLayout();
  const weights = new Float32Array(layout.size * KINDS);
  const secondWeights = new Float32Array(second.size * KINDS);
  const steps = [FIRST, SECOND].map((prefix) => ({ section: transitionSection(prefix), into: new Float64Array(STEP_ROWS * KINDS), base: 0 }));
  const [first, later] = steps as [Place, Place];
  const present = openWeights(table, LABELLED_KINDS, [...placesOf(layout.groups, weights), first, ...placesOf(second.groups, secondWeights), later]);
  const isThere = (group: number): Uint8Array => present[group] as Uint8Array;
  const ruleRows = isThere(layout.groups.findIndex(({ base }) => base === layout.base.rule));
  rules.segmentRules.forEach((rule, number) => {
    if (ruleRows[number]) return;
    weights[(layout.base.rule + number) * KINDS + (facts.kind[number] as number)] = priorOf(rule);
  });
  const transitions = readTransitions(first, isThere(layout.groups.length));
  const laterRows = isThere(present.length - 1);
  return {
    facts,
    layout,
    weights,
    transitions,
    potentials: exponentiate(transitions),
    second: laterRows[START_ROW] ? secondModel(second, secondWeights, readTransitions(later, laterRows)) : null,
  };
}

function secondModel(layout: SecondLayout, weights: Float32Array, transitions: Transitions): SecondModel {
  return { layout, weights, transitions, potentials: exponentiate(transitions) };
}

/** The sections of the weight table. */
export function sectionsOfModel(rules: Rules): readonly Section[] {
  const sections = (layout: { readonly groups: readonly Group[] }): readonly Section[] => layout.groups.map(({ section }) => section);
  return [
    ...sections(openLayout(rules, readRuleFacts(rules))),
    transitionSection(FIRST),
    ...sections(openSecondLayout()),
    transitionSection(SECOND),
  ];
}

function placesOf(groups: readonly Group[], into: Float32Array): readonly Place[] {
  return groups.map(({ section, base }) => ({ section, into, base: base * KINDS }));
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

/** Name of a row of transitions: weights from `kind` over `gap`. */
export function transitionName(prefix: string, gap: string, kind: string): string {
  return `${prefix}/${gap}/${kind}`;
}

/** Rows of transitions: every kind by every gap, then those of the first and the last unit. */
const START_ROW = GAPS.length * KINDS;
const STEP_ROWS = START_ROW + 2;

function transitionSection(prefix: string): Section {
  const rows = GAPS.flatMap((gap) => LABELLED_KINDS.map((kind) => transitionName(prefix, gap, kind)));
  return sectionOf([...rows, `${prefix}/start`, `${prefix}/end`]);
}

/** Log-potential of staying in a kind where nothing has been fitted. */
const STAY = 1.5;

function readTransitions({ into }: Place, present: Uint8Array): Transitions {
  const matrix = into as Float64Array;
  for (let row = 0; row < START_ROW; row++) if (!present[row]) matrix[row * KINDS + (row % KINDS)] = STAY;
  const rows = (from: number, to: number): Float64Array => matrix.slice(from * KINDS, to * KINDS);
  return {
    kinds: KINDS,
    byGap: GAPS.map((_, g) => rows(g * KINDS, (g + 1) * KINDS)),
    start: rows(START_ROW, START_ROW + 1),
    end: rows(START_ROW + 1, STEP_ROWS),
  };
}
