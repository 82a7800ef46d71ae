/**
 * Rows as lines of NDJSON and CSV, in UTF-8.
 * @module
 */
import { csvHeader, csvRow } from '../formats/csv.ts';
import { TABLE_NAMES, TABLES, type Row, type Rows, type Table } from './tables.ts';

export const ARCHIVE_FORMATS = ['ndjson', 'csv', 'parquet'] as const;
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number];
/** The formats whose files are made of lines. */
export type LineFormat = Exclude<ArchiveFormat, 'parquet'>;

/** What a file of a table begins with. */
export function headOf(format: ArchiveFormat, table: Table): string {
  if (format === 'parquet') return 'PAR1';
  return format === 'csv' ? csvHeader(Object.keys(TABLES[table])) : '';
}

/** The lines of all tables, one table behind the other. */
export interface Lines {
  readonly bytes: Uint8Array;
  /** Where the lines of each table end, in the order of the tables. */
  readonly ends: readonly number[];
}

export function linesOf(format: LineFormat, rows: Rows): Lines {
  const texts = TABLE_NAMES.map((table) => textOf(format, table, rows[table]));
  // A unit of UTF-16 has three bytes at most.
  const most = 3 * texts.reduce((sum, text) => sum + text.length, 0);
  if (scratch.length < most) scratch = Buffer.allocUnsafeSlow(most);
  let end = 0;
  const ends = texts.map((text) => (end += scratch.write(text, end)));
  return { bytes: new Uint8Array(scratch.subarray(0, end)), ends };
}

/** Texts are encoded here, and copied when it is known how long they are. */
let scratch = Buffer.allocUnsafeSlow(1 << 20);

/** The lines of one table. */
export function partOf({ bytes, ends }: Lines, table: Table): Uint8Array {
  const number = TABLE_NAMES.indexOf(table);
  return bytes.subarray(ends[number - 1] ?? 0, ends[number]);
}

function textOf(format: LineFormat, table: Table, rows: readonly Row[]): string {
  if (format === 'ndjson') return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const names = Object.keys(TABLES[table]) as readonly (keyof Row)[];
  return rows.map((row) => csvRow(names.map((name) => row[name] ?? ''))).join('');
}
