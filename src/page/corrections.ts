/**
 * What somebody knows better than the answer: labels of stretches, speakers of quotes.
 * @module
 */
import type { Kind, Label } from '../labels.ts';
import type { Analysis, Quote, Segment, Speaker } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';

/** A stretch (UTF-16, half-open) and what it is. */
export interface Relabelled extends Span {
  readonly label: Label;
  readonly kind: Kind;
}

/** In place of a speaker: nobody says the words, for they are no quote. */
export const NO_QUOTE = false;

export interface Corrections {
  /** In the order in which they were made: a later one wins. */
  readonly labels: readonly Relabelled[];
  /** The name of who speaks by the id of the quote; null: nobody is known. */
  readonly quotes: ReadonlyMap<string, string | null | typeof NO_QUOTE>;
}

export const NO_CORRECTIONS: Corrections = { labels: [], quotes: new Map() };

export function countOf({ labels, quotes }: Corrections): number {
  return labels.length + quotes.size;
}

export function relabel(before: Corrections, change: Relabelled): Corrections {
  // What lies wholly under the new one is gone for good: taking the new one back shows the answer again.
  const labels = before.labels.filter(({ start, end }) => start < change.start || change.end < end);
  return { ...before, labels: [...labels, change] };
}

/** @param name `NO_QUOTE` takes the quote out */
export function nameSpeaker(
  before: Corrections,
  quote: string,
  name: string | null | typeof NO_QUOTE,
): Corrections {
  return { ...before, quotes: new Map([...before.quotes, [quote, name]]) };
}

export function takeBackLabel(before: Corrections, span: Span): Corrections {
  const labels = before.labels.filter(({ start, end }) => end <= span.start || span.end <= start);
  return { ...before, labels };
}

export function takeBackQuote(before: Corrections, quote: string): Corrections {
  const quotes = new Map(before.quotes);
  quotes.delete(quote);
  return { ...before, quotes };
}

/** The correction that a segment comes from, if one has. */
export function correctionAt(
  { labels }: Corrections,
  { start, end }: Span,
): Relabelled | undefined {
  return labels.findLast((one) => one.start <= start && end <= one.end);
}

/** The answer as it would have been right. */
export function correct(text: string, analysis: Analysis, corrections: Corrections): Analysis {
  if (countOf(corrections) === 0) return analysis;
  const { segments = [], quotes = [], speakers = [] } = analysis;
  // Each correction goes through the segments once: people make a few dozen by hand.
  const cut = corrections.labels.reduce((all, one) => cutIn(text, all, one), segments);
  const moved = moveQuotes(quotes, speakers, corrections.quotes);
  const placed = moved.quotes.map((quote) => {
    const { start } = quote.content[0] as Span;
    const at = corrections.labels.findLast((one) => one.start <= start && start < one.end);
    return at ? { ...quote, label: at.label, kind: at.kind } : quote;
  });
  return { ...analysis, segments: cut, quotes: placed, speakers: moved.speakers };
}

/** Segments with a stretch cut out of them, and set in again as what it is. */
function cutIn(text: string, segments: readonly Segment[], change: Relabelled): readonly Segment[] {
  const out: Segment[] = [];
  for (const segment of segments) {
    const { start, end } = segment;
    const from = Math.max(start, change.start);
    const to = Math.min(end, change.end);
    if (from >= to) {
      out.push(segment);
      continue;
    }
    if (start < from) out.push(piece(text, segment, start, from));
    const { runnerUp: _, ...rest } = piece(text, segment, from, to);
    out.push({ ...rest, label: change.label, kind: change.kind, confidence: 1, evidence: [] });
    if (to < end) out.push(piece(text, segment, to, end));
  }
  return out;
}

function piece(text: string, segment: Segment, start: number, end: number): Segment {
  return { ...segment, start, end, text: text.slice(start, end) };
}

interface Spoken {
  readonly quotes: readonly Quote[];
  readonly speakers: readonly Speaker[];
}

/** Quotes with the speakers that they are given, without those that are none, and speakers with their quotes. */
function moveQuotes(
  quotes: readonly Quote[],
  speakers: readonly Speaker[],
  given: Corrections['quotes'],
): Spoken {
  if (given.size === 0) return { quotes, speakers };
  const ids = new Map(speakers.map(({ id, name }) => [name, id]));
  const all = [...speakers];
  const moved = quotes.flatMap((quote) => {
    const name = given.get(quote.id);
    if (name === undefined) return quote;
    if (name === NO_QUOTE) return [];
    let id = name === null ? null : ids.get(name);
    if (name !== null && id === undefined) {
      id = `new-${all.length + 1}`;
      ids.set(name, id);
      all.push({
        id,
        name,
        type: 'unknown',
        role: null,
        aliases: [],
        mentions: [],
        quotes: [],
        words: 0,
      });
    }
    return { ...quote, speaker: id ?? null, speakerConfidence: 1 };
  });
  const counted = all.map((speaker) => {
    const own = moved.filter((quote) => quote.speaker === speaker.id);
    if (own.map(({ id }) => id).join() === speaker.quotes.join()) return speaker;
    const words = own.flatMap(({ content }) =>
      content.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []),
    );
    return { ...speaker, quotes: own.map(({ id }) => id), words: words.length };
  });
  return {
    quotes: moved,
    speakers: counted
      .filter((speaker) => speaker.quotes.length > 0)
      .sort((a, b) => b.words - a.words),
  };
}
