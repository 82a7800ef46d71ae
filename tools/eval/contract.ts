/**
 * What every answer promises, whatever its quality: segments tile the text, spans lie in it and carry their slice, and
 * confidences are shares.
 * @module
 */
import { LABELS } from '../../src/labels.ts';
import type { TextSpan } from '../../src/schema/types.ts';
import type { Span } from '../../src/text/spans.ts';
import type { Answer } from './answer.ts';

const TYPES: readonly string[] = ['direct', 'mixed', 'indirect'];

/** The breaches in an answer to `text`, of which parts may be missing. Predictions need no confidences. */
export function breaches(text: string, answer: Partial<Answer>): readonly string[] {
  return [
    ...tilingBreaches(text, answer),
    ...articleBreaches(text, answer),
    ...quoteBreaches(text, answer),
  ];
}

function tilingBreaches(text: string, { segments }: Partial<Answer>): readonly string[] {
  if (!segments) return [];
  const found: string[] = [];
  let at = 0;
  for (const segment of segments) {
    if (segment.start !== at || segment.end <= segment.start) {
      found.push(`segments do not tile the text at ${at}`);
      break;
    }
    at = segment.end;
  }
  if (at !== text.length) found.push(`segments end at ${at}, the text at ${text.length}`);
  for (const segment of segments) {
    found.push(...spanBreaches(text, segment, 'segment'));
    if (!LABELS.includes(segment.label)) found.push(`label ${segment.label}`);
    if (!isShare(segment.confidence)) found.push('segment confidence');
  }
  return found;
}

function articleBreaches(text: string, { articles = [] }: Partial<Answer>): readonly string[] {
  const isApart = ({ start, end }: Span, i: number): boolean =>
    start >= (articles[i - 1]?.end ?? 0) && end <= text.length && start < end;
  return articles.every(isApart) ? [] : ['articles overlap or leave the text'];
}

function quoteBreaches(
  text: string,
  { quotes = [], speakers = [] }: Partial<Answer>,
): readonly string[] {
  const known = new Set(speakers.map((speaker) => speaker.id));
  return quotes.flatMap(({ id, type, content, source, cue, speaker, confidence }) => [
    ...(TYPES.includes(type) ? [] : [`type ${type}`]),
    ...(content.length > 0 ? [] : [`${id} has no content`]),
    ...content.flatMap((span) => spanBreaches(text, span, 'content')),
    ...spanBreaches(text, source, 'source'),
    ...spanBreaches(text, cue, 'cue'),
    ...(isShare(confidence) ? [] : ['quote confidence']),
    ...(speaker && !known.has(speaker) ? [`${id} names an unknown speaker`] : []),
  ]);
}

function isShare(confidence: number | undefined): boolean {
  return confidence === undefined || (confidence >= 0 && confidence <= 1);
}

function spanBreaches(
  text: string,
  span: (Span & Partial<TextSpan>) | null,
  what: string,
): readonly string[] {
  if (!span) return [];
  const { start, end } = span;
  if (start < 0 || end > text.length || start >= end) return [`${what} out of bounds`];
  return span.text === undefined || span.text === text.slice(start, end)
    ? []
    : [`${what}.text is not the slice`];
}
