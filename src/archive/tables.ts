/**
 * The tables of an archive: their columns, and the rows that an answer makes. `page_id` joins them all; `speaker_id` and `quote_id` are
 * unique within a page.
 * @module
 */
import { writeFingerprint, fingerprintOf } from '../verify/fingerprint.ts';
import type { Rules } from '../rules/rules.ts';
import type { Analysis, Quote, Speaker, TextSpan } from '../schema/types.ts';
import { fold } from '../text/fold.ts';

export type ColumnType = 'STRING' | 'INT32' | 'DOUBLE';
export type Cell = string | number | null;
export type Row = readonly Cell[];

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
export type Rows = Readonly<Record<Table, readonly Row[]>>;

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

/** The rows of a page, the cells in the order of the columns. */
export function rowsOf(
  facts: PageFacts,
  { language, input, length, segments = [], articles = [], quotes = [], speakers = [] }: Analysis,
  rules: Rules,
  withText: boolean,
): Rows {
  const { pageId, id, url, file, record, captured } = facts;
  const published = facts.published ?? articles[0]?.published ?? null;
  const headline = articles[0]?.headline?.text.trim() ?? null;
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker.name]));
  const counts = [length, segments.length, quotes.length, speakers.length];
  return {
    pages: [
      [pageId, id, url, file, record, published, yearOf(published), captured, language].concat(
        [input.format, headline] as never[],
        counts as never[],
      ) as Row,
    ],
    segments: segments.map(({ start, end, label, kind, confidence, article, text }, i) => [
      ...[pageId, i + 1, start, end, label, kind, confidence, article],
      withText ? text : null,
    ]),
    quotes: quotes.map((quote) => quoteRow(pageId, quote, names)),
    speakers: speakers.map((speaker) => speakerRow(pageId, speaker, rules)),
  };
}

function quoteRow(pageId: number, quote: Quote, names: ReadonlyMap<string, string>): Row {
  const content = quote.content.map(({ text }) => text).join(' ');
  return [
    pageId,
    quote.id,
    quote.type,
    content,
    (quote.content[0] as TextSpan).start,
    (quote.content.at(-1) as TextSpan).end,
    quote.speaker,
    names.get(quote.speaker ?? '') ?? null,
    quote.speakerConfidence,
    quote.source?.text ?? null,
    quote.cue?.text ?? null,
    quote.cueClass ?? null,
    quote.article,
    quote.label,
    quote.kind,
    quote.confidence,
    quote.repeats ?? null,
    writeFingerprint(fingerprintOf(content)),
  ];
}

function speakerRow(pageId: number, speaker: Speaker, rules: Rules): Row {
  const { id, name, type, role, quotes, words } = speaker;
  const gender = type === 'person' ? genderOf(name, rules) : null;
  return [pageId, id, name, type, role ?? null, gender, quotes.length, words];
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
