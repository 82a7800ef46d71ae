/**
 * Evidence in words that an editor knows. What the answer itself shows comes first: marks, verb and name. Features of
 * the models that say the same in other numbers become one reason.
 * @module
 */
import type { Label } from '../labels.ts';
import type { Evidence, Quote } from '../schema/types.ts';
import { aboutQuote } from './quote-words.ts';
import { aboutSegment } from './segment-words.ts';
import { isRule } from './words.ts';

/** A reason: a sentence, or a rule whose own description says it. */
export interface Reason {
  readonly text: string;
  readonly rule: string | null;
  /** In log-odds; null for what the answer shows without a weight of its own. */
  readonly weight: number | null;
}

/** Why a stretch has its label, the strongest reason first. */
export function segmentReasons(label: Label, evidence: readonly Evidence[]): readonly Reason[] {
  return strongest(
    evidence.flatMap((one) => reasonOf(one, (name) => aboutSegment(name, label, one.weight)) ?? []),
  );
}

/** Why words are a quote of somebody: the marks, the verb and where the name stands, then the rest by its weight. */
export function quoteReasons(quote: Quote): readonly Reason[] {
  const evidence = quote.evidence ?? [];
  const words = (name: string): string | null => aboutQuote(name, quote);
  const of = (some: readonly Evidence[]): readonly Reason[] =>
    some.flatMap((one) => reasonOf(one, words) ?? []);
  const marks = { direct: 'Marks around the words', mixed: 'Marks around some of the words' };
  const shown = [
    quote.type === 'indirect' ? [] : [{ text: marks[quote.type], rule: null, weight: null }],
    of(evidence.filter(isVerb)),
    of(evidence.filter(({ rule }) => rule.startsWith('source/place'))).slice(0, 1),
  ].flat();
  const said = new Set(shown.map(({ text }) => text));
  return [
    ...shown,
    ...strongest(of(evidence)).filter(({ text, rule }) => rule !== null || !said.has(text)),
  ].filter((one, i, list) => list.findIndex((other) => same(one, other)) === i);
}

/** Null where no sentence explains it: it stands in the list of all evidence alone. */
function reasonOf({ rule, weight }: Evidence, words: (name: string) => string | null) {
  const text = words(rule);
  if (text !== null) return { text, rule: null, weight };
  return isRule(rule) ? { text: rule, rule, weight } : null;
}

function isVerb({ rule }: Evidence): boolean {
  return /\/cues\//.test(rule);
}

function same(one: Reason, other: Reason): boolean {
  return one.text === other.text;
}

/** Reasons that read alike added up, the heaviest first. */
function strongest(all: readonly Reason[]): readonly Reason[] {
  const sums = new Map<string, Reason>();
  for (const one of all) {
    const before = sums.get(one.text);
    sums.set(one.text, { ...one, weight: (before?.weight ?? 0) + (one.weight ?? 0) });
  }
  return [...sums.values()].sort((a, b) => Math.abs(b.weight ?? 0) - Math.abs(a.weight ?? 0));
}
