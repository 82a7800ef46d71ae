/**
 * What the objects of the bucket are called.
 *
 * ```
 * jobs/OWNER/ID                         the job: when it was made, its options, and the name of its run
 * data/OWNER~ID~RUN/pages/000000001     a page as it was sent; empty if it was too long to be kept
 * data/OWNER~ID~RUN/results/000000001   its answer; empty if it has none
 * data/OWNER~ID~RUN/errors/000000001    why it has none
 * data/OWNER~ID~RUN/tries/000000001     how often its analysis was begun, where that may be more than once
 * data/OWNER~ID~RUN/counts              what is known of the pages at the beginning, so that nobody counts them again
 * data/OWNER~ID~RUN/queued-again        since when its lost pages are in the queue again
 * ```
 *
 * A run is what lies between creating a job and removing it. It has a name of its own, so that what is late (a message, a result) never
 * gets into another job of the same id. Numbers have leading zeros, so that the bucket lists pages in their order.
 * @module
 */

/** A job as its owner calls it. Two owners may give the same id. */
export interface JobName {
  readonly owner: string;
  readonly id: string;
}

export interface RunName extends JobName {
  readonly run: string;
}

/** A page, by its number from 1. */
export interface PageName extends RunName {
  readonly number: number;
}

export type PageObject = 'pages' | 'results' | 'errors' | 'tries';

const DIGITS = 9;

/** The most pages that a job may have. */
export const MOST_PAGES = 10 ** DIGITS - 1;

/** Ids that stand in keys as they are, if they are not longer than {@link MOST_ID}. */
export const JOB_ID = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
export const MOST_ID = 64;

export const ALL_JOBS = 'jobs/';
export const ALL_RUNS = 'data/';

export function recordKey({ owner, id }: JobName): string {
  return `${ALL_JOBS}${owner}/${id}`;
}

/** The job of a record; null for a key that is none. */
export function jobOfRecord(key: string): JobName | null {
  const [, owner, id] = /^jobs\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
  return owner === undefined || id === undefined ? null : { owner, id };
}

/** What the keys of a run begin with. */
export function folderOf({ owner, id, run }: RunName): string {
  return `${ALL_RUNS}${owner}~${id}~${run}/`;
}

export function countsKey(run: RunName): string {
  return `${folderOf(run)}counts`;
}

export function queuedAgainKey(run: RunName): string {
  return `${folderOf(run)}queued-again`;
}

/** What the keys of all objects of a kind begin with. */
export function kindOf(run: RunName, kind: PageObject): string {
  return `${folderOf(run)}${kind}/`;
}

/** Number 0 is in front of all pages. */
export function pageKey(run: RunName, kind: PageObject, number: number): string {
  return kindOf(run, kind) + String(number).padStart(DIGITS, '0');
}

/** The number at the end of a page's key. */
export function numberOf(key: string): number {
  return Number(key.slice(-DIGITS));
}

/** The page behind the key of what was sent; null for a key that is none. */
export function pageOf(key: string): PageName | null {
  const [, owner, id, run, number] =
    /^data\/([^~]+)~([^~]+)~([^~/]+)\/pages\/(\d{9})$/.exec(key) ?? [];
  if (owner === undefined || id === undefined || run === undefined) return null;
  return { owner, id, run, number: Number(number) };
}
