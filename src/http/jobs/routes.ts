/**
 * `/v1/jobs`: archives that outgrow a request. Pages come in one way and results go out the other; the analysis happens in between, by
 * the queue.
 * @module
 */
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { countPages, WORTH_KEEPING } from '../../jobs/counts.ts';
import { makeJob, OptionsConflict, type Job, type JobOptions } from '../../jobs/record.ts';
import { removeJob } from '../../jobs/remove.ts';
import type { Bucket } from '../../jobs/bindings.ts';
import { jobOptionEntries, type JobData } from '../../schema/job.ts';
import { readBody } from '../body.ts';
import type { AppEnv } from '../env.ts';
import { contentType, decodeUtf8, isUtf8, parseJson } from '../intake.ts';
import { limitsOf } from '../limits.ts';
import { Problem } from '../problems.ts';
import { queryOptions } from '../query.ts';
import { requestObject, validate } from '../validate.ts';
import { takePages } from './pages.ts';
import { sendErrors, sendResults } from './results.ts';
import { jobOf, nameOf, retentionOf, storeOf } from './store.ts';

/** The body that makes a job: options for all of its pages. */
export const JobOptionsSchema = requestObject(jobOptionEntries);

const NoOptions = requestObject({});

export function jobsRoute() {
  return new Hono<AppEnv>()
    .put('/v1/jobs/:id', async (c) => {
      const { bucket } = storeOf(c);
      noQuery(c);
      const name = nameOf(c);
      const { job, isNew } = await makeJob(bucket, name, await optionsIn(c)).catch(explain);
      return c.json(await told(c, bucket, job), isNew ? 201 : 200);
    })
    .get('/v1/jobs/:id', async (c) => {
      const { bucket } = storeOf(c);
      noQuery(c);
      return c.json(await told(c, bucket, await jobOf(c, bucket)), 200);
    })
    .delete('/v1/jobs/:id', async (c) => {
      const { bucket } = storeOf(c);
      noQuery(c);
      const isAll = await removeJob(bucket, await jobOf(c, bucket));
      return c.body(null, isAll ? 204 : 202);
    })
    .post('/v1/jobs/:id/pages', async (c) => c.json(await takePages(c), 200))
    .get('/v1/jobs/:id/results', sendResults)
    .get('/v1/jobs/:id/errors', sendErrors);
}

function noQuery(c: Context<AppEnv>): void {
  const query = queryOptions(new URL(c.req.url).searchParams);
  validate(NoOptions, query.values, query.errors);
}

/** The options in a body of JSON; none without a body. */
async function optionsIn(c: Context<AppEnv>): Promise<JobOptions> {
  const body = await readBody(c.req.raw, limitsOf(c.env).jsonBytes);
  if (body.length === 0) return {};
  const { type, charset } = contentType(c.req.header('content-type'));
  if (type !== 'application/json' || !isUtf8(charset))
    throw new Problem('unsupported-type', 'This route takes application/json, in UTF-8.', {
      headers: { accept: 'application/json' },
    });
  return validate(JobOptionsSchema, parseJson(decodeUtf8(body)));
}

function explain(error: unknown): never {
  if (!(error instanceof OptionsConflict)) throw error;
  throw new Problem(
    'conflict',
    'The job is there already, with other options. Remove it, or choose another id.',
  );
}

/** A job as clients see it. */
async function told(c: Context<AppEnv>, bucket: Bucket, job: Job): Promise<JobData> {
  const created = Date.parse(job.created);
  const counts = await countPages(bucket, job, created, Date.now(), WORTH_KEEPING);
  const { in: pages, done, failed, perSecond, next } = counts;
  return {
    id: job.id,
    created: job.created,
    expires: new Date(created + retentionOf(c.env)).toISOString(),
    options: job.options as JobData['options'],
    in: pages,
    done,
    failed,
    waiting: pages - done - failed,
    perSecond,
    next,
  };
}
