/**
 * The form of every measure: counts of one document, and figures over the counts of many.
 * @module
 */
import type { Answer } from './answer.ts';
import type { Figures } from './statistics.ts';
import type { GoldDocument } from './gold.ts';

export interface Measure<Doc extends GoldDocument, Tally extends TallyBase> {
  tally(doc: Doc, answer: Answer): Tally;
  figures(tallies: readonly Tally[]): Figures;
  /** Tables that explain the figures, as lines. They quote no document. */
  details(tallies: readonly Tally[]): readonly string[];
  /** The `most` worst documents, as lines. */
  worst(tallies: readonly Tally[], most: number): readonly string[];
}

export interface TallyBase {
  readonly id: string;
  /** One line for each mistake. */
  readonly mistakes: readonly string[];
}

/** The start of a stretch of text, on one line. */
export function cut(text: string, start: number, length: number): string {
  return text.slice(start, start + length).replaceAll('\n', ' ');
}
