/**
 * Quotes from word numbers to spans of the text.
 * @module
 */
import type { Marked, Scene } from '../annotation/annotated.ts';
import type { Mention, QuoteDetails } from '../quotes/details.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { TextSpan } from '../schema/types.ts';
import type { Span, WordSpan } from '../text/spans.ts';

/** A slice of the text with its place. */
export function textSpan(text: string, { start, end }: Span): TextSpan {
  return { start, end, text: text.slice(start, end) };
}

/** The place of some words. UTF-16 offsets, half-open. */
export function wordsSpan(scene: Scene, { from, to }: WordSpan): Span {
  const { words } = scene.doc;
  return { start: words.start[from] as number, end: words.end[to - 1] as number };
}

/** Content spans in order, those that touch or overlap made one. */
export function contentOf(scene: Scene, quote: RawQuote): readonly TextSpan[] {
  const spans = quote.content
    .map(({ from, to }) => contentSpan(scene, from, to))
    .sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.map((span) => textSpan(scene.doc.text, span));
}

/** The whole mention, with what stands in apposition to it, without a possessive ending. */
export function mentionSpan(scene: Scene, { found, whole }: Mention): TextSpan {
  const { start } = contentSpan(scene, whole.from, found.to);
  const { end } = contentSpan(scene, found.from, whole.to);
  const { text } = scene.doc;
  const ending = /['’]s$/.exec(text.slice(start, end));
  return textSpan(text, { start, end: ending ? end - 2 : end });
}

/** The whole sentences that hold content, cue and source. */
export function contextOf({ first, last }: QuoteDetails): Span {
  return { start: first.start, end: Math.max(first.end, last.end) };
}

/** Where the content stands in the text: its marks belong to it. UTF-16 offsets. */
export function contentSpan(
  scene: Scene,
  from: number,
  to: number,
): { start: number; end: number } {
  const { doc, markOf, marked } = scene;
  const first = marked[markOf[from] as number] as Marked | undefined;
  const last = marked[markOf[to - 1] as number] as Marked | undefined;
  return {
    start: first
      ? Math.min(first.start, doc.words.start[from] as number)
      : (doc.words.start[from] as number),
    end: last
      ? Math.max(last.end, doc.words.end[to - 1] as number)
      : (doc.words.end[to - 1] as number),
  };
}
