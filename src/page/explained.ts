/**
 * An answer of `POST /v1/analyze`, what it is about, and what a reader has made of it.
 * @module
 */
import type { Analysis } from '../schema/types.ts';
import type { Corrections } from './corrections.ts';

/** An answer and the text that its offsets point into. */
export interface Reading {
  readonly text: string;
  /** What the page shows: the answer with the corrections in it. */
  readonly analysis: Analysis;
  /** As it came. */
  readonly answer: Analysis;
  readonly corrections: Corrections;
}
