/**
 * What the analysis answers: plain readonly data, the shape that clients see, as the schemas beside it have it.
 * All offsets are half-open; UTF-16 code units inside the program, `offsetUnit` at the border.
 * @module
 */
import type { InferOutput } from 'valibot';
import type { Label } from '../labels.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import type * as analysis from './analysis.ts';
import type * as quote from './quote.ts';
import type * as span from './span.ts';

/** The same data, all of it readonly. */
export type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;

/** A span with its verbatim slice. */
export type TextSpan = DeepReadonly<InferOutput<typeof span.TextSpanSchema>>;

/** One reason for a decision. `rule` is a rule's id or a feature's name; `weight` is in log-odds against the runner-up. */
export type Evidence = DeepReadonly<InferOutput<typeof span.EvidenceSchema>>;

/** The next best label of a segment, and the likeliest of its kinds. */
export type RunnerUp = DeepReadonly<InferOutput<typeof analysis.RunnerUpSchema>>;

export type Segment = DeepReadonly<InferOutput<typeof analysis.SegmentSchema>>;
export type Article = DeepReadonly<InferOutput<typeof analysis.ArticleSchema>>;

export type QuoteType = InferOutput<typeof quote.QuoteTypeSchema>;
export type CueClass = InferOutput<typeof quote.CueClassSchema>;
export type Quote = DeepReadonly<InferOutput<typeof quote.QuoteSchema>>;

export type SpeakerType = InferOutput<typeof quote.SpeakerTypeSchema>;
export type Speaker = DeepReadonly<InferOutput<typeof quote.SpeakerSchema>>;
/** Why one mention stands for another. */
export type StepReason = InferOutput<typeof quote.StepReasonSchema>;
/** A step from a source to its speaker's name. */
export type ResolutionStep = DeepReadonly<InferOutput<typeof quote.ResolutionStepSchema>>;

export type LanguageSupport = InferOutput<typeof analysis.LanguageSupportSchema>;
export type Warning = DeepReadonly<InferOutput<typeof analysis.WarningSchema>>;
export type WarningCode = Warning['code'];
export type Analysis = DeepReadonly<InferOutput<typeof analysis.AnalysisSchema>>;

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
