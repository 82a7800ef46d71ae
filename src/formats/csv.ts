/**
 * `csv`: one row a quote (RFC 4180: CRLF, a header, quotes doubled), with column names that databases take.
 *
 * It starts with a byte-order mark: without one, Excel takes the file for one in the machine's
 * own encoding, and LibreOffice's import dialog proposes that.
 * @module
 */
import type { Quote, Speaker, TextSpan } from '../schema/types.ts';
import type { FormatInput } from './types.ts';

export const CSV_COLUMNS = [
  'document_id',
  'quote_id',
  'type',
  'content',
  'speaker',
  'speaker_type',
  'speaker_role',
  'speaker_confidence',
  'source',
  'cue',
  'cue_class',
  'headline',
  'label',
  'kind',
  'confidence',
  'content_start',
  'content_end',
  'spans',
  'language',
  'url',
] as const;

type Row = Readonly<Record<(typeof CSV_COLUMNS)[number], string | number>>;

export function writeCsv(input: FormatInput): string {
  return csvHeader(CSV_COLUMNS) + quoteRows(input).map(csvRow).join('');
}

/** The cells of each quote, without the header, for whoever writes many documents into one file. */
export function quoteRows(input: QuoteInput): readonly (readonly (string | number)[])[] {
  return rows(input).map((row) => CSV_COLUMNS.map((column) => row[column]));
}

type QuoteInput = Pick<FormatInput, 'analysis' | 'url' | 'offset'>;

/** What a file starts with. */
export function csvHeader(columns: readonly string[]): string {
  return BYTE_ORDER_MARK + csvRow(columns);
}

/** UTF-8 has no lone surrogates: they become U+FFFD. */
export function csvRow(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`.toWellFormed();
}

const BYTE_ORDER_MARK = '\uFEFF';

function rows({ analysis, url, offset }: QuoteInput): readonly Row[] {
  const speakers = new Map((analysis.speakers ?? []).map((speaker) => [speaker.id, speaker]));
  const headlines = new Map(
    (analysis.articles ?? []).map(({ id, headline }) => [id, headline?.text.trim() ?? '']),
  );
  return (analysis.quotes ?? []).map((quote) => {
    const speaker = speakers.get(quote.speaker ?? '');
    const first = quote.content[0] as TextSpan;
    const last = quote.content.at(-1) as TextSpan;
    return {
      document_id: analysis.id ?? '',
      quote_id: quote.id,
      type: quote.type,
      content: quote.content.map(({ text }) => text).join(' '),
      ...speakerCells(quote, speaker),
      source: quote.source?.text ?? '',
      cue: quote.cue?.text ?? '',
      cue_class: quote.cueClass ?? '',
      headline: headlines.get(quote.article ?? '') ?? '',
      label: quote.label,
      kind: quote.kind,
      confidence: quote.confidence,
      content_start: offset(first.start),
      content_end: offset(last.end),
      spans: quote.content.map((span) => `${offset(span.start)}-${offset(span.end)}`).join(' '),
      language: analysis.language,
      url: url ?? '',
    };
  });
}

function speakerCells({ speakerConfidence }: Quote, speaker: Speaker | undefined) {
  return {
    speaker: speaker?.name ?? '',
    speaker_type: speaker?.type ?? '',
    speaker_role: speaker?.role ?? '',
    speaker_confidence: speaker ? speakerConfidence : '',
  };
}

/** What spreadsheets take for the start of a formula, in full width too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A field. Text that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP advises ("CSV
 * Injection"). It is seen in the cell: spreadsheets hide an apostrophe that was typed, not one that was read from a file.
 */
function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
