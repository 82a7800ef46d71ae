/**
 * An answer of `POST /v1/analyze` and what it is about.
 * @module
 */
import type { Analysis } from '../schema/types.ts';

/** An answer and the text that its offsets point into. */
export interface Reading {
  readonly text: string;
  readonly analysis: Analysis;
}
