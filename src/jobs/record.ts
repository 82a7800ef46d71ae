/**
 * The record of a job: made once, found by its name, and gone when the job is.
 * @module
 */
import type { AnalyzeOptions } from '../schema/types.ts';
import { IF_NEW, type Bucket } from './bindings.ts';
import { recordKey, type JobName, type RunName } from './keys.ts';

/** Options for all pages of a job. */
export type JobOptions = Omit<AnalyzeOptions, 'id'>;

export interface Job extends RunName {
  /** ISO 8601. */
  readonly created: string;
  readonly options: JobOptions;
}

/** The job is there, with other options. */
export class OptionsConflict extends Error {
  override readonly name = 'OptionsConflict';
}

export async function findJob(bucket: Bucket, { owner, id }: JobName): Promise<Job | null> {
  const record = await bucket.get(recordKey({ owner, id }));
  if (record === null) return null;
  const { run, created, options } = JSON.parse(await record.text()) as Job;
  return { owner, id, run, created, options };
}

/** Whether a run goes on: its job was not removed since. */
export async function isGoingOn(bucket: Bucket, run: RunName): Promise<boolean> {
  return (await findJob(bucket, run))?.run === run.run;
}

/** Makes a job, or finds the one that was made before with the same options. Throws `OptionsConflict`. */
export async function makeJob(
  bucket: Bucket,
  name: JobName,
  options: JobOptions,
): Promise<{ readonly job: Job; readonly isNew: boolean }> {
  const made = {
    run: crypto.randomUUID().replaceAll('-', ''),
    created: new Date().toISOString(),
    options,
  };
  if ((await bucket.put(recordKey(name), JSON.stringify(made), IF_NEW)) !== null)
    return { job: { ...name, ...made }, isNew: true };
  const job = await findJob(bucket, name);
  // Removed in between.
  if (job === null) return makeJob(bucket, name, options);
  if (JSON.stringify(job.options) !== JSON.stringify(options)) throw new OptionsConflict();
  return { job, isNew: false };
}
