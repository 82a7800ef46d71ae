/**
 * The tables of an archive: their columns, and the rows that an answer makes. `page_id` joins them all; `speaker_id` and `quote_id` are
 * unique within a page.
 * @module
 */
import { fingerprintsOf, writeFingerprints } from '../verify/fingerprint.ts';
import type { Rules } from '../rules/rules.ts';
import type { Analysis, Quote, Speaker, TextSpan } from '../schema/types.ts';
import { fold } from '../text/fold.ts';

export type ColumnType = 'STRING' | 'INT32' | 'DOUBLE';
export type Cell = string | number | null;

type Columns = Readonly<Record<string, ColumnType>>;

export const TABLES = {
  pages: {
    page_id: 'INT32',
    id: 'STRING',
    url: 'STRING',
    file: 'STRING',
    record: 'INT32',
    published: 'STRING',
    year: 'INT32',
    captured: 'STRING',
    language: 'STRING',
    format: 'STRING',
    headline: 'STRING',
    length: 'INT32',
    segments: 'INT32',
    quotes: 'INT32',
    speakers: 'INT32',
  },
  segments: {
    page_id: 'INT32',
    segment: 'INT32',
    start: 'INT32',
    end: 'INT32',
    label: 'STRING',
    kind: 'STRING',
    confidence: 'DOUBLE',
    article: 'STRING',
    text: 'STRING',
  },
  quotes: {
    page_id: 'INT32',
    quote_id: 'STRING',
    type: 'STRING',
    content: 'STRING',
    start: 'INT32',
    end: 'INT32',
    speaker_id: 'STRING',
    speaker: 'STRING',
    speaker_confidence: 'DOUBLE',
    source: 'STRING',
    cue: 'STRING',
    cue_class: 'STRING',
    article: 'STRING',
    label: 'STRING',
    kind: 'STRING',
    confidence: 'DOUBLE',
    repeats: 'STRING',
    fingerprint: 'STRING',
  },
  speakers: {
    page_id: 'INT32',
    speaker_id: 'STRING',
    name: 'STRING',
    type: 'STRING',
    role: 'STRING',
    gender: 'STRING',
    quotes: 'INT32',
    words: 'INT32',
  },
} as const satisfies Record<string, Columns>;

export type Table = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly Table[];

/** A row: its cells in the order of the columns, as they stand in all formats. */
export type Row<T extends Table = Table> = {
  readonly [Column in keyof (typeof TABLES)[T]]: (typeof TABLES)[T][Column] extends 'STRING'
    ? string | null
    : number | null;
};
export type Rows = { readonly [T in Table]: readonly Row<T>[] };

/** What is known of a page beside its analysis. */
export interface PageFacts {
  readonly pageId: number;
  readonly id: string | null;
  readonly url: string | null;
  readonly file: string;
  /** Its number in the file, from 1. */
  readonly record: number;
  readonly published: string | null;
  readonly captured: string | null;
}

/** The rows of a page. */
export function rowsOf(
  facts: PageFacts,
  analysis: Analysis,
  rules: Rules,
  withText: boolean,
): Rows {
  const { pageId } = facts;
  const { segments = [], quotes = [], speakers = [] } = analysis;
  return {
    pages: [pageRow(facts, analysis)],
    segments: segments.map(({ start, end, label, kind, confidence, article, text }, i) => ({
      page_id: pageId,
      segment: i + 1,
      start,
      end,
      label,
      kind,
      confidence,
      article,
      text: withText ? text : null,
    })),
    quotes: quoteRows(pageId, quotes, speakers),
    speakers: speakers.map((speaker) => speakerRow(pageId, speaker, rules)),
  };
}

function pageRow(
  { pageId, id, url, file, record, published: given, captured }: PageFacts,
  { language, input, length, segments = [], articles = [], quotes = [], speakers = [] }: Analysis,
): Row<'pages'> {
  const published = given ?? articles[0]?.published ?? null;
  return {
    page_id: pageId,
    id,
    url,
    file,
    record,
    published,
    year: yearOf(published),
    captured,
    language,
    format: input.format,
    headline: articles[0]?.headline?.text.trim() ?? null,
    length,
    segments: segments.length,
    quotes: quotes.length,
    speakers: speakers.length,
  };
}

function quoteRows(
  pageId: number,
  quotes: readonly Quote[],
  speakers: readonly Speaker[],
): readonly Row<'quotes'>[] {
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker.name]));
  const contents = quotes.map(({ content }) => content.map(({ text }) => text).join(' '));
  const fingerprints = writeFingerprints(fingerprintsOf(contents));
  return quotes.map((quote, i) => ({
    page_id: pageId,
    quote_id: quote.id,
    type: quote.type,
    content: contents[i] as string,
    start: (quote.content[0] as TextSpan).start,
    end: (quote.content.at(-1) as TextSpan).end,
    speaker_id: quote.speaker,
    speaker: names.get(quote.speaker ?? '') ?? null,
    speaker_confidence: quote.speakerConfidence,
    source: quote.source?.text ?? null,
    cue: quote.cue?.text ?? null,
    cue_class: quote.cueClass ?? null,
    article: quote.article,
    label: quote.label,
    kind: quote.kind,
    confidence: quote.confidence,
    repeats: quote.repeats ?? null,
    fingerprint: fingerprints[i] as string,
  }));
}

function speakerRow(pageId: number, speaker: Speaker, rules: Rules): Row<'speakers'> {
  const { id, name, type, role, quotes, words } = speaker;
  return {
    page_id: pageId,
    speaker_id: id,
    name,
    type,
    role: role ?? null,
    gender: type === 'person' ? genderOf(name, rules) : null,
    quotes: quotes.length,
    words,
  };
}

/** What the given name suggests; null for one that is not known, or is given to both. */
function genderOf(name: string, { givenNames }: Rules): string | null {
  const [given = '', ...others] = fold(name).split(/\s+/);
  return (others.length > 0 && givenNames.genderOf(given)) || null;
}

function yearOf(date: string | null): number | null {
  const [, year] = /^(\d{4})(?!\d)/.exec(date ?? '') ?? [];
  return year === undefined ? null : Number(year);
}
