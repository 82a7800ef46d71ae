/**
 * What the first stage makes of a text, for all stages behind it.
 * @module
 */
import type { Fields } from '../html/fields.ts';
import type { Outline } from '../html/outline.ts';
import type { Copy } from './copy.ts';

/** How a text was made, as far as it shows. */
export type TextFormat = 'plain' | 'markdown';

/** A text that is known to be Markdown. */
export interface MarkdownText {
  readonly format: 'markdown';
  readonly text: string;
}

/** A stretch of the text as sent that is no part of its page: UTF-16, half-open. */
export interface Lump {
  readonly start: number;
  readonly end: number;
  readonly kind: 'media' | 'other';
}

export interface Reading {
  /** What the stages read; the text itself where nothing is to be changed. */
  readonly copy: Copy;
  readonly format: TextFormat;
  /** The width at which lines are wrapped, in columns; null where lines are paragraphs. */
  readonly wrapped: number | null;
  /** In order, never overlapping. None of them is in the copy. */
  readonly lumps: readonly Lump[];
  /** What the marks of the text say about the lines of the copy; null where there are none to speak of. */
  readonly outline: Outline | null;
  /** What the marks of a wire take say is headline, byline and body, by offsets of the text as sent; null for any other text. */
  readonly fields: Fields | null;
}
