/**
 * Fits a model: the first pass, and the second look on what first passes believe about pages that they were not fitted on.
 * @module
 */
import { LABELLED_KINDS } from '../../../src/labels.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import { exponentiate } from '../../../src/segments/chain.ts';
import { firstPass } from '../../../src/segments/decode.ts';
import type { RuleFacts } from '../../../src/segments/findings.ts';
import type { Layout } from '../../../src/segments/layout.ts';
import { priorOf, type Model } from '../../../src/segments/model.ts';
import { openSecondLayout, SecondEmitter } from '../../../src/segments/second.ts';
import { FeatureList } from '../../../src/segments/space.ts';
import { hash, hostOf } from '../corpus.ts';
import { fitChain, type Chain, type Prior, type Settings } from './chain-fit.ts';
import type { Example } from './examples.ts';

const KINDS = LABELLED_KINDS.length;

/** Fits a model to examples. */
export function train(examples: readonly Example[], rules: Rules, facts: RuleFacts, layout: Layout, settings: Settings): Model {
  const first = trainFirst(examples, rules, facts, layout, settings);
  if (settings.parts === 0) return first;
  const partOf = (example: Example): number => hash(`part ${hostOf(example.doc)}`) % settings.parts;
  const chains: Chain[] = [];
  for (let part = 0; part < settings.parts; part++) {
    const model = trainFirst(examples.filter((example) => partOf(example) !== part), rules, facts, layout, settings);
    for (const example of examples) if (partOf(example) === part) chains.push(secondChain(example, model));
  }
  const second = openSecondLayout();
  const prior: Prior = {
    mean: new Float32Array(second.size * KINDS),
    precision: () => settings.secondPrecision,
    transitions: first.transitions,
  };
  const { weights, transitions } = fitChain(chains, second.size, prior, settings);
  return { ...first, second: { layout: second, weights, transitions, potentials: exponentiate(transitions) } };
}

function trainFirst(examples: readonly Example[], rules: Rules, facts: RuleFacts, layout: Layout, settings: Settings): Model {
  const chains = examples.map(({ at, ids, gold, page }) => ({ at, ids, gold, gaps: page.units.gap }));
  const { weights, transitions } = fitChain(chains, layout.size, rulePrior(rules, facts, layout, settings), settings);
  return { facts, layout, weights, transitions, potentials: exponentiate(transitions), second: null };
}

/** A rule speaks for its own kind unless the data say otherwise. */
function rulePrior(rules: Rules, facts: RuleFacts, layout: Layout, settings: Settings): Prior {
  const mean = new Float32Array(layout.size * KINDS);
  const first = layout.base.rule;
  rules.segmentRules.forEach((rule, number) => {
    mean[(first + number) * KINDS + (facts.kind[number] as number)] = priorOf(rule);
  });
  const isRule = (feature: number): boolean => feature >= first && feature < first + rules.segmentRules.length;
  return { mean, precision: (feature) => (isRule(feature) ? settings.rulePrecision : settings.precision), transitions: null };
}

function secondChain({ page, gold }: Example, model: Model): Chain {
  const { scores, kinds } = firstPass(page, model);
  const emitter = new SecondEmitter(page, openSecondLayout(), kinds);
  const list = new FeatureList();
  const ids: number[] = [];
  const at = new Int32Array(gold.length + 1);
  for (let u = 0; u < gold.length; u++) {
    list.clear();
    emitter.emit(u, list);
    for (let i = 0; i < list.count; i++) ids.push(list.ids[i] as number);
    at[u + 1] = ids.length;
  }
  return { at, ids: Int32Array.from(ids), gold, gaps: page.units.gap, offset: scores };
}
