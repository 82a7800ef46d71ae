/**
 * `POST /v1/jobs/{id}/pages`: newline-delimited JSON into a job, stored while it comes.
 * @module
 */
import type { Context } from 'hono';
import * as v from 'valibot';
import { Intake, JobRemoved, PageConflict } from '../../jobs/intake.ts';
import { MOST_PAGES } from '../../jobs/keys.ts';
import type { Taken } from '../../schema/job.ts';
import { batchLimitsOf, checkType } from '../batch.ts';
import { failureOf, openBody, type OpenBody } from '../body.ts';
import type { AppEnv } from '../env.ts';
import { isBlank, linesOf, TooMuch } from '../lines.ts';
import { Problem } from '../problems.ts';
import { queryOptions } from '../query.ts';
import { requestObject, validate } from '../validate.ts';
import { errorLine } from './page.ts';
import { jobOf, storeOf } from './store.ts';

/** Lines that are too long are passed over; so much of all of them. */
const PASSED_OVER_BYTES = 64 * 1024 * 1024;

const FROM = `must be a whole number from 1 to ${MOST_PAGES}`;

export const fromEntry = v.optional(
  v.pipe(
    v.number(FROM),
    v.integer(FROM),
    v.minValue(1, FROM),
    v.maxValue(MOST_PAGES, FROM),
    v.description('The number of the first page, from 1.'),
  ),
  1,
);

export const PagesQuerySchema = requestObject({ from: fromEntry });

/** Takes the pages of a request, and answers when all are stored. */
export async function takePages(c: Context<AppEnv>): Promise<Taken> {
  const store = storeOf(c);
  const limits = batchLimitsOf(c.env);
  const query = queryOptions(new URL(c.req.url).searchParams);
  const { from } = validate(PagesQuerySchema, query.values, query.errors);
  const job = await jobOf(c, store.bucket);
  checkType(c.req.header('content-type'));
  const body = openBody(c.req.raw, limits.bytes);
  const intake = new Intake(store, job, from);
  const problem = await takeLines(body, intake, limits.jsonBytes, limits.bytes);
  // What has come is kept, whatever came behind it.
  const late = await intake.finish().then(() => null, problemOf);
  c.set('sizes', { lines: intake.next - from });
  if (late !== null) throw late;
  if (problem !== null) throw problem;
  return { from, pages: intake.next - from, added: intake.added, next: intake.next };
}

/** Hands every line to the job. Answers what ended it early. */
async function takeLines(
  { stream, letGo }: OpenBody,
  intake: Intake,
  lineBytes: number,
  bytes: number,
): Promise<Problem | null> {
  const reader = stream.getReader();
  try {
    const limits = { lineBytes, bytes, passedOver: PASSED_OVER_BYTES };
    for await (const line of linesOf(reader, limits)) {
      if (line !== null && isBlank(line)) continue;
      if (intake.next > MOST_PAGES)
        throw new Problem('too-large', `A job has at most ${MOST_PAGES} pages.`);
      if (line === null) await intake.refuse((number) => errorLine(number, tooLong(lineBytes)));
      else await intake.add(line);
    }
    return null;
  } catch (error) {
    return error instanceof TooMuch ? tooMuch(bytes, intake.next) : problemOf(error);
  } finally {
    await letGo(reader);
  }
}

/** What a client is told of a fault that ended its request. */
function problemOf(error: unknown): Problem {
  if (error instanceof PageConflict)
    return new Problem(
      'conflict',
      `Page ${error.page} is in the job already, with other content, and stays as it was. ?from= says which number the first page of a request has.`,
    );
  if (error instanceof JobRemoved)
    return new Problem('not-found', 'The job was removed while its pages came.');
  return failureOf(error);
}

function tooLong(most: number): Problem {
  return new Problem(
    'too-large',
    `The page is longer than this service accepts, which is ${most} bytes.`,
  );
}

function tooMuch(most: number, next: number): Problem {
  return new Problem(
    'too-large',
    `The request is larger than this service accepts, which is ${most} bytes. The pages before are in the job; go on with ?from=${next}.`,
  );
}
