/**
 * Examples: a gold document as units with features and kinds.
 * @module
 */
import { LABELLED_KINDS, type LabelledKind } from '../../../src/labels.ts';
import type { Rules } from '../../../src/rules/rules.ts';
import { Emitter } from '../../../src/segments/features/extract.ts';
import type { RuleFacts } from '../../../src/segments/features/rule-hits.ts';
import type { Layout } from '../../../src/segments/features/layout.ts';
import { readPage, type Page } from '../../../src/segments/features/page.ts';
import { FeatureList } from '../../../src/segments/features/space.ts';
import { parseText } from '../../../src/stages.ts';
import type { GoldSegment, SegmentDocument } from '../../eval/gold.ts';

/** A labelled page to learn from. */
export interface LabelledPage extends SegmentDocument {
  /** A copy that was made up from a page counts less than the page. */
  readonly weight?: number;
}

/** A document ready for training: features of unit `u` are `ids[at[u]]` to `ids[at[u + 1] - 1]`. */
export interface Example {
  readonly doc: LabelledPage;
  readonly page: Page;
  readonly at: Int32Array;
  readonly ids: Int32Array;
  readonly gold: Uint8Array;
  readonly weight: number;
}

export function pageOf(text: string, rules: Rules, facts: RuleFacts): Page {
  const { doc, hits } = parseText(text, rules);
  return readPage(doc, rules, facts, hits);
}

export function readExample(
  doc: LabelledPage,
  rules: Rules,
  facts: RuleFacts,
  layout: Layout,
): Example {
  const page = pageOf(doc.text, rules, facts);
  return {
    doc,
    page,
    ...features(page, layout),
    gold: goldKinds(doc, page),
    weight: doc.weight ?? 1,
  };
}

export function features(page: Page, layout: Layout): Pick<Example, 'at' | 'ids'> {
  const emitter = new Emitter(page, layout);
  const list = new FeatureList();
  const ids: number[] = [];
  const at = new Int32Array(page.units.count + 1);
  for (let u = 0; u < page.units.count; u++) {
    list.clear();
    emitter.emit(u, list);
    for (let i = 0; i < list.count; i++) ids.push(list.ids[i] as number);
    at[u + 1] = ids.length;
  }
  return { at, ids: Int32Array.from(ids) };
}

/** The kind of most of a unit's characters, by unit. */
function goldKinds(doc: LabelledPage, page: Page): Uint8Array {
  const { count, start, end } = page.units;
  const gold = new Uint8Array(count);
  let s = 0;
  for (let u = 0; u < count; u++) {
    const from = start[u] as number;
    const to = end[u] as number;
    while (s > 0 && (doc.segments[s]?.start ?? Infinity) > from) s--;
    while (s < doc.segments.length && (doc.segments[s] as GoldSegment).end <= from) s++;
    const overlap = new Map<LabelledKind, number>();
    for (let i = s; i < doc.segments.length && (doc.segments[i] as GoldSegment).start < to; i++) {
      const segment = doc.segments[i] as GoldSegment;
      const kind = `${segment.label}/${segment.kind}` as LabelledKind;
      overlap.set(
        kind,
        (overlap.get(kind) ?? 0) + Math.min(to, segment.end) - Math.max(from, segment.start),
      );
    }
    const best = [...overlap].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'boilerplate/other';
    gold[u] = Math.max(0, LABELLED_KINDS.indexOf(best));
  }
  return gold;
}
