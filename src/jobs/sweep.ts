/**
 * What is done every few minutes: jobs that are too old are removed, pages that the queue has lost are queued again, and what is left of
 * removed jobs is cleared up.
 * @module
 */
import type { Bucket, Store } from './bindings.ts';
import { countPages, type Known } from './counts.ts';
import { ALL_JOBS, ALL_RUNS, folderOf, jobOfRecord, pageKey, queuedAgainKey } from './keys.ts';
import { foldersIn, foundFrom, objectsOf } from './list.ts';
import { queuePages } from './queue.ts';
import { findJob, type Job } from './record.ts';
import { removeFolder, removeJob } from './remove.ts';

/** What a sweep has done, for the log. */
export interface Swept {
  jobs: number;
  removed: number;
  queuedAgain: number;
  /** Folders of removed jobs that were not empty. */
  cleared: number;
  /** The last fault. One job's never keeps the sweep from the others. */
  fault?: Error;
}

/** Pages queued again in one go; the next sweep goes on. */
const MOST_AGAIN = 10_000;

/** A page that came so lately may be on its way into the queue, or out of it. */
const ON_ITS_WAY_MS = 10_000;

export async function sweep(store: Store, retentionMs: number, now: number): Promise<Swept> {
  const { bucket } = store;
  const swept: Swept = { jobs: 0, removed: 0, queuedAgain: 0, cleared: 0 };
  const attempt = async (what: () => Promise<void>): Promise<void> => {
    try {
      await what();
    } catch (error) {
      swept.fault = error as Error;
    }
  };
  // Folders first: a job whose folder is seen here has a record already, unless it was removed.
  const folders = await foldersIn(bucket, ALL_RUNS);
  const alive = new Set<string>();
  for (const job of await jobsIn(bucket)) {
    swept.jobs++;
    alive.add(folderOf(job));
    await attempt(async () => {
      if (now - Date.parse(job.created) > retentionMs) {
        await removeJob(bucket, job);
        swept.removed++;
      } else swept.queuedAgain += await queueAgain(store, job, now, MOST_AGAIN - swept.queuedAgain);
    });
  }
  for (const folder of folders) {
    if (alive.has(folder)) continue;
    await attempt(async () => {
      await removeFolder(bucket, folder);
      swept.cleared++;
    });
  }
  return swept;
}

async function jobsIn(bucket: Bucket): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for await (const { key } of objectsOf(bucket, ALL_JOBS)) {
    const name = jobOfRecord(key);
    const job = name === null ? null : await findJob(bucket, name);
    if (job !== null) jobs.push(job);
  }
  return jobs;
}

/** Queues the pages of a job that have no outcome and are in the queue no longer. Answers how many. */
async function queueAgain(store: Store, job: Job, now: number, most: number): Promise<number> {
  const { bucket, queue } = store;
  const counts = await countPages(bucket, job, Date.parse(job.created), now, 1);
  if (counts.in === counts.done + counts.failed || most <= 0) return 0;
  const before = await oldestInQueue(store, now);
  const last = await bucket.head(queuedAgainKey(job));
  if (last !== null && last.uploaded.getTime() >= before) return 0;
  const lost = await lostPages(bucket, job, counts.known, before, most);
  if (lost.length === 0) return 0;
  const keys = lost.map((number) => pageKey(job, 'pages', number));
  await queuePages(queue, keys, true);
  // Behind the messages: as long as one of them is in the queue, the oldest there is older than this.
  await bucket.put(queuedAgainKey(job), '');
  return lost.length;
}

/** What was queued before this time, in milliseconds, is in the queue no longer. */
async function oldestInQueue({ queue }: Store, now: number): Promise<number> {
  const { backlogCount, oldestMessageTimestamp } = await queue.metrics();
  const latest = now - ON_ITS_WAY_MS;
  if (backlogCount === 0) return latest;
  return Math.min(latest, oldestMessageTimestamp?.getTime() ?? 0);
}

/** The numbers of pages that came before a time and have no outcome. */
async function lostPages(
  bucket: Bucket,
  job: Job,
  { finished }: Known,
  before: number,
  most: number,
): Promise<readonly number[]> {
  const outcomes = foundFrom(bucket, job, 'results', finished + 1);
  let outcome = await outcomes.next();
  const lost: number[] = [];
  // Both lists are in the order of the pages.
  for await (const { number, uploaded } of foundFrom(bucket, job, 'pages', finished + 1)) {
    while (outcome.done !== true && outcome.value.number < number) outcome = await outcomes.next();
    const isFinished = outcome.done !== true && outcome.value.number === number;
    if (!isFinished && uploaded.getTime() < before) lost.push(number);
    if (lost.length >= most) break;
  }
  return lost;
}
