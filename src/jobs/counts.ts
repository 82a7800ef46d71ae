/**
 * How many pages a job has, and how many of them are finished: counted from what lies in the bucket, so that no crash and no delivery too
 * many can make the counts wrong.
 *
 * A job of a million pages has a thousand listings, so what cannot change any more is remembered: that all pages up to a number are there,
 * and that all up to another one are finished. Only what follows is listed.
 * @module
 */
import type { Bucket } from './bindings.ts';
import { countsKey, type RunName } from './keys.ts';
import { foundFrom } from './list.ts';

/** What stays true. */
export interface Known {
  /** Pages 1 to this one are there. */
  readonly pages: number;
  /** Pages 1 to this one are finished, all of them longer ago than the speed is measured over. */
  readonly finished: number;
  /** Those of them that failed. */
  readonly failed: number;
}

export interface Counts {
  readonly in: number;
  readonly done: number;
  readonly failed: number;
  /** Finished pages a second, over the last minute. */
  readonly perSecond: number;
  /** The first number without a page. */
  readonly next: number;
  readonly known: Known;
}

const NOTHING: Known = { pages: 0, finished: 0, failed: 0 };

/** The time that the speed is measured over. */
const SPEED_MS = 60_000;

/** A shorter way is not worth remembering on every question; the sweep remembers any. */
export const WORTH_KEEPING = 1000;

/**
 * @param created when the job was made, and `now`, in milliseconds
 * @param worth what has to be new for it to be remembered
 */
export async function countPages(
  bucket: Bucket,
  run: RunName,
  created: number,
  now: number,
  worth: number,
): Promise<Counts> {
  const before = await readKnown(bucket, run);
  const pages = await countIn(bucket, run, before.pages);
  const outcomes = await countOutcomes(bucket, run, before, now - SPEED_MS);
  const known = { ...outcomes.known, pages: pages.unbroken };
  const isWorth = (name: keyof Known): boolean => known[name] - before[name] >= worth;
  if (isWorth('pages') || isWorth('finished')) await keep(bucket, run, known);
  const seconds = Math.min(SPEED_MS, Math.max(1000, now - created)) / 1000;
  return {
    in: pages.total,
    done: outcomes.total - outcomes.failed,
    failed: outcomes.failed,
    perSecond: Math.round((outcomes.recent / seconds) * 10) / 10,
    next: pages.unbroken + 1,
    known,
  };
}

async function readKnown(bucket: Bucket, run: RunName): Promise<Known> {
  const kept = await bucket.get(countsKey(run));
  return kept === null ? NOTHING : (JSON.parse(await kept.text()) as Known);
}

async function keep(bucket: Bucket, run: RunName, known: Known): Promise<void> {
  // The bucket takes one write a second for a name. What is lost here is counted again next time.
  await bucket.put(countsKey(run), JSON.stringify(known)).catch(() => undefined);
}

async function countIn(
  bucket: Bucket,
  run: RunName,
  known: number,
): Promise<{ readonly total: number; readonly unbroken: number }> {
  let total = known;
  let unbroken = known;
  for await (const { number } of foundFrom(bucket, run, 'pages', known + 1)) {
    total++;
    if (number === unbroken + 1) unbroken = number;
  }
  return { total, unbroken };
}

interface Outcomes {
  readonly total: number;
  readonly failed: number;
  /** Written since. */
  readonly recent: number;
  readonly known: Omit<Known, 'pages'>;
}

async function countOutcomes(
  bucket: Bucket,
  run: RunName,
  before: Known,
  since: number,
): Promise<Outcomes> {
  let { finished, failed: failedBefore } = before;
  let total = finished;
  let failed = failedBefore;
  let recent = 0;
  for await (const one of foundFrom(bucket, run, 'results', finished + 1)) {
    const hasFailed = one.size === 0;
    total++;
    if (hasFailed) failed++;
    if (one.uploaded.getTime() >= since) recent++;
    // The first one that is recent ends what is known: nothing of the last minute may be left out of the speed.
    else if (one.number === finished + 1) {
      finished = one.number;
      if (hasFailed) failedBefore++;
    }
  }
  return { total, failed, recent, known: { finished, failed: failedBefore } };
}
