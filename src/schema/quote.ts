/**
 * Quotes and speakers, as they stand in an answer.
 * @module
 */
import * as v from 'valibot';
import {
  article,
  evidence,
  kind,
  label,
  offset,
  probability,
  SpanSchema,
  TextSpanSchema,
} from './span.ts';

export const QuoteTypeSchema = v.picklist(['direct', 'mixed', 'indirect']);
export const CueClassSchema = v.picklist([
  'neutral',
  'claim',
  'denial',
  'accusation',
  'promise',
  'demand',
  'question',
  'evaluation',
]);

export const StepReasonSchema = v.picklist([
  'pronoun',
  'relative',
  'apposition',
  'role',
  'surname',
  'given-name',
  'acronym',
  'short-form',
  'spelling',
]);

export const ResolutionStepSchema = v.pipe(
  v.object({ mention: TextSpanSchema, to: TextSpanSchema, why: StepReasonSchema }),
  v.description('A step from a source to its speaker’s name.'),
);

export const ViaSchema = v.pipe(
  v.object({ source: TextSpanSchema, cue: v.nullable(TextSpanSchema) }),
  v.description('An outer attribution: its source and its reporting expression.'),
);

export const QuoteSchema = v.pipe(
  v.object({
    id: v.string(),
    type: v.pipe(
      QuoteTypeSchema,
      v.description('direct: all in quote marks; mixed: partly; indirect: paraphrase.'),
    ),
    content: v.pipe(
      v.array(TextSpanSchema),
      v.minLength(1),
      v.description('What was said, quote marks included.'),
    ),
    source: v.pipe(
      v.nullable(TextSpanSchema),
      v.description('Who said it, in the words that stand there.'),
    ),
    cue: v.pipe(v.nullable(TextSpanSchema), v.description('The reporting expression.')),
    cueClass: v.pipe(
      v.nullable(CueClassSchema),
      v.description(
        'What the reporting expression makes of what was said, a denial or a promise for example; null where there is no expression.',
      ),
    ),
    via: v.pipe(
      v.nullable(ViaSchema),
      v.description(
        'Who reports that the source said it, where somebody between them is named ("RT reports: Moscow insists …").',
      ),
    ),
    speaker: v.pipe(v.nullable(v.string()), v.description('Id of the speaker.')),
    speakerConfidence: v.pipe(probability, v.description('Probability that the speaker is right.')),
    context: SpanSchema,
    article,
    label,
    kind,
    confidence: v.pipe(
      probability,
      v.description('Probability that the content is a quote and its source right.'),
    ),
    addressee: v.pipe(
      v.nullable(TextSpanSchema),
      v.description('Whom it was said to ("told CNN").'),
    ),
    venue: v.pipe(
      v.nullable(TextSpanSchema),
      v.description('Where, or through what ("on Twitter"), without the preposition.'),
    ),
    repeats: v.pipe(
      v.nullable(v.string()),
      v.description('Id of the first quote with the same words, as in headlines and pull quotes.'),
    ),
    evidence,
    order: v.exactOptional(
      v.pipe(
        v.string(),
        v.description('With explain: the order of the parts, such as content-cue-source.'),
      ),
    ),
    resolution: v.exactOptional(
      v.pipe(
        v.array(ResolutionStepSchema),
        v.description('With explain: how the source led to the speaker.'),
      ),
    ),
  }),
  v.description(
    'Something that somebody is reported to have said. Its context are the whole sentences that hold content, cue and source.',
  ),
);

export const SpeakerTypeSchema = v.picklist(['person', 'organization', 'group', 'unknown']);

export const SpeakerSchema = v.pipe(
  v.object({
    id: v.string(),
    name: v.pipe(v.string(), v.description('The fullest in the text, free of titles.')),
    type: SpeakerTypeSchema,
    role: v.pipe(v.nullable(v.string()), v.description('What the text says they are.')),
    aliases: v.array(v.string()),
    mentions: v.array(TextSpanSchema),
    quotes: v.pipe(v.array(v.string()), v.description('Ids of the speaker’s quotes.')),
    words: v.pipe(offset, v.description('Words in the content of these quotes.')),
  }),
  v.description('Who the sources of some quotes are.'),
);
