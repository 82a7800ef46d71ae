/**
 * What the analysis answers: plain readonly data, the shape that clients see.
 * All offsets are half-open; UTF-16 code units inside the program, `offsetUnit` at the border.
 * @module
 */
import type { Kind, Label } from './labels.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with its verbatim slice. */
export interface TextSpan extends Span {
  readonly text: string;
}

export type OffsetUnit = 'utf16' | 'codepoint';

/** One reason for a decision. `rule` is a rule's id or a feature's name; `weight` is in log-odds against the runner-up. */
export interface Evidence {
  readonly rule: string;
  readonly weight: number;
}

export interface Segment extends TextSpan {
  readonly label: Label;
  readonly kind: Kind;
  /** Probability that the label is right. */
  readonly confidence: number;
  /** The article this segment belongs to or follows. */
  readonly article: string | null;
  readonly evidence?: readonly Evidence[];
}

export interface Article extends Span {
  readonly id: string;
  readonly headline: TextSpan | null;
}

export type QuoteType = 'direct' | 'mixed' | 'indirect';
export type CueClass =
  | 'neutral'
  | 'claim'
  | 'denial'
  | 'accusation'
  | 'promise'
  | 'demand'
  | 'question'
  | 'evaluation';

/** Why one mention stands for another. */
export type StepReason =
  | 'pronoun'
  | 'relative'
  | 'apposition'
  | 'role'
  | 'surname'
  | 'given-name'
  | 'acronym'
  | 'short-form'
  | 'spelling';

export interface Quote {
  readonly id: string;
  readonly type: QuoteType;
  readonly content: readonly TextSpan[];
  readonly source: TextSpan | null;
  readonly cue: TextSpan | null;
  readonly cueClass?: CueClass;
  /** An outer attribution ("RT reports: Moscow insists …"). */
  readonly via?: { readonly source: TextSpan; readonly cue: TextSpan | null };
  readonly speaker: string | null;
  readonly speakerConfidence: number;
  readonly context: Span;
  readonly article: string | null;
  readonly label: Label;
  readonly kind: Kind;
  readonly confidence: number;
  /** Whom it was said to ("told CNN"). */
  readonly addressee: TextSpan | null;
  /** Where, or through what ("on Twitter", "in a statement"): without the preposition. */
  readonly venue: TextSpan | null;
  /** The first quote with the same words. */
  readonly repeats?: string;
  readonly evidence?: readonly Evidence[];
  /** Order of the parts in the text, such as `content-cue-source`. */
  readonly order?: string;
  readonly resolution?: readonly ResolutionStep[];
}

/** A step from a source to its speaker's name. */
export interface ResolutionStep {
  readonly mention: TextSpan;
  readonly to: TextSpan;
  readonly why: StepReason;
}

export type SpeakerType = 'person' | 'organization' | 'group' | 'unknown';

export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly type: SpeakerType;
  readonly role?: string;
  readonly aliases: readonly string[];
  readonly mentions: readonly TextSpan[];
  readonly quotes: readonly string[];
  /** Words in the content of the speaker's quotes. */
  readonly words: number;
}

export type Part = 'segments' | 'articles' | 'quotes' | 'speakers';

export interface AnalyzeOptions {
  readonly id?: string;
  readonly url?: string;
  readonly language?: string;
  readonly include?: readonly Part[];
  readonly quotesIn?: readonly Label[];
  readonly offsetUnit?: OffsetUnit;
  readonly minConfidence?: number;
  readonly explain?: boolean;
}

export interface Analysis {
  readonly id?: string;
  readonly language: string;
  readonly offsetUnit: OffsetUnit;
  readonly length: number;
  readonly engine: string;
  readonly rulesVersion: string;
  readonly segments?: readonly Segment[];
  readonly articles?: readonly Article[];
  readonly quotes?: readonly Quote[];
  readonly speakers?: readonly Speaker[];
}
