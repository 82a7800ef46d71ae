/**
 * The answer of `POST /v1/analyze` with `explain`. What one version of the service leaves out, the page leaves out.
 * @module
 */
import type { Analysis, Quote } from '../types.ts';

/** A step on the way from a source to its speaker. */
export type Step = Readonly<Record<string, unknown>>;

export interface ExplainedQuote extends Quote {
  readonly resolution?: readonly Step[];
}

export interface Explained extends Analysis {
  readonly quotes?: readonly ExplainedQuote[];
}

/** An answer and the text that its offsets point into. */
export interface Reading {
  readonly text: string;
  readonly analysis: Explained;
}
