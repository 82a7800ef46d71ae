/**
 * `GET /v1/jobs/{id}/results` and `…/errors`: what became of the pages, streamed in their order.
 * @module
 */
import type { Context } from 'hono';
import * as v from 'valibot';
import { jobCsvHeader, jobCsvRows } from '../../jobs/csv.ts';
import { errorsOf, resultsOf } from '../../jobs/results.ts';
import { FORMATS } from '../../formats/formats.ts';
import type { JobResult } from '../../schema/job.ts';
import type { AppEnv } from '../env.ts';
import { negotiateTypes } from '../negotiate.ts';
import { queryOptions } from '../query.ts';
import { asLines, streamOf } from '../streams.ts';
import { requestObject, validate } from '../validate.ts';
import { fromEntry } from './pages.ts';
import { jobOf, storeOf } from './store.ts';

const NDJSON = 'application/x-ndjson';

/** Formats of the results, by name. */
export const RESULT_FORMATS = new Map([
  ['ndjson', NDJSON],
  ['csv', FORMATS.csv.type],
] as const);

const LIMIT = 'must be a whole number above 0';
const limit = v.exactOptional(
  v.pipe(
    v.number(LIMIT),
    v.integer(LIMIT),
    v.minValue(1, LIMIT),
    v.description('The most lines; all if absent.'),
  ),
);

export const ErrorsQuerySchema = requestObject({ from: fromEntry, limit });

export const ResultsQuerySchema = requestObject({
  from: fromEntry,
  limit,
  format: v.exactOptional(
    v.pipe(v.string('must be a string'), v.description('ndjson or csv; else Accept decides.')),
  ),
});

export async function sendResults(c: Context<AppEnv>): Promise<Response> {
  const { bucket } = storeOf(c);
  const query = queryOptions(new URL(c.req.url).searchParams);
  const asked = validate(ResultsQuerySchema, query.values, query.errors);
  const format = negotiateTypes(asked.format, c.req.header('accept'), RESULT_FORMATS);
  const job = await jobOf(c, bucket);
  const lines = upTo(asked.limit, resultsOf(bucket, job, asked.from));
  const type = RESULT_FORMATS.get(format) as string;
  const headers = { 'content-type': type, vary: 'Accept' };
  return new Response(streamOf(format === 'csv' ? asCsv(lines) : asLines(lines)), { headers });
}

export async function sendErrors(c: Context<AppEnv>): Promise<Response> {
  const { bucket } = storeOf(c);
  const query = queryOptions(new URL(c.req.url).searchParams);
  const asked = validate(ErrorsQuerySchema, query.values, query.errors);
  const job = await jobOf(c, bucket);
  const lines = upTo(asked.limit, errorsOf(bucket, job, asked.from));
  return new Response(streamOf(asLines(lines)), { headers: { 'content-type': NDJSON } });
}

async function* upTo(
  most: number | undefined,
  lines: AsyncGenerator<string, void>,
): AsyncGenerator<string, void> {
  let left = most ?? Infinity;
  for await (const line of lines) {
    yield line;
    if (--left <= 0) return;
  }
}
async function* asCsv(lines: AsyncIterable<string>): AsyncGenerator<string, void> {
  yield jobCsvHeader();
  for await (const line of lines) {
    const rows = jobCsvRows(JSON.parse(line) as JobResult);
    if (rows !== '') yield rows;
  }
}
