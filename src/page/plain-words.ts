/**
 * Evidence in words that an editor knows. What the answer itself shows comes first: marks, verb and name. Features of
 * the models that say the same in other numbers become one reason.
 * @module
 */
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
export function segmentReasons(evidence: readonly Evidence[]): readonly Reason[] {
  return strongest(evidence.map((one) => reasonOf(one, aboutSegment)));
}

/** Why words are a quote of somebody: the marks, the verb and where the name stands, then the rest by its weight. */
export function quoteReasons(quote: Quote): readonly Reason[] {
  const evidence = quote.evidence ?? [];
  const all = evidence.map((one) => reasonOf(one, (name) => aboutQuote(name, quote)));
  const marks = { direct: 'Marks around the words', mixed: 'Marks around some of the words' };
  const shown = [
    quote.type === 'indirect' ? [] : [{ text: marks[quote.type], rule: null, weight: null }],
    all.filter((_, i) => isVerb(evidence[i] as Evidence)),
    all.filter((_, i) => (evidence[i] as Evidence).rule.startsWith('source/place')).slice(0, 1),
  ].flat();
  const said = new Set(shown.map(({ text }) => text));
  return [
    ...shown,
    ...strongest(all).filter(({ text, rule }) => rule !== null || !said.has(text)),
  ].filter((one, i, list) => list.findIndex((other) => same(one, other)) === i);
}

function reasonOf({ rule, weight }: Evidence, words: (name: string) => string | null): Reason {
  const text = words(rule);
  if (text !== null) return { text, rule: null, weight };
  return {
    text: isRule(rule) ? rule : 'The look of the words',
    rule: isRule(rule) ? rule : null,
    weight,
  };
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
