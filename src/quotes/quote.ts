/**
 * A quote as it is found, in numbers of words, and what finding one takes.
 * @module
 */
import type { Scene } from '../annotation/annotated.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import type { Calibration } from './model/calibration.ts';
import type { FeatureSpace } from './model/features.ts';

/** A quote in word numbers, before it is written out. */
export interface RawQuote {
  readonly content: readonly WordSpan[];
  readonly source: WordSpan | null;
  readonly cue: CueHit | null;
  readonly sentence: number;
  /** Probability that the content is a quote and its source right. */
  readonly confidence: number;
  readonly via?: { readonly source: WordSpan; readonly cue: CueHit };
  /** Features that spoke for it, for the evidence; in several lists. */
  readonly features: readonly (readonly number[])[];
}

/** What a model knows: the space its features live in, and their weights. */
export interface QuoteModel {
  readonly space: FeatureSpace;
  readonly frames: Float64Array;
  readonly loose: Float64Array;
  readonly runs: Float64Array;
  readonly calibration: Calibration;
}

/** What speaks for a quote, where anybody will ask. */
export function kept(
  { explains }: Scene,
  features: readonly (readonly number[])[],
): readonly (readonly number[])[] {
  return explains ? features : NOTHING;
}

const NOTHING: readonly never[] = [];
