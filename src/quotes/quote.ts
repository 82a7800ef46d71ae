/**
 * A quote as a finder returns it, in numbers of words, and the models that finders ask.
 * @module
 */
import type { NumberedFeatures } from '../rules/feature-space.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import type { CandidateSpace } from './candidates/space.ts';
import type { Calibration } from './model/calibration.ts';

/** Feature numbers, in several lists. */
export type Features = readonly (readonly number[])[];

interface Finding {
  readonly content: readonly WordSpan[];
  /** Null where nobody is named. */
  readonly source: WordSpan | null;
  /** Number of the sentence that it was found in. */
  readonly sentence: number;
  /** Probability that the content is a quote and its source right. */
  readonly confidence: number;
  /** What spoke for it, for the evidence: numbers in the space of its finder's model. Empty unless asked for. */
  readonly features: Features;
}

/** Found by a cue in its own sentence. `via`: who passed the words on. */
export interface CueQuote extends Finding {
  readonly by: 'cue';
  readonly cue: CueHit;
  readonly via?: { readonly source: WordSpan; readonly cue: CueHit };
  /** Who is meant where the verb has no subject: a mention in front. The source is null then. */
  readonly elided?: WordSpan;
}

/** In marks, behind a sentence with a cue that ends in a colon. */
export interface ColonQuote extends Finding {
  readonly by: 'colon';
  readonly cue: CueHit;
}

/** In marks that no cue claimed. */
export interface MarksQuote extends Finding {
  readonly by: 'marks';
  readonly cue: null;
}

/** Sentences in the mood of reported speech. */
export interface MoodQuote extends Finding {
  readonly by: 'mood';
  readonly cue: null;
}

/** A turn of a transcript or an interview, behind the label that names who speaks. */
export interface TurnQuote extends Finding {
  readonly by: 'turn';
  readonly cue: null;
  /** Whether the label is a name, or that of questions or answers: "Q:", "A:". */
  readonly role: 'person' | 'question' | 'answer';
}

/** A quote before it is written out, tagged with what found it. */
export type RawQuote = CueQuote | ColonQuote | MarksQuote | MoodQuote | TurnQuote;

/** Fitted weights, by the number of their feature. */
export interface FittedModel<Space extends NumberedFeatures = NumberedFeatures> {
  readonly space: Space;
  readonly weights: Float64Array;
}

/** What is known about quotes of one language. */
export interface QuoteModel {
  /** Weighs a cue's candidates: content and source, in some order. */
  readonly candidates: FittedModel<CandidateSpace>;
  /** Weighs what stretches in marks without a cue can be. */
  readonly uncued: FittedModel;
  /** Weighs what sentences in the mood of reported speech can be. */
  readonly mood: FittedModel;
  readonly calibration: Calibration;
}

/** The model that a quote was found with, which its features are numbered by. */
export function modelOf(model: QuoteModel, { by }: Pick<RawQuote, 'by'>): FittedModel {
  switch (by) {
    case 'cue':
    case 'colon':
    case 'turn':
      return model.candidates;
    case 'marks':
      return model.uncued;
    case 'mood':
      return model.mood;
  }
}

/** What becomes of the features of a quote. Where nobody will ask for them they are dropped: they take most of its memory. */
export type Keep = (features: Features) => Features;

export const keepAll: Keep = (features) => features;
export const keepNone: Keep = () => NOTHING;

const NOTHING: Features = [];
