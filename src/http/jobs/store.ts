/**
 * Which job a request is about, in a deployment that has jobs.
 * @module
 */
import type { Context } from 'hono';
import type { Bucket, Store } from '../../jobs/bindings.ts';
import { JOB_ID, MOST_ID, type JobName } from '../../jobs/keys.ts';
import { findJob, type Job } from '../../jobs/record.ts';
import type { AppEnv, Env } from '../env.ts';
import { ConfigError, wholeNumber } from '../limits.ts';
import { Problem } from '../problems.ts';

const DEFAULT_RETENTION_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Hexadecimal digits of a key's hash that tell its owner from others. */
const OWNER_DIGITS = 16;

/** Where jobs are kept; null in a deployment without. Throws `ConfigError` where half of it is there. */
export function storeIn(env: Env | undefined): Store | null {
  const { JOBS_BUCKET: bucket, JOBS_QUEUE: queue } = env ?? {};
  if (bucket === undefined && queue === undefined) return null;
  if (bucket === undefined) throw new ConfigError('JOBS_BUCKET is not bound, and JOBS_QUEUE is');
  if (queue === undefined) throw new ConfigError('JOBS_QUEUE is not bound, and JOBS_BUCKET is');
  return { bucket, queue };
}

/** Throws 404 in a deployment without jobs. */
export function storeOf(c: Context<AppEnv>): Store {
  const store = storeIn(c.env);
  if (store !== null) return store;
  throw new Problem(
    'not-found',
    'This deployment has no jobs: neither JOBS_BUCKET nor JOBS_QUEUE is bound.',
  );
}

/** How long a job is kept, in milliseconds. Throws `ConfigError`. */
export function retentionOf(env: Env | undefined): number {
  const days = env?.JOB_RETENTION_DAYS;
  return (
    wholeNumber('JOB_RETENTION_DAYS', days, DEFAULT_RETENTION_DAYS, 'a whole number of days') *
    DAY_MS
  );
}

/** The job's name. Each key has jobs of its own; where there are no keys, all clients share them. Throws 422. */
export function nameOf(c: Context<AppEnv>): JobName {
  const id = c.req.param('id') ?? '';
  if (id.length > MOST_ID || !JOB_ID.test(id))
    throw new Problem(
      'invalid-request',
      'The id of a job has 1 to 64 letters of a to z, digits, dots, hyphens and underscores, and begins with a letter or digit.',
    );
  return { owner: c.get('key')?.slice(0, OWNER_DIGITS) ?? 'all', id };
}

/** The job that is asked for. Throws 404 and 422. */
export async function jobOf(c: Context<AppEnv>, bucket: Bucket): Promise<Job> {
  const job = await findJob(bucket, nameOf(c));
  if (job === null) throw new Problem('not-found', 'There is no job of this id. PUT makes one.');
  return job;
}
