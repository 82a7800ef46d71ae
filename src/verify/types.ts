/**
 * What a verification answers: plain readonly data, the shape that clients see, as `schema/verification.ts` has it. Spans
 * are half-open, in `offsetUnit`: those under `quote` point into the quote as it was sent, all others into the text.
 * @module
 */
import type { InferOutput } from 'valibot';
import type { DeepReadonly } from '../schema/types.ts';
import type { CHANGE_KINDS, STATUSES } from '../schema/verification-names.ts';
import type * as schema from '../schema/verification.ts';

export type Status = (typeof STATUSES)[number];
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What the quote has and what the text has in its place; `null` is nothing. */
export type Difference = DeepReadonly<InferOutput<typeof schema.DifferenceSchema>>;
export type Change = DeepReadonly<InferOutput<typeof schema.ChangeSchema>>;

export type Attribution = DeepReadonly<InferOutput<typeof schema.AttributionSchema>>;
export type Match = DeepReadonly<InferOutput<typeof schema.MatchSchema>>;
export type VerifiedQuote = DeepReadonly<InferOutput<typeof schema.VerifiedQuoteSchema>>;
export type Verification = DeepReadonly<InferOutput<typeof schema.VerificationSchema>>;
