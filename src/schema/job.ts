/**
 * Jobs: what they are, and the lines of their results and errors.
 * @module
 */
import * as v from 'valibot';
import { AnalysisSchema } from './analysis.ts';
import { optionEntries } from './options.ts';
import { problemEntries } from './problem.ts';
import { QuoteSchema } from './quote.ts';
import type { DeepReadonly } from './types.ts';

const { id: _, format: __, ...forAllPages } = optionEntries;

/** The options that a job has for all of its pages. */
export const jobOptionEntries = forAllPages;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const page = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.description('The number of the page in the job, from 1.'),
);

export const JobSchema = v.pipe(
  v.object({
    id: v.string(),
    created: v.pipe(v.string(), v.description('ISO 8601.')),
    expires: v.pipe(
      v.string(),
      v.description('When everything that is stored of the job is removed.'),
    ),
    options: v.pipe(v.object(jobOptionEntries), v.description('As they were sent.')),
    in: v.pipe(count, v.description('Pages that have come.')),
    done: v.pipe(count, v.description('Pages that have a result.')),
    failed: v.pipe(count, v.description('Pages that have an error.')),
    waiting: v.pipe(count, v.description('Pages that have neither yet.')),
    perSecond: v.pipe(
      v.number(),
      v.minValue(0),
      v.description('Pages finished a second, over the last minute.'),
    ),
    next: v.pipe(
      page,
      v.description('The first number that has no page: where sending goes on, as ?from=.'),
    ),
  }),
  v.description('A job and how far it has come.'),
);

export const TakenSchema = v.pipe(
  v.object({
    from: v.pipe(page, v.description('The number of the first page of the request.')),
    pages: v.pipe(count, v.description('Pages in the request.')),
    added: v.pipe(count, v.description('Those of them that were not in the job already.')),
    next: v.pipe(page, v.description('The number behind the last one.')),
  }),
  v.description('What became of the pages of a request. All of them are stored.'),
);

const fingerprint = v.pipe(
  v.string(),
  v.description(
    'By which the same words are found in other pages: eight hexadecimal digits for each run of three words, at most 24.',
  ),
);

export const JobQuoteSchema = v.pipe(
  v.object({ ...QuoteSchema.entries, fingerprint }),
  v.description('A quote as in an analysis, with its fingerprint.'),
);

export const JobResultSchema = v.pipe(
  v.object({
    page,
    ...AnalysisSchema.entries,
    quotes: v.exactOptional(v.array(JobQuoteSchema)),
    url: v.pipe(v.nullable(v.string()), v.description('As it was sent.')),
    published: v.pipe(v.nullable(v.string()), v.description('As it was sent.')),
  }),
  v.description('What /v1/analyze answers to a page, with its number.'),
);

const { requestId: ___, ...problemOfPage } = problemEntries;

export const JobErrorSchema = v.pipe(
  v.object({
    page,
    id: v.pipe(v.nullable(v.string()), v.description('The id that the page was sent with.')),
    ...problemOfPage,
  }),
  v.description('Why a page has no result.'),
);

export type JobData = v.InferOutput<typeof JobSchema>;
export type Taken = DeepReadonly<v.InferOutput<typeof TakenSchema>>;
export type JobResult = DeepReadonly<v.InferOutput<typeof JobResultSchema>>;
export type JobError = DeepReadonly<v.InferOutput<typeof JobErrorSchema>>;
