/**
 * Why a segment got its kind: the features that spoke most for it against the next best label.
 * @module
 */
import { LABELLED_KINDS } from '../labels.ts';
import type { Evidence } from '../types.ts';
import type { Decision } from './decode.ts';
import { Emitter } from './emit.ts';
import { LABEL_OF_KIND } from './findings.ts';
import { emitMarkup, type MarkupLayer } from './markup-features.ts';
import type { Model } from './model.ts';
import type { Page } from './page.ts';
import { FeatureList } from './space.ts';

const KINDS = LABELLED_KINDS.length;
const MOST = 6;
const LEAST_WEIGHT = 0.1;
const RULE = 'rule=';

/** Evidence of every unit, for those that ask. */
export function explainUnits(
  page: Page,
  model: Model,
  decision: Decision,
  layer: MarkupLayer | null = null,
): readonly (readonly Evidence[])[] {
  const emitter = new Emitter(page, model.layout);
  const list = new FeatureList();
  return Array.from({ length: page.units.count }, (_, u) => {
    const kind = decision.kind[u] as number;
    const other = runnerUp(decision, u);
    list.clear();
    emitter.emit(u, list);
    const found = contributions(list, model.layout.names, model.weights, kind, other);
    if (!decision.markup || !layer) return strongest(found);
    list.clear();
    emitMarkup(page, decision.markup, layer.layout, u, list);
    const { layout, weights } = layer;
    return strongest([...found, ...contributions(list, layout.names, weights, kind, other)]);
  });
}

function strongest(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.toSorted((a, b) => b.weight - a.weight).slice(0, MOST);
}

/** The most probable kind of another label. */
function runnerUp(decision: Decision, u: number): number {
  const label = decision.label[u] as number;
  let best = -1;
  for (let k = 0; k < KINDS; k++) {
    if (LABEL_OF_KIND[k] === label) continue;
    if (
      best < 0 ||
      (decision.kinds[u * KINDS + k] as number) > (decision.kinds[u * KINDS + best] as number)
    )
      best = k;
  }
  return best;
}

function contributions(
  list: FeatureList,
  names: readonly string[],
  weights: Float32Array,
  kind: number,
  other: number,
): readonly Evidence[] {
  const all: Evidence[] = [];
  for (let i = 0; i < list.count; i++) {
    const feature = list.ids[i] as number;
    const at = feature * KINDS;
    const weight = (weights[at + kind] as number) - (weights[at + other] as number);
    if (weight < LEAST_WEIGHT) continue;
    all.push({ rule: readable(names[feature] as string), weight: Math.round(weight * 100) / 100 });
  }
  return all;
}

/** A rule goes by its id, any other feature by its name. */
function readable(name: string): string {
  return name.startsWith(RULE) ? name.slice(RULE.length) : name;
}

/** The strongest findings of several units, each once. */
export function mergeEvidence(parts: readonly (readonly Evidence[])[]): readonly Evidence[] {
  const best = new Map<string, number>();
  for (const { rule, weight } of parts.flat())
    best.set(rule, Math.max(weight, best.get(rule) ?? 0));
  return [...best]
    .map(([rule, weight]) => ({ rule, weight }))
    .sort((a, b) => b.weight - a.weight || (a.rule < b.rule ? -1 : 1))
    .slice(0, MOST);
}
