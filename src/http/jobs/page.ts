/**
 * A page of a job analysed: a request as a line of a batch has it, with the options of the job around it.
 * @module
 */
import * as v from 'valibot';
import type { Analyst } from '../../jobs/consume.ts';
import type { JobOptions } from '../../jobs/record.ts';
import type { JobError, JobResult } from '../../schema/job.ts';
import { optionEntries } from '../../schema/options.ts';
import type { Analysis } from '../../schema/types.ts';
import { fingerprintOf, writeFingerprint } from '../../verify/fingerprint.ts';
import { answer, askedAlone } from '../analyze.ts';
import type { Service } from '../env.ts';
import { decodeUtf8, parseJson } from '../intake.ts';
import type { Limits } from '../limits.ts';
import { Problem, problemDetails } from '../problems.ts';
import { inputEntries } from '../source.ts';
import { idIn, isObject, requestObject, validate } from '../validate.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const MOST_DATE = 64;
const DATE = `must be a string of at most ${MOST_DATE} characters`;

const publishedEntries = {
  published: v.exactOptional(
    v.nullable(
      v.pipe(
        v.string(DATE),
        v.maxLength(MOST_DATE, DATE),
        v.description('When the page was published, if that is known. Handed back.'),
      ),
    ),
  ),
};

/** A line of a job: a request to analyze, with a date. */
export const JobPageSchema = requestObject({
  ...inputEntries,
  ...optionEntries,
  ...publishedEntries,
});

const PublishedSchema = requestObject(publishedEntries);

/** The analysis of this program, for the consumer of the queue. */
export function analystOf(service: Service, limits: Limits): Analyst {
  return {
    analyze(number, page, options) {
      let sent: unknown;
      try {
        sent = parseJson(decodeUtf8(page, 'line'), 'line');
        return { result: JSON.stringify(resultOf(number, sent, options, service, limits)) };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { error: errorLine(number, error, sent) };
      }
    },
    gaveUp: (number, page) => errorLine(number, failed(), page === null ? null : parsed(page)),
  };
}

/** Throws a `Problem` where the page is to blame. */
function resultOf(
  page: number,
  sent: unknown,
  options: JobOptions,
  service: Service,
  limits: Limits,
): JobResult {
  const { published = null, ...request } = isObject(sent) ? sent : {};
  const date = validate(PublishedSchema, { published }).published ?? null;
  const asked = askedAlone(isObject(sent) ? { ...options, ...request } : sent, service, limits);
  const { quotes, ...analysis } = answer(service, asked);
  return {
    page,
    ...analysis,
    ...(quotes === undefined ? {} : { quotes: quotes.map(withFingerprint) }),
    url: asked.options.url ?? null,
    published: date,
  };
}

function withFingerprint(quote: NonNullable<Analysis['quotes']>[number]) {
  const content = quote.content.map(({ text }) => text).join(' ');
  return { ...quote, fingerprint: writeFingerprint(fingerprintOf(content)) };
}

function parsed(page: Bytes): unknown {
  try {
    return parseJson(decodeUtf8(page));
  } catch {
    return null;
  }
}

/** What the errors have for a page. Nothing of it is repeated but its id. */
export function errorLine(page: number, problem: Problem, sent: unknown = null): string {
  const { requestId: _, ...details } = problemDetails(problem, '');
  const line: JobError = {
    page,
    id: idIn(sent) ?? null,
    ...details,
  };
  return JSON.stringify(line);
}

function failed(): Problem {
  return new Problem(
    'internal',
    'The analysis failed each time it was tried. That is a fault of the service, not of the page.',
  );
}
