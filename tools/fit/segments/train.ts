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
import { openModel } from '../../../src/segments/model/model.ts';
import { priorOf, setPriors } from '../../../src/segments/model/priors.ts';
import type { Prior, Settings } from './chain-fit.ts';
import type { Example } from './examples.ts';
import type { Chain } from './likelihood.ts';
import type { FittedModel } from './table.ts';
import { fitInThreads } from './threads.ts';

const KINDS = LABELLED_KINDS.length;

/** What is fitted on: everything that can be known before a part of the examples is chosen. */
export interface Course {
  readonly rules: Rules;
  readonly facts: RuleFacts;
  readonly layout: Layout;
  readonly settings: Settings;
}

/** Fits a model to each of some parts of the examples, as many at once as the machine has cores; they are not calibrated. */
export async function trainAll(
  examples: readonly Example[],
  parts: readonly ((example: Example) => boolean)[],
  { rules, facts, layout, settings }: Course,
): Promise<readonly FittedModel[]> {
  const lesson = {
    chains: examples.map(chainOf),
    size: layout.size,
    prior: rulePrior(rules, facts, layout, settings),
    settings,
  };
  const jobs = parts.map((isIn) => examples.flatMap((example, i) => (isIn(example) ? [i] : [])));
  const fitted = await fitInThreads(lesson, jobs);
  return fitted.map(({ weights, transitions }) => ({
    ...openModel(rules, undefined),
    layout,
    weights,
    transitions,
    potentials: exponentiate(transitions),
  }));
}

function chainOf({ at, ids, gold, page, weight }: Example): Chain {
  return {
    at,
    ids,
    gold,
    regions: regionsOf(gold, new Set(findStories(page, gold).map(({ first }) => first))),
    gaps: page.units.gap,
    weight,
  };
}

/** A rule speaks for its own kind unless the data say otherwise. */
function rulePrior(rules: Rules, facts: RuleFacts, layout: Layout, settings: Settings): Prior {
  const mean = new Float32Array(layout.size * KINDS);
  const { rule: first, tiles } = layout.base;
  setPriors(layout, mean);
  rules.segmentRules.forEach((rule, number) => {
    mean[(first + number) * KINDS + (facts.kind[number] as number)] = priorOf(rule);
  });
  for (let kind = 0; kind < KINDS; kind++)
    for (let size = 0; size < SIZES.length; size++)
      mean[(tiles + kind * SIZES.length + size) * KINDS + kind] = TILES_PRIOR;
  const isRule = (feature: number): boolean =>
    feature >= first && feature < first + rules.segmentRules.length;
  const isFree = freeFeatures(layout);
  const precision = Float32Array.from({ length: layout.size }, (_, feature) =>
    isRule(feature) || isFree[feature] ? settings.rulePrecision : settings.precision,
  );
  return { mean, precision };
}

/** Features that say much by themselves are not held back: those of lists of records, which few pages have. */
function freeFeatures({ base, groups, size }: Layout): Uint8Array {
  const free = new Uint8Array(size);
  const first = [base.recordThread, base.recordRole, base.recordNumber];
  for (const { base: from, section } of groups)
    if (first.includes(from)) free.fill(1, from, from + section.size);
  return free;
}

/** What it is worth that a line is nothing but lines that rules of one kind know. */
const TILES_PRIOR = 2;
