/**
 * Who says a passage, by the quotes that were found in the text.
 * @module
 */
import type { Analysis, Quote, TextSpan } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';
import type { Attribution } from './types.ts';
import type { Tokens } from './words.ts';

interface Content extends Span {
  readonly quote: Quote;
}

/** A function from a passage (UTF-16, half-open) to the quotes whose content it overlaps, the largest share first. */
export function attributor(
  { quotes = [], speakers = [] }: Analysis,
  { span }: Tokens,
): (passage: Span) => readonly Attribution[] {
  const names = new Map(speakers.map(({ id, name }) => [id, name]));
  const contents = quotes.flatMap((quote) =>
    quote.content.map(({ start, end }): Content => ({ start, end, quote })),
  );
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

/** Looks at every content: passages are few, however long the text is. */
function overlapping(contents: readonly Content[], { start, end }: Span): readonly Quote[] {
  const shared = new Map<Quote, number>();
  for (const content of contents) {
    const common = Math.min(end, content.end) - Math.max(start, content.start);
    if (common > 0) shared.set(content.quote, (shared.get(content.quote) ?? 0) + common);
  }
  return [...shared].sort((a, b) => b[1] - a[1]).map(([quote]) => quote);
}
