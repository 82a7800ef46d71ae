/**
 * The answer of an analysis. Types come from here (`src/schema/types.ts`) and so does its part of openapi.json; the Worker
 * itself never runs these schemas.
 * @module
 */
import * as v from 'valibot';
import { KINDS, LABELS } from '../labels.ts';
import type { Kind, Label } from '../labels.ts';

export const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
export const probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
export const label = v.pipe(
  v.picklist(LABELS as readonly Label[]),
  v.description('What a newsroom does with it.'),
);
export const kind = v.pipe(
  v.picklist(Object.values(KINDS).flat() as readonly Kind[]),
  v.description('What it is.'),
);
export const article = v.pipe(
  v.nullable(v.string()),
  v.description('The article that it belongs to or follows.'),
);

export const OffsetUnitSchema = v.picklist(['utf16', 'codepoint']);

const spanEntries = { start: offset, end: offset };
export const textEntries = {
  ...spanEntries,
  text: v.pipe(v.string(), v.description('The verbatim slice.')),
};

export const SpanSchema = v.pipe(
  v.object(spanEntries),
  v.description('Half-open, in offsetUnit, into the text as it was sent.'),
);

export const TextSpanSchema = v.pipe(
  v.object(textEntries),
  v.description('A span with the text it covers.'),
);

export const EvidenceSchema = v.pipe(
  v.object({
    rule: v.pipe(v.string(), v.description('Id of a rule, or name of a feature.')),
    weight: v.pipe(v.number(), v.description('In log-odds against the runner-up.')),
  }),
  v.description('One reason for a decision.'),
);

const evidence = v.exactOptional(
  v.pipe(v.array(EvidenceSchema), v.description('With explain: the strongest reasons first.')),
);

export const RunnerUpSchema = v.pipe(
  v.object({
    label,
    kind,
    confidence: v.pipe(probability, v.description('Probability of the label.')),
  }),
  v.description('With explain: the next best label, and the likeliest of its kinds.'),
);

export const SegmentSchema = v.pipe(
  v.object({
    ...textEntries,
    label,
    kind,
    confidence: v.pipe(probability, v.description('Probability that the label is right.')),
    article,
    evidence,
    runnerUp: v.exactOptional(RunnerUpSchema),
  }),
  v.description('A maximal run of one kind in one article. Segments tile the text.'),
);

export const AuthorSchema = v.pipe(
  v.object({
    name: v.string(),
    span: v.pipe(
      v.nullable(TextSpanSchema),
      v.description('Where a byline has the name; null where the text does not.'),
    ),
  }),
  v.description('Who wrote a story.'),
);

export const ArticleSchema = v.pipe(
  v.object({
    id: v.string(),
    ...spanEntries,
    headline: v.nullable(TextSpanSchema),
    title: v.pipe(
      v.nullable(v.string()),
      v.description('What the page calls the story, or else its headline.'),
    ),
    authors: v.pipe(
      v.array(AuthorSchema),
      v.description('From the page’s own data or the byline; empty where nobody is named.'),
    ),
    published: v.pipe(
      v.nullable(v.string()),
      v.description(
        'When it appeared (ISO 8601): a date, or a date and time where its offset from UTC is told. Null where not told.',
      ),
    ),
    updated: v.pipe(v.nullable(v.string()), v.description('When it was changed, likewise.')),
    site: v.pipe(v.nullable(v.string()), v.description('The site or feed, as it calls itself.')),
    section: v.pipe(v.nullable(v.string()), v.description('The section, as the page names it.')),
  }),
  v.description('A story, from its headline to its last body segment.'),
);

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

/** How the text that was sent was made, as far as it shows. */
export const InputSchema = v.pipe(
  v.object({
    format: v.pipe(
      v.picklist([
        'plain',
        'markdown',
        'html',
        'nitf',
        'newsml-g2',
        'ninjs',
        'rss',
        'atom',
        'mail',
      ]),
      v.description(
        'What the text was read as; plain text is read as Markdown where it clearly is.',
      ),
    ),
    wrapped: v.pipe(
      v.nullable(offset),
      v.description(
        'The width in columns at which its lines are wrapped, or null: lines are paragraphs.',
      ),
    ),
  }),
  v.description('How the text was read.'),
);

export const LanguageSupportSchema = v.picklist(['full', 'basic', 'shape']);

export const WARNING_CODES = [
  'no-text',
  'markup-in-text',
  'json-in-text',
  'binary',
  'wrong-charset',
  'other-language',
  'unknown-language',
] as const;

export const WarningSchema = v.pipe(
  v.object({
    code: v.pipe(v.picklist(WARNING_CODES), v.description('Stable; compare this.')),
    detail: v.pipe(v.string(), v.description('For people: what was seen, and what to send.')),
  }),
  v.description('Something about the input that makes the answer worse than it could be.'),
);

/** What an answer begins with. */
export const headEntries = {
  id: v.exactOptional(v.pipe(v.string(), v.description('As it was sent.'))),
  language: v.pipe(
    v.string(),
    v.description('BCP-47 tag of the main story; und where it is not known.'),
  ),
  languageSupport: v.pipe(
    LanguageSupportSchema,
    v.description(
      'How well the program knows the language. full: fitted to it and measured in it; basic: it has rules of the language; shape: it has none, so the look of the lines decides, and no quotes are found.',
    ),
  ),
  warnings: v.pipe(
    v.array(WarningSchema),
    v.description('What a person would want to be told of the request; none is the common case.'),
  ),
  offsetUnit: OffsetUnitSchema,
  length: v.pipe(offset, v.description('Of the text, in offsetUnit.')),
  engine: v.pipe(v.string(), v.description('Version of the program.')),
  rulesVersion: v.pipe(
    v.string(),
    v.description('Changes when, and only when, the bundled rules or weights change.'),
  ),
  text: v.exactOptional(
    v.pipe(
      v.string(),
      v.description('Only for a page or a news document: the text that the offsets point into.'),
    ),
  ),
};

export const AnalysisSchema = v.pipe(
  v.object({
    ...headEntries,
    input: InputSchema,
    segments: v.exactOptional(v.array(SegmentSchema)),
    articles: v.exactOptional(
      v.pipe(v.array(ArticleSchema), v.description('In order; never overlapping.')),
    ),
    quotes: v.exactOptional(v.array(QuoteSchema)),
    speakers: v.exactOptional(v.array(SpeakerSchema)),
  }),
  v.description('Segments, stories, quotes and speakers; include says which of them.'),
);
