/**
 * What the tools for assistants answer: the same findings as an analysis, in as few words as a model needs. Types come from here, and
 * so do the output schemas that clients check answers against.
 * @module
 */
import * as v from 'valibot';
import { headEntries } from './analysis.ts';
import { QuoteTypeSchema, SpeakerTypeSchema } from './quote.ts';
import { label, offset, probability } from './span.ts';
import { CHANGE_KINDS, FOUND, STATUSES } from './verification-names.ts';
import type { DeepReadonly } from './types.ts';

const nullableString = (description: string) =>
  v.pipe(v.nullable(v.string()), v.description(description));

const span = { start: offset, end: offset };

const text = v.pipe(
  v.string(),
  v.description(
    'The words. Very long ones are cut, which … at the end shows; start and end are whole.',
  ),
);

const speaker = nullableString('Name of who says it; null where that is not certain.');
const source = nullableString('Who says it, in the words that stand there.');

/** Lists that an answer leaves out the end of. */
const leftOut = v.exactOptional(
  v.pipe(v.record(v.string(), offset), v.description('How many more there are, by list.')),
);

const head = {
  language: headEntries.language,
  warnings: v.exactOptional(
    v.pipe(v.array(v.string()), v.description('What makes the answer worse than it could be.')),
  ),
};

/** The answer of `analyze_article`. */
export const ArticleBriefSchema = v.object({
  ...head,
  stories: v.array(
    v.object({
      ...span,
      title: v.nullable(v.string()),
      authors: v.array(v.string()),
      published: v.nullable(v.string()),
      site: v.nullable(v.string()),
    }),
  ),
  parts: v.pipe(
    v.array(
      v.object({
        label,
        kinds: v.array(v.string()),
        ...span,
        begins: v.pipe(v.string(), v.description('Its first words.')),
      }),
    ),
    v.description('The page in order, without gaps.'),
  ),
  quotes: v.array(
    v.object({
      speaker,
      source,
      type: QuoteTypeSchema,
      text,
      ...span,
      confidence: probability,
    }),
  ),
  speakers: v.array(
    v.object({
      name: v.string(),
      type: SpeakerTypeSchema,
      role: v.nullable(v.string()),
      quotes: v.pipe(offset, v.description('How many.')),
    }),
  ),
  leftOut,
});

/** The answer of `verify_quotes`. */
export const VerdictsBriefSchema = v.object({
  ...head,
  quotes: v.pipe(
    v.array(
      v.object({
        quote: v.pipe(v.string(), v.description('As it was sent.')),
        status: v.pipe(
          v.picklist(STATUSES),
          v.description(
            'verbatim; typographic: same words, other typography; shortened: words left out behind an ellipsis, which may change what was said; altered: other words, or a “not” left out; absent.',
          ),
        ),
        total: v.pipe(offset, v.description('How many passages there are, listed or not.')),
        found: v.array(
          v.object({
            status: v.picklist(FOUND),
            text: v.exactOptional(
              v.pipe(v.string(), v.description('What the text has, if not verbatim the quote.')),
            ),
            ...span,
            speaker,
            source,
            label,
            changes: v.exactOptional(v.array(v.picklist(CHANGE_KINDS))),
            differences: v.exactOptional(
              v.array(
                v.object({
                  quote: nullableString('What the quote has; null is nothing.'),
                  text: nullableString('What the text has in its place.'),
                }),
              ),
            ),
            similarity: v.exactOptional(probability),
          }),
        ),
      }),
    ),
    v.description('In the order of the request.'),
  ),
});

/** The answer of `who_said`. */
export const AttributionBriefSchema = v.object({
  ...head,
  status: v.pipe(v.picklist(STATUSES), v.description('How the words stand in the text.')),
  found: v.exactOptional(
    v.pipe(v.string(), v.description('What the text has, if not verbatim the words.')),
  ),
  said: v.pipe(
    v.array(
      v.object({
        speaker,
        role: v.nullable(v.string()),
        source,
        cue: nullableString('The reporting expression.'),
        type: QuoteTypeSchema,
        text,
        ...span,
        label,
        confidence: probability,
        speakerConfidence: probability,
      }),
    ),
    v.description(
      'The quotes that hold the words, in order; none where the text reports them of nobody.',
    ),
  ),
  leftOut,
});

export type ArticleBrief = DeepReadonly<v.InferOutput<typeof ArticleBriefSchema>>;
export type VerdictsBrief = DeepReadonly<v.InferOutput<typeof VerdictsBriefSchema>>;
export type AttributionBrief = DeepReadonly<v.InferOutput<typeof AttributionBriefSchema>>;
