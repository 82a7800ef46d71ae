/**
 * The spans of an answer, moved: into the unit that the client counts in, or from one text into another.
 * @module
 */
import { offsetMap, type OffsetUnit } from '../text/offsets.ts';
import type { Span } from '../text/spans.ts';
import type { Answer } from './answer.ts';

/** Converts every offset of an answer over `text` from UTF-16 units. */
export function inUnit(answer: Answer, text: string, unit: OffsetUnit): Answer {
  if (unit === 'utf16') return answer;
  const map = offsetMap(text, unit);
  const moved = mapSpans(answer, (span) => ({
    ...span,
    start: map(span.start),
    end: map(span.end),
  }));
  return { ...moved, length: map(answer.length) };
}

/** The same answer with every span converted. */
export function mapSpans(
  answer: Answer,
  convert: <Value extends Span>(span: Value) => Value,
): Answer {
  const orNull = <Value extends Span>(span: Value | null): Value | null => span && convert(span);
  return {
    ...answer,
    ...(answer.segments && { segments: answer.segments.map(convert) }),
    ...(answer.articles && {
      articles: answer.articles.map((article) => ({
        ...convert(article),
        headline: orNull(article.headline),
        authors: article.authors.map(({ name, span }) => ({ name, span: orNull(span) })),
      })),
    }),
    ...(answer.quotes && {
      quotes: answer.quotes.map((quote) => ({
        ...quote,
        content: quote.content.map(convert),
        source: orNull(quote.source),
        cue: orNull(quote.cue),
        ...(quote.via && {
          via: { source: convert(quote.via.source), cue: orNull(quote.via.cue) },
        }),
        addressee: orNull(quote.addressee),
        venue: orNull(quote.venue),
        context: convert(quote.context),
        ...(quote.resolution && {
          resolution: quote.resolution.map(({ mention, to, why }) => ({
            mention: convert(mention),
            to: convert(to),
            why,
          })),
        }),
      })),
    }),
    ...(answer.speakers && {
      speakers: answer.speakers.map((speaker) => ({
        ...speaker,
        mentions: speaker.mentions.map(convert),
      })),
    }),
  };
}
