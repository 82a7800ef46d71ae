/**
 * Why a segment got its kind: what spoke most for it against the next best label, which is named.
 * @module
 */
import { FIELDS } from '../html/fields.ts';
import { LABELLED_KINDS, splitKind } from '../labels.ts';
import { nameIn, type Group } from '../rules/weights.ts';
import type { Evidence, RunnerUp } from '../schema/types.ts';
import { weightOf, type SparseRows } from './crf/sparse.ts';
import { FeatureExtractor } from './features/extract.ts';
import type { Page } from './features/page.ts';
import { FeatureList } from './features/space.ts';
import { fieldWeight } from './fields.ts';
import { LABEL_OF_KIND } from './kinds.ts';
import { emitMarkup } from './markup/emit.ts';
import type { MarkupLayer } from './markup/features.ts';
import type { Model } from './model/model.ts';
import type { Decision } from './predict.ts';

const KINDS = LABELLED_KINDS.length;
const MOST = 6;
const LEAST_WEIGHT = 0.1;
const RULE = 'rule=';
/** What the units around a unit, and its place in the page, add to what it holds itself. */
const CONTEXT = 'context';

export interface Explanation {
  readonly evidence: readonly Evidence[];
  readonly runnerUp: RunnerUp;
}

/** Explains the segments of a page. They must be asked for in order. */
export class Explainer {
  readonly #page: Page;
  readonly #model: Model;
  readonly #decision: Decision;
  readonly #layer: MarkupLayer | null;
  readonly #extractor: FeatureExtractor;
  readonly #list = new FeatureList();

  /** @param layer what was added where the page has markup */
  constructor(page: Page, model: Model, decision: Decision, layer: MarkupLayer | null = null) {
    this.#page = page;
    this.#model = model;
    this.#decision = decision;
    this.#layer = layer;
    this.#extractor = new FeatureExtractor(page, model.layout);
  }

  /** Explains the segment of units `first` to `end`, half-open. */
  explain(first: number, end: number): Explanation {
    const { kind } = this.#decision;
    const own = kind[first] as number;
    const other = this.#runnerUp(first, end);
    const best = new Map<string, number>();
    for (let u = first; u < end; u++)
      for (const { rule, weight } of this.#contributions(u, own, other.number))
        best.set(rule, Math.max(weight, best.get(rule) ?? 0));
    const evidence = [...best]
      .map(([rule, weight]) => ({ rule, weight }))
      .sort((a, b) => b.weight - a.weight || (a.rule < b.rule ? -1 : 1))
      .slice(0, MOST);
    const { label, kind: name } = splitKind(
      LABELLED_KINDS[other.number] as (typeof LABELLED_KINDS)[number],
    );
    return {
      evidence,
      runnerUp: { label, kind: name, confidence: Math.round(1000 * other.share) / 1000 },
    };
  }

  /** The most probable other label's most probable kind, over the segment's characters, and the label's share. */
  #runnerUp(first: number, end: number): { readonly number: number; readonly share: number } {
    const { units } = this.#page;
    const shares = new Float64Array(KINDS);
    let all = 0;
    for (let u = first; u < end; u++) {
      const chars = (units.end[u] as number) - (units.start[u] as number);
      all += chars;
      for (let k = 0; k < KINDS; k++)
        shares[k] = (shares[k] as number) + chars * (this.#decision.kinds[u * KINDS + k] as number);
    }
    const label = this.#decision.label[first] as number;
    let best = -1;
    for (let k = 0; k < KINDS; k++) {
      if (LABEL_OF_KIND[k] === label) continue;
      if (best < 0 || (shares[k] as number) > (shares[best] as number)) best = k;
    }
    const share = shares.reduce(
      (sum, value, k) => (LABEL_OF_KIND[k] === LABEL_OF_KIND[best] ? sum + value : sum),
      0,
    );
    return { number: best, share: share / all };
  }

  /** Features of a unit that speak for `kind` against `other`, and its surroundings if they do. */
  #contributions(u: number, kind: number, other: number): readonly Evidence[] {
    const { rows, layout } = this.#model;
    const { markup } = this.#decision;
    const all: Evidence[] = [];
    this.#list.clear();
    this.#extractor.emit(u, this.#list);
    let sum = addContributions(this.#list, layout.groups, rows, kind, other, all);
    if (markup && this.#layer) {
      const { layout: own, rows: added } = this.#layer;
      this.#list.clear();
      emitMarkup(this.#page, markup, own, u, this.#list);
      sum += addContributions(this.#list, own.groups, added, kind, other, all);
    }
    const field = this.#page.fields?.field[u];
    if (field !== undefined) {
      const weight = fieldWeight(field, kind) - fieldWeight(field, other);
      sum += weight;
      if (weight >= LEAST_WEIGHT) all.push(evidence(`field/${FIELDS[field]}`, weight));
    }
    const context = this.#odds(u, kind, other) - sum;
    if (context >= LEAST_WEIGHT) all.push(evidence(CONTEXT, context));
    return all;
  }

  #odds(u: number, kind: number, other: number): number {
    const { kinds } = this.#decision;
    const p = (k: number): number => Math.max(FLOOR, kinds[u * KINDS + k] as number);
    return Math.log(p(kind) / p(other));
  }
}

/** Appends what speaks for `kind` against `other`; answers the sum of all that does, and of what speaks the other way. */
function addContributions(
  list: FeatureList,
  groups: readonly Group[],
  rows: SparseRows,
  kind: number,
  other: number,
  out: Evidence[],
): number {
  let sum = 0;
  for (let i = 0; i < list.count; i++) {
    const feature = list.ids[i] as number;
    const weight = weightOf(rows, feature, kind) - weightOf(rows, feature, other);
    sum += weight;
    if (weight >= LEAST_WEIGHT) out.push(evidence(readable(nameIn(groups, feature)), weight));
  }
  return sum;
}

/** Probabilities below this are all the same. */
const FLOOR = 1e-6;

const evidence = (rule: string, weight: number): Evidence => ({
  rule,
  weight: Math.round(weight * 100) / 100,
});

/** A rule goes by its id, any other feature by its name. */
function readable(name: string): string {
  return name.startsWith(RULE) ? name.slice(RULE.length) : name;
}
