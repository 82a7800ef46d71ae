/**
 * What the HTTP contract promises of every answer, whatever its quality.
 * @module
 */
import { KINDS, LABELS } from '../src/labels.ts';
import type { Analysis, TextSpan } from '../src/schema/types.ts';
import type { Span } from '../src/text/spans.ts';

/** All breaches of the contract in an answer to `text`, as sentences; none is the good case. */
export function breaches(text: string, answer: Analysis): readonly string[] {
  const found: string[] = [];
  // Code points as an array of strings, so that slices work alike in both units.
  const units = answer.offsetUnit === 'codepoint' ? [...text] : text.split('');
  const bad = (message: string): void => void found.push(message);
  const slice = (span: Span): string => units.slice(span.start, span.end).join('');
  const check = (span: Span | null | undefined, what: string): void => {
    if (span === null || span === undefined) return;
    const inside = span.start >= 0 && span.end <= units.length && span.start < span.end;
    if (!inside) bad(`${what} leaves the text`);
    const given = (span as Partial<TextSpan>).text;
    if (given !== undefined && given !== slice(span)) bad(`${what}.text is not the slice`);
  };
  if (answer.length !== units.length) bad('length is not the length of the text');
  let at = 0;
  for (const segment of answer.segments ?? []) {
    if (segment.start !== at) bad(`segments do not tile the text at ${at}`);
    at = segment.end;
    check(segment, 'segment');
    if (!LABELS.includes(segment.label)) bad('a label that does not exist');
    else if (!(KINDS[segment.label] as readonly string[]).includes(segment.kind))
      bad('a kind of another label');
    if (!isProbability(segment.confidence)) bad('segment.confidence');
  }
  if (answer.segments !== undefined && at !== units.length) bad('segments end before the text');
  let end = 0;
  for (const article of answer.articles ?? []) {
    if (article.start < end) bad('articles overlap');
    end = article.end;
    check(article, 'article');
    check(article.headline, 'headline');
    for (const { span } of article.authors) check(span, 'author');
    for (const date of [article.published, article.updated])
      if (date !== null && !DATE.test(date)) bad('a date in another form');
  }
  const ids = new Set(answer.quotes?.map(({ id }) => id));
  for (const quote of answer.quotes ?? []) {
    for (const part of quote.content) check(part, 'content');
    check(quote.source, 'source');
    check(quote.cue, 'cue');
    check(quote.via?.source, 'source of via');
    check(quote.via?.cue, 'cue of via');
    if ((quote.cueClass === null) !== (quote.cue === null)) bad('cueClass goes with cue');
    check(quote.addressee, 'addressee');
    check(quote.venue, 'venue');
    for (const { mention, to } of quote.resolution ?? []) {
      check(mention, 'mention of a step');
      check(to, 'end of a step');
    }
    if (quote.repeats !== null && !ids.has(quote.repeats))
      bad('a quote that repeats an unknown one');
    check(quote.context, 'context');
    if (!isProbability(quote.confidence)) bad('quote.confidence');
    if (!isProbability(quote.speakerConfidence)) bad('quote.speakerConfidence');
    const known = answer.speakers?.some((speaker) => speaker.id === quote.speaker) ?? true;
    if (quote.speaker !== null && !known) bad('a quote of an unknown speaker');
  }
  for (const speaker of answer.speakers ?? []) {
    for (const mention of speaker.mentions) check(mention, 'mention');
  }
  return found;
}

const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:Z|[+-]\d{2}:\d{2}))?$/;

function isProbability(value: number): boolean {
  return value >= 0 && value <= 1;
}
