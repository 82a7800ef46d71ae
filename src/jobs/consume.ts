/**
 * Messages out of the queue: each names a page, which is analysed, and its outcome is written.
 *
 * Nothing is thrown from here: the queue would deliver the whole batch again, also what was acknowledged. A message is acknowledged when
 * its page has an outcome, or is of no job any longer.
 * @module
 */
import type { PageMessage, Store } from './bindings.ts';
import { folderOf, pageKey, pageOf, type PageName } from './keys.ts';
import { isFinished, writeOutcome, type Outcome } from './outcome.ts';
import { findJob, isGoingOn, type Job, type JobOptions } from './record.ts';
import { removeFolder } from './remove.ts';
import { keepTries, MOST_TRIES, triesOf } from './tries.ts';

/** A message as the queue hands it over. */
export interface Delivery {
  readonly body: unknown;
  /** From 1. */
  readonly attempts: number;
  ack(): void;
  retry(): void;
}

/** The analysis behind the jobs. */
export interface Analyst {
  /** The outcome of a page as it was sent; an error where the page is to blame. Throws where it is not. */
  analyze(number: number, page: Uint8Array<ArrayBuffer>, options: JobOptions): Outcome;
  /** The line of a page whose analysis threw every time. */
  gaveUp(number: number, page: Uint8Array<ArrayBuffer> | null): string;
}

/** What became of the messages of a batch, for the log. */
export interface Consumed {
  messages: number;
  /** Pages that have an outcome now. */
  finished: number;
  /** Messages of jobs that were removed, and others that lead nowhere. */
  dropped: number;
  retried: number;
  /** The last fault of ours. */
  fault?: Error;
}

export async function consume(
  deliveries: readonly Delivery[],
  store: Store,
  analyst: Analyst,
): Promise<Consumed> {
  const batch = new Batch(store, analyst);
  // One after the other: an analysis holds the thread, and two large pages at once would not fit in memory.
  for (const delivery of deliveries) await batch.take(delivery);
  await batch.clearUp();
  return batch.consumed;
}

class Batch {
  readonly #store: Store;
  readonly #analyst: Analyst;
  readonly #jobs = new Map<string, Promise<Job | null>>();
  readonly consumed: Consumed = { messages: 0, finished: 0, dropped: 0, retried: 0 };

  constructor(store: Store, analyst: Analyst) {
    this.#store = store;
    this.#analyst = analyst;
  }

  async take(delivery: Delivery): Promise<void> {
    this.consumed.messages++;
    try {
      const became = await this.#handle(delivery);
      this.consumed[became]++;
      if (became === 'retried') delivery.retry();
      else delivery.ack();
    } catch (error) {
      // The bucket did not answer: that is no fault of the page.
      this.consumed.fault = error as Error;
      this.consumed.retried++;
      delivery.retry();
    }
  }

  async #handle({ body, attempts }: Delivery): Promise<'finished' | 'dropped' | 'retried'> {
    const { bucket } = this.#store;
    const message = (body ?? {}) as Partial<PageMessage>;
    const page = pageOf(String(message.page));
    const job = page === null ? null : await this.#jobOf(page);
    if (page === null || job?.run !== page.run) return 'dropped';
    const mayBeSecond = attempts > 1 || message.again === true;
    if (mayBeSecond && (await isFinished(bucket, page))) return 'finished';
    const tries = mayBeSecond ? await triesOf(bucket, page) : 0;
    const stored = await bucket.get(pageKey(page, 'pages', page.number));
    if (stored === null) return 'dropped';
    const bytes = new Uint8Array(await stored.arrayBuffer());
    if (tries >= MOST_TRIES) return this.#giveUp(page, bytes);
    if (mayBeSecond) await keepTries(bucket, page, tries + 1);
    let outcome: Outcome;
    try {
      outcome = this.#analyst.analyze(page.number, bytes, job.options);
    } catch (error) {
      this.consumed.fault = error as Error;
      if (tries + 1 >= MOST_TRIES) return this.#giveUp(page, bytes);
      if (!mayBeSecond) await keepTries(bucket, page, 1);
      return 'retried';
    }
    await writeOutcome(bucket, page, outcome);
    return 'finished';
  }

  async #giveUp(page: PageName, bytes: Uint8Array<ArrayBuffer>): Promise<'finished'> {
    const error = this.#analyst.gaveUp(page.number, bytes);
    await writeOutcome(this.#store.bucket, page, { error });
    return 'finished';
  }

  /** The record of a job, read once a batch. */
  #jobOf(page: PageName): Promise<Job | null> {
    const folder = folderOf(page);
    const known = this.#jobs.get(folder);
    if (known) return known;
    const found = findJob(this.#store.bucket, page);
    this.#jobs.set(folder, found);
    return found;
  }

  /** A job may have been removed meanwhile: then what was written since is removed too. Should this fail, the sweep does it. */
  async clearUp(): Promise<void> {
    const { bucket } = this.#store;
    for (const [folder, found] of this.#jobs) {
      const job = await found.catch(() => null);
      try {
        if (job !== null && folder === folderOf(job) && !(await isGoingOn(bucket, job)))
          await removeFolder(bucket, folder);
      } catch (error) {
        this.consumed.fault = error as Error;
      }
    }
  }
}
