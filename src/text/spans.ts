/**
 * Stretches of a text, by characters and by words.
 * @module
 */

/** A stretch of characters: UTF-16 offsets, half-open. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Words of a span, half-open. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
}
