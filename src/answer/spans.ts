/**
 * Quotes from word numbers to spans of the text.
 * @module
 */
import type { AnnotatedText } from '../annotation/annotated.ts';
import { closingMark } from '../annotation/closing-marks.ts';
import type { Mention, QuoteDetails } from '../quotes/details.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { TextSpan } from '../schema/types.ts';
import type { Document } from '../text/document.ts';
import type { Span, WordSpan } from '../text/spans.ts';

/** A slice of the text with its place. */
export function textSpan(text: string, { start, end }: Span): TextSpan {
  return { start, end, text: text.slice(start, end) };
}

/** So many texts are remembered at a time. */
const MOST_TEXTS = 4096;

/**
 * Makes slices of a text, equal ones of the last few thousand once: cues and names come again and again, and each would take
 * as much memory as a number of the answer.
 */
export function slicer(text: string): (span: Span) => TextSpan {
  const known = new Map<string, string>();
  return ({ start, end }) => {
    const slice = text.slice(start, end);
    const before = known.get(slice);
    if (before !== undefined) return { start, end, text: before };
    if (known.size === MOST_TEXTS) known.clear();
    known.set(slice, slice);
    return { start, end, text: slice };
  };
}

/** The place of some words. UTF-16 offsets, half-open. */
export function wordsSpan({ words }: Document, { from, to }: WordSpan): Span {
  return { start: words.start[from] as number, end: words.end[to - 1] as number };
}

/** Content spans in order, those that touch or overlap made one. */
export function contentOf(annotated: AnnotatedText, quote: RawQuote): readonly TextSpan[] {
  return contentPlaces(annotated, quote).map((span) => textSpan(annotated.doc.text, span));
}

/** The places of {@link contentOf}. */
export function contentPlaces(annotated: AnnotatedText, quote: RawQuote): readonly Span[] {
  const spans = quote.content
    .map(({ from, to }) => contentSpan(annotated, from, to))
    .sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged;
}

/** The whole mention, with what stands in apposition to it, without a possessive ending. */
export function mentionSpan(annotated: AnnotatedText, { found, whole }: Mention): Span {
  const { start } = contentSpan(annotated, whole.from, found.to);
  const { end } = contentSpan(annotated, found.from, whole.to);
  const { text } = annotated.doc;
  const ending = /['’]s$/.exec(text.slice(start, end));
  return { start, end: ending ? end - 2 : end };
}

/** The whole sentences that hold content, cue and source. */
export function contextOf({ first, last }: QuoteDetails): Span {
  return { start: first.start, end: Math.max(first.end, last.end) };
}

/** Where the content stands in the text: its marks belong to it. UTF-16 offsets. */
export function contentSpan(
  annotated: AnnotatedText,
  from: number,
  to: number,
): { start: number; end: number } {
  const { doc, markOf, marked } = annotated;
  const { text, words } = doc;
  const first = marked.at(markOf[from] as number);
  const last = marked.at(markOf[to - 1] as number);
  const opens = words.start[from] as number;
  const closes = words.end[to - 1] as number;
  return {
    start: first ? Math.min(first.start, opens) : opens,
    end: last ? Math.max(last.end, closes) : closes + closingMark(text, opens, closes),
  };
}
