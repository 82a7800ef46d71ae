/**
 * Quotes in groups that share a difficulty: type, order of the parts, marks, kind of mention.
 * @module
 */
import type { GoldQuote, Pair, QuoteDocument } from '../gold.ts';
import type { GoldAttribution } from './attribution.ts';
import { isSourceRight, type Pairing } from './pairing.ts';
import { mentionKinds, type MentionKind } from './mentions.ts';
import { isSame } from '../words.ts';

/** The gold attributions of a group, and how many of them were answered how well. */
export interface GroupCounts {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  readonly exact: number;
}

export const GROUPINGS = ['type', 'order', 'marks', 'mention'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Counts by group, in each way of grouping. */
export type Groups = Readonly<Record<Grouping, ReadonlyMap<string, GroupCounts>>>;

const NONE: GroupCounts = { gold: 0, found: 0, right: 0, exact: 0 };

export function groupTallies(doc: QuoteDocument, pairing: Pairing): Groups {
  const mentionKind = mentionKinds(doc.text);
  const counts = pairing.golds.map((gold, i) => countsOf(pairing, gold, i));
  const by = (nameOf: (gold: GoldAttribution) => string): ReadonlyMap<string, GroupCounts> => {
    const groups = new Map<string, GroupCounts>();
    pairing.golds.forEach((gold, i) => {
      const name = nameOf(gold);
      groups.set(name, plus(groups.get(name) ?? NONE, counts[i] as GroupCounts));
    });
    return groups;
  };
  const mention = ({ gold }: GoldAttribution): MentionKind => mentionKind(gold.speaker_spans ?? []);
  return {
    type: by((gold) => gold.type),
    order: by(({ gold }) => orderOf(gold)),
    marks: by(({ gold }) => marksOf(doc.text, gold)),
    mention: by(mention),
  };
}

function countsOf({ tolds, answerOf }: Pairing, gold: GoldAttribution, i: number): GroupCounts {
  const told = tolds[answerOf[i] as number];
  return {
    gold: 1,
    found: told ? 1 : 0,
    right: told && isSourceRight(gold.source, told.source) ? 1 : 0,
    exact: told && isSame(gold.core, told.core) ? 1 : 0,
  };
}

export function plus(a: GroupCounts, b: GroupCounts): GroupCounts {
  return {
    gold: a.gold + b.gold,
    found: a.found + b.found,
    right: a.right + b.right,
    exact: a.exact + b.exact,
  };
}

/** The order of source, cue and content by where each begins; `split` if content continues behind one of the others. */
export function orderOf(quote: GoldQuote): string {
  const parts: readonly (readonly [string, readonly Pair[]])[] = [
    ['source', quote.speaker_spans ?? []],
    ['cue', quote.cue_spans ?? []],
    ['content', quote.quote_spans],
  ];
  const startOf = (spans: readonly Pair[]): number => Math.min(...spans.map(([start]) => start));
  const present = parts.filter(([, spans]) => spans.length > 0);
  const ordered = present.toSorted((a, b) => startOf(a[1]) - startOf(b[1]));
  const names = ordered.map(([name]) => name);
  return isSplit(quote) ? `${names.join('-')}, split` : names.join('-');
}

function isSplit({ quote_spans: content, speaker_spans = [], cue_spans = [] }: GoldQuote): boolean {
  const first = Math.min(...content.map(([start]) => start));
  const last = Math.max(...content.map(([, end]) => end));
  return [...speaker_spans, ...cue_spans].some(([start, end]) => first < start && end < last);
}

const MARKS: readonly (readonly [string, RegExp])[] = [
  ['“ ”', /“/],
  ['„ “', /„/],
  ['« »', /[«»]/],
  ['" "', /"/],
  ['‹ ›', /[‹›]/],
  ['「 」', /[「」]/],
  ["‘ ’ or ' '", /(?<![\p{L}\p{N}])[‘'](?=[\p{L}\p{N}])/u],
];

/** The first kind of marks in the content. */
export function marksOf(text: string, quote: GoldQuote): string {
  const content = quote.quote_spans.map(([start, end]) => text.slice(start, end)).join('\n');
  const places = MARKS.map(([name, mark]) => ({ name, at: content.search(mark) }));
  const [first] = places.filter(({ at }) => at >= 0).toSorted((a, b) => a.at - b.at);
  return first?.name ?? 'none';
}
