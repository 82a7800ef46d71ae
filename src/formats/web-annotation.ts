/**
 * `web-annotation`: quotes in the W3C's Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), as a
 * collection with its one page embedded. Each part of a quote is a target, found by its position (in code points, as the
 * model has it) and by its words with what stands around them. In a page sent as HTML these are about the text of its DOM,
 * which is where annotation tools look.
 * @module
 */
import type { Analysis, Quote, TextSpan } from '../schema/types.ts';
import { offsetMap } from '../text/offsets.ts';
import type { Span } from '../text/spans.ts';
import { scriptSafeJson } from './script-safe.ts';
import type { FormatInput } from './types.ts';

export const ANNOTATION_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/** UTF-16 units of context on either side, as annotation tools have it. */
const AROUND = 32;

export function writeWebAnnotation(input: FormatInput): string {
  const { analysis } = input;
  const ground = groundOf(input);
  const quotes = analysis.quotes ?? [];
  const name = collectionName(input);
  const names = new Map((analysis.speakers ?? []).map((speaker) => [speaker.id, speaker.name]));
  return scriptSafeJson({
    '@context': ANNOTATION_CONTEXT,
    id: name,
    type: 'AnnotationCollection',
    label: 'Quotes',
    total: quotes.length,
    first: {
      id: `${name}:page`,
      type: 'AnnotationPage',
      partOf: name,
      startIndex: 0,
      items: quotes.map((quote) => ({
        id: `${name}:${quote.id}`,
        type: 'Annotation',
        motivation: 'identifying',
        body: bodies(analysis, quote, names.get(quote.speaker ?? '')),
        target: quote.content.map((span) => ({
          type: 'SpecificResource',
          source: input.url ?? `${name}:text`,
          selector: selectors(ground, span),
        })),
      })),
    },
  });
}

/** The model wants IRIs, and the same for the same request: made from what the client calls the text. */
function collectionName({ analysis, url }: FormatInput): string {
  const given = analysis.id ?? url ?? 'text';
  return `urn:x-copydesk:${encodeURIComponent(given.toWellFormed())}`;
}

/** Who speaks, where that is known, and what kind of quote it is. */
function bodies({ language }: Analysis, { type }: Quote, speaker: string | undefined) {
  const body = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value });
  return [
    ...(speaker === undefined
      ? []
      : [{ ...body('identifying', speaker), format: 'text/plain', language }]),
    body('tagging', type),
  ];
}

/** The text that selectors are about. */
interface Ground {
  readonly text: string;
  readonly locate: (span: Span) => Span | null;
  readonly codePoint: (utf16: number) => number;
}

function groundOf({ text, page, codePoint }: FormatInput): Ground {
  if (page === undefined) return { text, locate: (span) => span, codePoint };
  return { ...page, codePoint: offsetMap(page.text, 'codepoint') };
}

function selectors({ text, locate, codePoint }: Ground, content: TextSpan) {
  const place = locate(content);
  // Words are better than nothing, should the page not have them in a row.
  if (place === null) return [{ type: 'TextQuoteSelector', exact: content.text }];
  const { start, end } = place;
  const before = wholePair(text, Math.max(0, start - AROUND));
  const after = wholePair(text, Math.min(text.length, end + AROUND));
  return [
    {
      type: 'TextQuoteSelector',
      exact: text.slice(start, end),
      prefix: text.slice(before, start),
      suffix: text.slice(end, after),
    },
    { type: 'TextPositionSelector', start: codePoint(start), end: codePoint(end) },
  ];
}

/** The same offset, or the next one where it would cut a surrogate pair. */
function wholePair(text: string, offset: number): number {
  const low = text.charCodeAt(offset);
  const high = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && high >= 0xd800 && high <= 0xdbff ? offset + 1 : offset;
}
