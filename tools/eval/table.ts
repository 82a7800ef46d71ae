/**
 * The table of quality in docs/quality.md.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readResults, type CorpusResult, type Results } from './results.ts';
import { ROWS, type Row } from './rows.ts';
import { figureAt } from './statistics.ts';

const START = '<!-- quality:start -->';
const END = '<!-- quality:end -->';
const HEAD = ['Measured on', 'What', 'Copydesk', 'Simple rules', 'Best known', 'People'];

/** Where the table is. */
export const DOCUMENT = 'docs/quality.md';

/** Writes the table between the document's markers; the number of its rows. */
export function updateTable(resultsPath: string, path = DOCUMENT): number {
  const rows = tableRows(readResults(resultsPath));
  const document = readFileSync(path, 'utf8');
  writeFileSync(path, between(document, tableText(rows)));
  return rows.length;
}

/** The text between the markers. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.length > 0 ? markdown([HEAD, ...rows]) : '_Not measured yet._';
}

/** The cells of every row whose corpus was measured. */
export function tableRows({ corpora }: Results): readonly (readonly string[])[] {
  let last = '';
  return ROWS.flatMap((row) => {
    const result = corpora[row.corpus];
    if (!result) return [];
    const { documents } = result.figures;
    const origin = row.corpus === last ? '' : `${String(documents)} ${row.origin}`;
    last = row.corpus;
    return [
      [
        origin,
        row.what,
        valueOf(row, result),
        ...[row.simple, row.best, row.people].map((cell) => cell ?? '–'),
      ],
    ];
  });
}

/** The figure, with a star if the weights may have seen the documents. */
function valueOf({ figure }: Row, { figures, intervals, isCrossValidated }: CorpusResult): string {
  const value = figureAt(figures, figure).toFixed(1);
  const [low, high] = intervals[figure] ?? [];
  const star = isCrossValidated ? '' : '\\*';
  return low === undefined || high === undefined
    ? `**${value}**${star}`
    : `**${value}**${star} (${low.toFixed(1)} to ${high.toFixed(1)})`;
}

/** A Markdown table with aligned columns, as the formatter writes it. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, i) => Math.max(3, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n');
}

/** Puts `content` between the markers. Throws where they are missing. */
export function between(document: string, content: string): string {
  const start = document.indexOf(START);
  const end = document.indexOf(END);
  if (start < 0 || end < start) throw new Error(`there is no ${START} … ${END}`);
  return `${document.slice(0, start + START.length)}\n\n${content}\n\n${document.slice(end)}`;
}
