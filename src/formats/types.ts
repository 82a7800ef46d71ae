/**
 * What an output format is made from.
 * @module
 */
import type { Analysis } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';

/** A page as annotation tools see it: the text of its DOM, white space and scripts included. */
export interface PageText {
  readonly text: string;
  /** Where a span of the text that was analysed stands in it; null if it does not. */
  readonly locate: (span: Span) => Span | null;
}

export interface FormatInput {
  /** The text that the analysis points into. */
  readonly text: string;
  /** With all parts, and offsets in UTF-16 units. */
  readonly analysis: Analysis;
  /** Where the text comes from, if the client said so. */
  readonly url?: string | undefined;
  /** The page that the text was read from, for formats that are about pages. */
  readonly page?: PageText | undefined;
  /** From an offset in UTF-16 units to one in the unit that the client counts in. */
  readonly offset: (utf16: number) => number;
  /** From an offset in UTF-16 units to one in code points, for formats whose definition wants these. */
  readonly codePoint: (utf16: number) => number;
}

/** Writes an answer. Pure: the same input gives the same characters. */
export type Format = (input: FormatInput) => string;
