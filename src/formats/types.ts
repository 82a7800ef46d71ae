/**
 * What an output format is made from.
 * @module
 */
import type { Analysis } from '../schema/types.ts';

export interface FormatInput {
  /** The text that the analysis points into. */
  readonly text: string;
  /** With all parts, and offsets in UTF-16 units. */
  readonly analysis: Analysis;
  /** Where the text comes from, if the client said so. */
  readonly url?: string | undefined;
  /** From an offset in UTF-16 units to one in the unit that the client counts in. */
  readonly offset: (utf16: number) => number;
  /** From an offset in UTF-16 units to one in code points, for formats whose definition wants these. */
  readonly codePoint: (utf16: number) => number;
}

/** Writes an answer. Pure: the same input gives the same characters. */
export type Format = (input: FormatInput) => string;
