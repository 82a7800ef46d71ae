/**
 * Rows as lines of NDJSON and CSV.
 * @module
 */
import { csvHeader, csvRow } from '../formats/csv.ts';
import { TABLES, type Row, type Table } from './tables.ts';

export const ARCHIVE_FORMATS = ['ndjson', 'csv', 'parquet'] as const;
export type ArchiveFormat = (typeof ARCHIVE_FORMATS)[number];

/** What a file of a table begins with. */
export function headOf(format: ArchiveFormat, table: Table): string {
  if (format === 'parquet') return 'PAR1';
  return format === 'csv' ? csvHeader(Object.keys(TABLES[table])) : '';
}

export function linesOf(format: 'ndjson' | 'csv', table: Table, rows: readonly Row[]): string {
  if (format === 'csv') return rows.map((row) => csvRow(row.map((cell) => cell ?? ''))).join('');
  const names = Object.keys(TABLES[table]);
  const line = (row: Row): string =>
    JSON.stringify(Object.fromEntries(names.map((name, i) => [name, row[i]])));
  return rows.map((row) => `${line(row)}\n`).join('');
}
