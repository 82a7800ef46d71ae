/**
 * Gold attributions as sets of words, and how well an answer meets them: the measures of the evaluation.
 * @module
 */
import { wordsWithin, type Words } from '../../../src/text/words.ts';
import type { CorpusDocument } from '../corpus.ts';

export interface GoldQuote {
  readonly quote_spans: readonly (readonly [number, number])[];
  readonly speaker_spans?: readonly (readonly [number, number])[];
  readonly cue_spans?: readonly (readonly [number, number])[];
}

export interface QuoteDocument extends CorpusDocument {
  readonly language: string;
  readonly quotes: readonly GoldQuote[];
}

/** A gold attribution in word numbers. */
export interface Gold {
  readonly content: ReadonlySet<number>;
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
}

export function goldOf(doc: QuoteDocument, words: Words): readonly Gold[] {
  const set = (spans: readonly (readonly [number, number])[] = []): ReadonlySet<number> =>
    new Set(spans.flatMap(([start, end]) => range(wordsWithin(words, start, end))));
  const golds = doc.quotes
    .map((quote) => ({
      content: set(quote.quote_spans),
      source: set(quote.speaker_spans),
      cue: set(quote.cue_spans),
    }))
    .filter((gold) => gold.content.size > 0);
  return golds.reduce<readonly Gold[]>(addOrJoin, []);
}

/** What stands on both sides of one cue is one quote, though some annotators make two of it: “…,” said Reed. “…” */
function addOrJoin(golds: readonly Gold[], next: Gold): readonly Gold[] {
  const other = golds.find(
    ({ content, cue }) =>
      isSame(cue, next.cue) &&
      (isBetween(cue, content, next.content) || isBetween(cue, next.content, content)),
  );
  if (!other) return [...golds, next];
  const joined = { ...other, content: new Set([...other.content, ...next.content]) };
  return golds.map((gold) => (gold === other ? joined : gold));
}

function isSame(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size > 0 && a.size === b.size && [...a].every((word) => b.has(word));
}

function isBetween(
  cue: ReadonlySet<number>,
  before: ReadonlySet<number>,
  after: ReadonlySet<number>,
): boolean {
  return Math.max(...before) < Math.min(...cue) && Math.max(...cue) < Math.min(...after);
}

export function range({
  from,
  to,
}: {
  readonly from: number;
  readonly to: number;
}): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/**
 * Content without a conjunction that opens it ("that"): annotators put it inside, our answers have it outside.
 * @param isConjunction whether a word opens a reported clause
 */
export function withoutOpening(gold: Gold, isConjunction: (word: number) => boolean): Gold {
  const first = Math.min(...gold.content);
  if (gold.content.size < 2 || !isConjunction(first)) return gold;
  return { ...gold, content: new Set([...gold.content].filter((word) => word !== first)) };
}

/** Intersection over union of a gold set and some spans of words. */
export function overlapOf(
  gold: ReadonlySet<number>,
  spans: readonly { readonly from: number; readonly to: number }[],
): number {
  let common = 0;
  let size = 0;
  for (const { from, to } of spans) {
    size += to - from;
    for (let w = from; w < to; w++) if (gold.has(w)) common++;
  }
  return common === 0 ? 0 : common / (gold.size + size - common);
}

/** A source is right if it shares words with gold and at least half of its own words lie in gold. */
export function meets(gold: ReadonlySet<number>, from: number, to: number): boolean {
  let common = 0;
  for (let w = from; w < to; w++) if (gold.has(w)) common++;
  return common > 0 && 2 * common >= to - from;
}
