/**
 * The answer of an analysis, its segments and its stories. Types come from here and from the files beside it (`src/schema/types.ts`), and
 * so does its part of openapi.json; the Worker itself never runs these schemas.
 * @module
 */
import * as v from 'valibot';
import { QuoteSchema, SpeakerSchema } from './quote.ts';
import {
  article,
  evidence,
  kind,
  label,
  offset,
  OffsetUnitSchema,
  probability,
  spanEntries,
  textEntries,
  TextSpanSchema,
} from './span.ts';

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
      'How well the program knows the language. full: fitted to it and measured in it; basic: it has rules of the language; shape: it has none, so the look of the lines decides, and only words in marks are found as quotes.',
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
