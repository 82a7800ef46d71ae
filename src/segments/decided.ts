/**
 * Units that a certain rule decides: a publisher's, or a newsroom's own. The certain rules of the project do not decide alone, since
 * what they are worth has been measured.
 *
 * A score alone, however high, cannot promise that: what the sequence of units makes unlikely may be pruned before the unit is
 * reached, and the choice of labels and kinds has doubts of its own. So the score lets the neighbours know, and the choice is set.
 * @module
 */
import type { UnitHit } from '../rules/match/segment-rules.ts';
import type { Rules } from '../rules/rules.ts';
import type { SegmentRule } from '../rules/types.ts';
import { LABELLED_KINDS } from '../labels.ts';
import { LABEL_OF_KIND } from './kinds.ts';
import type { Choice } from './labels.ts';
import { GAPS, SAME_LINE, type Units } from './units/units.ts';

const KINDS = LABELLED_KINDS.length;
const TIGHT = GAPS.indexOf('tight');

/** Beyond anything that features, markup and fields together can say. */
const BEYOND_DOUBT = 200;

/**
 * The number of the rule that decides a unit, or -1. Of several, a publisher's rule goes before others, since it knows the
 * site; then the longer finding, then the rule that comes first.
 */
export function decidingRule(rules: Rules, hits: readonly UnitHit[]): number {
  let best: UnitHit | undefined;
  for (const hit of hits) {
    if (!ruleOf(rules, hit).decides) continue;
    if (best === undefined || isStronger(rules, hit, best)) best = hit;
  }
  return best?.rule ?? -1;
}

function isStronger(rules: Rules, hit: UnitHit, best: UnitHit): boolean {
  const site = Number(isPublishers(ruleOf(rules, hit))) - Number(isPublishers(ruleOf(rules, best)));
  const longer = hit.to - hit.from - (best.to - best.from);
  return site !== 0 ? site > 0 : longer !== 0 ? longer > 0 : hit.rule < best.rule;
}

const ruleOf = (rules: Rules, { rule }: UnitHit): SegmentRule =>
  rules.segmentRules[rule] as SegmentRule;

/** Publishers' rules carry their phrases with them. */
const isPublishers = ({ any }: SegmentRule): boolean => any !== undefined;

/**
 * The units with the decided ones on lines of their own: an appeal behind the last sentence of a paragraph is no reason to take the
 * paragraph for one. Of 43 paragraphs with such a sentence behind them, 7 were lost on the same line, 3 with a break.
 * @param decided by unit: kind number + 1, or 0
 */
export function setApart(units: Units, decided: Uint8Array): Units {
  if (!decided.some(Boolean)) return units;
  const isNear = (u: number): boolean => decided[u] !== 0 || (u > 0 && decided[u - 1] !== 0);
  return {
    ...units,
    gap: units.gap.map((gap, u) => (gap === SAME_LINE && isNear(u) ? TIGHT : gap)),
  };
}

/** Raises the scores of decided units' kinds. Changes `scores`. */
export function scoreDecided(scores: Float32Array, decided: Uint8Array): void {
  decided.forEach((kind, u) => {
    if (kind === 0) return;
    const at = u * KINDS + kind - 1;
    scores[at] = (scores[at] as number) + BEYOND_DOUBT;
  });
}

/** Sets what was decided, and that it is certain. Changes `kinds` and `choice`. */
export function chooseDecided(kinds: Float32Array, choice: Choice, decided: Uint8Array): void {
  decided.forEach((known, u) => {
    if (known === 0) return;
    const kind = known - 1;
    kinds.fill(0, u * KINDS, (u + 1) * KINDS);
    kinds[u * KINDS + kind] = 1;
    choice.kind[u] = kind;
    choice.label[u] = LABEL_OF_KIND[kind] as number;
    choice.confidence[u] = 1;
  });
}
