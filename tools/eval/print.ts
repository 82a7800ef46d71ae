/**
 * Figures and tables as lines of text.
 * @module
 */
import { rounded, type Prf } from './statistics.ts';

/** Rows in aligned columns: text to the left, numbers to the right. */
export function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  const isNumeric = (i: number): boolean =>
    i > 0 && rows.slice(1).every((row) => /^[-\d.%]*$/.test(row[i] ?? ''));
  const numeric = widths.map((_, i) => isNumeric(i));
  return rows.map((row) =>
    `  ${row.map((cell, i) => (numeric[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  ')}`.trimEnd(),
  );
}

/** Figures as indented lines, with precision, recall and F1 on one line. */
export function figureText(figures: unknown): string {
  const isPrf = (value: unknown): value is Prf =>
    typeof value === 'object' && value !== null && 'p' in value && 'r' in value && 'f' in value;
  const line = (value: unknown, indent: string): string => {
    if (isPrf(value)) return `P ${one(value.p)}  R ${one(value.r)}  F1 ${one(value.f)}`;
    if (Array.isArray(value))
      return `${value.length}${value.map((v) => `\n${indent}  - ${v}`).join('')}`;
    if (typeof value !== 'object' || value === null) return String(rounded(value));
    const lines = Object.entries(value).map(
      ([name, item]) => `\n${indent}  ${name}: ${line(item, `${indent}  `)}`,
    );
    return lines.join('');
  };
  return line(figures, '').replace(/^\n/, '');
}

export function one(value: number): string {
  return value.toFixed(1);
}
