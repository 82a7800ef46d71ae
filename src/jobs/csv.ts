/**
 * Results as CSV: the columns of an analysis, with the number of the page in front and the fingerprint of the quote behind.
 * @module
 */
import { csvHeader, csvRow, CSV_COLUMNS, quoteRows } from '../formats/csv.ts';
import type { JobResult } from '../schema/job.ts';

export function jobCsvHeader(): string {
  return csvHeader(['page', ...CSV_COLUMNS, 'fingerprint']);
}

/** The rows of a page. Offsets are those of the result. */
export function jobCsvRows(result: JobResult): string {
  const { page, url, quotes = [] } = result;
  const offset = (at: number): number => at;
  const rows = quoteRows({ analysis: result, url: url ?? undefined, offset });
  return rows.map((row, i) => csvRow([page, ...row, quotes[i]?.fingerprint ?? ''])).join('');
}
