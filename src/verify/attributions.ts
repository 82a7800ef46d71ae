/**
 * Who says a passage, by the quotes that were found in the text.
 * @module
 */
import type { Analysis, Quote, Span, TextSpan } from '../types.ts';
import type { Attribution } from './types.ts';
import type { Tokens } from './words.ts';

interface Content extends Span {
  readonly quote: Quote;
  /** The furthest end of this one and all before. */
  readonly reach: number;
}

/** A function from a passage (UTF-16, half-open) to the quotes whose content it overlaps, the largest share first. */
export function attributor(
  { quotes = [], speakers = [] }: Analysis,
  { span }: Tokens,
): (passage: Span) => readonly Attribution[] {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const contents = contentsOf(quotes);
  const write = (part: TextSpan | null): TextSpan | null => part && span(part.start, part.end);
  return (passage) =>
    overlapping(contents, passage).map(
      ({ id, type, source, cue, speaker, speakerConfidence, confidence }) => ({
        quote: id,
        type,
        source: write(source),
        cue: write(cue),
        speaker,
        name: names.get(speaker ?? '') ?? null,
        speakerConfidence,
        confidence,
      }),
    );
}

function contentsOf(quotes: readonly Quote[]): readonly Content[] {
  let reach = 0;
  return quotes
    .flatMap((quote) => quote.content.map(({ start, end }) => ({ start, end, quote })))
    .sort((a, b) => a.start - b.start)
    .map((content) => ({ ...content, reach: (reach = Math.max(reach, content.end)) }));
}

function overlapping(contents: readonly Content[], { start, end }: Span): readonly Quote[] {
  const shared = new Map<Quote, number>();
  for (let i = firstFrom(contents, end) - 1; i >= 0; i--) {
    const content = contents[i] as Content;
    if (content.reach <= start) break;
    const common = Math.min(end, content.end) - Math.max(start, content.start);
    if (common > 0) shared.set(content.quote, (shared.get(content.quote) ?? 0) + common);
  }
  return [...shared].sort((a, b) => b[1] - a[1]).map(([quote]) => quote);
}

/** The first content that starts at `offset` or behind it. */
function firstFrom(contents: readonly Content[], offset: number): number {
  let low = 0;
  let high = contents.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((contents[middle] as Content).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
