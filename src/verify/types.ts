/**
 * What a verification answers: plain readonly data, the shape that clients see. Spans are half-open, in `offsetUnit`:
 * those under `quote` point into the quote as it was sent, all others into the text.
 * @module
 */
import type { Kind, Label } from '../labels.ts';
import type { OffsetUnit, QuoteType, TextSpan } from '../types.ts';

/** How far the text has the quote, the best first. */
export const STATUSES = ['verbatim', 'typographic', 'altered', 'absent'] as const;
export type Status = (typeof STATUSES)[number];

/** What may differ without another wording. */
export const CHANGE_KINDS = [
  'marks',
  'dashes',
  'spaces',
  'punctuation',
  'case',
  'characters',
  'brackets',
  'ellipsis',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What the quote has and what the text has in its place; `null` is nothing. */
export interface Difference {
  readonly quote: TextSpan | null;
  readonly text: TextSpan | null;
}

export interface Change extends Difference {
  readonly kind: ChangeKind;
}

/** A quote that the analysis of the text found where the match stands. */
export interface Attribution {
  readonly quote: string;
  readonly type: QuoteType;
  readonly source: TextSpan | null;
  readonly cue: TextSpan | null;
  readonly speaker: string | null;
  /** The speaker's name. */
  readonly name: string | null;
  readonly speakerConfidence: number;
  readonly confidence: number;
}

/** A passage of the text that is the quote, or comes nearest to it. */
export interface Match extends TextSpan {
  readonly status: Exclude<Status, 'absent'>;
  /** Share of wording in common, by weight of the words: 1 unless words differ. */
  readonly similarity: number;
  readonly changes: readonly Change[];
  readonly differences: readonly Difference[];
  /** Of the segment that the passage starts in. */
  readonly label: Label;
  readonly kind: Kind;
  readonly article: string | null;
  readonly attributions: readonly Attribution[];
}

export interface VerifiedQuote {
  readonly quote: string;
  readonly status: Status;
  /** In order of the text; of very many, the first. */
  readonly matches: readonly Match[];
  /** How many passages there are. */
  readonly total: number;
}

export interface Verification {
  readonly id?: string;
  readonly language: string;
  readonly offsetUnit: OffsetUnit;
  /** Of the text, in `offsetUnit`. */
  readonly length: number;
  readonly engine: string;
  readonly rulesVersion: string;
  /** In the order of the request. */
  readonly quotes: readonly VerifiedQuote[];
}
