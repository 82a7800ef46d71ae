/**
 * Fits a model to examples.
 * @module
 */
import { LABELLED_KINDS } from '../../../src/labels.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import { findStories } from '../../../src/segments/articles.ts';
import { exponentiate } from '../../../src/segments/crf/forward.ts';
import { regionsOf } from '../../../src/segments/crf/regions.ts';
import { SIZES, type Layout } from '../../../src/segments/features/layout.ts';
import type { RuleFacts } from '../../../src/segments/features/rule-hits.ts';
import { INVITED_PRIOR, openModel, priorOf } from '../../../src/segments/model/model.ts';
import { fitChain, type Prior, type Settings } from './chain-fit.ts';
import type { Example } from './examples.ts';
import type { FittedModel } from './table.ts';

const KINDS = LABELLED_KINDS.length;

/** Fits a model to examples; it is not calibrated. */
export function train(
  examples: readonly Example[],
  rules: Rules,
  facts: RuleFacts,
  layout: Layout,
  settings: Settings,
): FittedModel {
  const chains = examples.map(({ at, ids, gold, page, weight }) => ({
    at,
    ids,
    gold,
    regions: regionsOf(gold, new Set(findStories(page, gold).map(({ first }) => first))),
    gaps: page.units.gap,
    weight,
  }));
  const { weights, transitions } = fitChain(
    chains,
    layout.size,
    rulePrior(rules, facts, layout, settings),
    settings,
  );
  return {
    ...openModel(rules, undefined),
    layout,
    weights,
    transitions,
    potentials: exponentiate(transitions),
  };
}

/** A rule speaks for its own kind unless the data say otherwise. */
function rulePrior(rules: Rules, facts: RuleFacts, layout: Layout, settings: Settings): Prior {
  const mean = new Float32Array(layout.size * KINDS);
  const { rule: first, tiles, invited } = layout.base;
  mean[invited * KINDS + LABELLED_KINDS.indexOf('comments/comment')] = INVITED_PRIOR;
  rules.segmentRules.forEach((rule, number) => {
    mean[(first + number) * KINDS + (facts.kind[number] as number)] = priorOf(rule);
  });
  for (let kind = 0; kind < KINDS; kind++)
    for (let size = 0; size < SIZES.length; size++)
      mean[(tiles + kind * SIZES.length + size) * KINDS + kind] = TILES_PRIOR;
  const isRule = (feature: number): boolean =>
    feature >= first && feature < first + rules.segmentRules.length;
  return {
    mean,
    precision: (feature) => (isRule(feature) ? settings.rulePrecision : settings.precision),
  };
}

/** What it is worth that a line is nothing but lines that rules of one kind know. */
const TILES_PRIOR = 2;
