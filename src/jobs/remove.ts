/**
 * The end of a job: its record goes first, which stops it, and then everything else.
 * @module
 */
import type { Bucket } from './bindings.ts';
import { folderOf, recordKey, type RunName } from './keys.ts';

/** Listings of a thousand objects that are removed in one go; the sweep removes what is left. More would take minutes. */
const MOST_ROUNDS = 200;

/** Answers whether nothing is left of the job. */
export async function removeJob(bucket: Bucket, job: RunName): Promise<boolean> {
  await bucket.delete([recordKey(job)]);
  return removeFolder(bucket, folderOf(job));
}

/** Removes what lies in the folder of a run. Answers whether that was all. */
export async function removeFolder(bucket: Bucket, folder: string): Promise<boolean> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { objects, truncated } = await bucket.list({ prefix: folder });
    if (objects.length > 0) await bucket.delete(objects.map(({ key }) => key));
    if (!truncated) return true;
  }
  return false;
}
