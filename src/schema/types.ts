/**
 * What the analysis answers: plain readonly data, the shape that clients see, as `schema/analysis.ts` has it.
 * All offsets are half-open; UTF-16 code units inside the program, `offsetUnit` at the border.
 * @module
 */
import type { InferOutput } from 'valibot';
import type { Label } from '../labels.ts';
import type { OffsetUnit } from '../text/offsets.ts';
import type * as schema from './analysis.ts';

/** The same data, all of it readonly. */
export type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;

/** A span with its verbatim slice. */
export type TextSpan = DeepReadonly<InferOutput<typeof schema.TextSpanSchema>>;

/** One reason for a decision. `rule` is a rule's id or a feature's name; `weight` is in log-odds against the runner-up. */
export type Evidence = DeepReadonly<InferOutput<typeof schema.EvidenceSchema>>;

/** The next best label of a segment, and the likeliest of its kinds. */
export type RunnerUp = DeepReadonly<InferOutput<typeof schema.RunnerUpSchema>>;

export type Segment = DeepReadonly<InferOutput<typeof schema.SegmentSchema>>;
export type Article = DeepReadonly<InferOutput<typeof schema.ArticleSchema>>;

export type QuoteType = InferOutput<typeof schema.QuoteTypeSchema>;
export type CueClass = InferOutput<typeof schema.CueClassSchema>;
export type Quote = DeepReadonly<InferOutput<typeof schema.QuoteSchema>>;

export type SpeakerType = InferOutput<typeof schema.SpeakerTypeSchema>;
export type Speaker = DeepReadonly<InferOutput<typeof schema.SpeakerSchema>>;
/** Why one mention stands for another. */
export type StepReason = InferOutput<typeof schema.StepReasonSchema>;
/** A step from a source to its speaker's name. */
export type ResolutionStep = DeepReadonly<InferOutput<typeof schema.ResolutionStepSchema>>;

export type LanguageSupport = InferOutput<typeof schema.LanguageSupportSchema>;
export type Warning = DeepReadonly<InferOutput<typeof schema.WarningSchema>>;
export type WarningCode = Warning['code'];
export type Analysis = DeepReadonly<InferOutput<typeof schema.AnalysisSchema>>;

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
