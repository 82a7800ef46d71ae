/**
 * The answer of a verification. Types come from here (`src/verify/types.ts`), as with an analysis.
 * @module
 */
import * as v from 'valibot';
import { headEntries } from './analysis.ts';
import { QuoteTypeSchema } from './quote.ts';
import { article, kind, label, offset, probability, textEntries, TextSpanSchema } from './span.ts';
import { CHANGE_KINDS, FOUND, STATUSES } from './verification-names.ts';

const sides = {
  quote: v.pipe(
    v.nullable(TextSpanSchema),
    v.description('What the quote has; null is nothing. Into the quote as it was sent.'),
  ),
  text: v.pipe(v.nullable(TextSpanSchema), v.description('What the text has in its place.')),
};

export const DifferenceSchema = v.pipe(v.object(sides), v.description('Other words.'));

export const ChangeSchema = v.pipe(
  v.object({ kind: v.picklist(CHANGE_KINDS), ...sides }),
  v.description('Other typography, in the same words, or what stands in place of words.'),
);

export const AttributionSchema = v.pipe(
  v.object({
    quote: v.pipe(v.string(), v.description('The id that /v1/analyze gives with these options.')),
    type: QuoteTypeSchema,
    source: v.nullable(TextSpanSchema),
    cue: v.nullable(TextSpanSchema),
    speaker: v.nullable(v.string()),
    name: v.pipe(v.nullable(v.string()), v.description('The speaker’s.')),
    speakerConfidence: probability,
    confidence: probability,
  }),
  v.description('A quote that the analysis of the text found where the passage stands.'),
);

export const MatchSchema = v.pipe(
  v.object({
    ...textEntries,
    status: v.pipe(
      v.picklist(FOUND),
      v.description(
        'verbatim; typographic: the same words, in other typography; shortened: an ellipsis stands in place of words of the text, no denial among them; altered: other words, or a denial left out.',
      ),
    ),
    similarity: v.pipe(
      probability,
      v.description(
        'Share of wording in common, by weight of the words: 1 unless words differ in more than case. What an ellipsis stands for does not count, denials apart.',
      ),
    ),
    changes: v.array(ChangeSchema),
    differences: v.array(DifferenceSchema),
    label,
    kind,
    article,
    attributions: v.pipe(
      v.array(AttributionSchema),
      v.description('The quote with the largest share of the passage first.'),
    ),
  }),
  v.description(
    'A passage of the text that is the quote, or comes nearest to it; label and kind are those of its start.',
  ),
);

export const VerifiedQuoteSchema = v.pipe(
  v.object({
    quote: v.pipe(v.string(), v.description('As it was sent.')),
    status: v.pipe(v.picklist(STATUSES), v.description('The best of its matches.')),
    matches: v.pipe(
      v.array(MatchSchema),
      v.description('In order of the text; of very many, the first.'),
    ),
    total: v.pipe(offset, v.description('How many passages there are, listed or not.')),
  }),
  v.description('What the text has of a quote.'),
);

export const VerificationSchema = v.pipe(
  v.object({
    ...headEntries,
    quotes: v.pipe(v.array(VerifiedQuoteSchema), v.description('In the order of the request.')),
  }),
  v.description('Whether quotes stand in a text, how, where, and who says them there.'),
);
