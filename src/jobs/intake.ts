/**
 * Pages coming in: each is stored under its number, and its key goes into the queue.
 *
 * A page that is stored already is left alone, so a client may send what it has sent before. Should the program end between storing a page
 * and queueing it, the sweep finds the page.
 * @module
 */
import { IF_NEW, type Store } from './bindings.ts';
import { folderOf, pageKey } from './keys.ts';
import { writeOutcome } from './outcome.ts';
import { MESSAGES, queuePages } from './queue.ts';
import { isGoingOn, type Job } from './record.ts';
import { removeFolder } from './remove.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A page of this number is in the job, with other content. */
export class PageConflict extends Error {
  override readonly name = 'PageConflict';
  readonly page: number;

  constructor(page: number) {
    super(`page ${page} has other content`);
    this.page = page;
  }
}

/** The job was removed while its pages came. */
export class JobRemoved extends Error {
  override readonly name = 'JobRemoved';
}

/** Pages stored at once: a Worker has six connections. */
const AT_ONCE = 6;
/** Bytes of pages held at once, where more than one is held. */
const HELD_BYTES = 8 * 1024 * 1024;

export class Intake {
  readonly #store: Store;
  readonly #job: Job;
  readonly #storing = new Set<Promise<void>>();
  #heldBytes = 0;
  /** Keys of stored pages that are not in the queue. */
  #unsent: string[] = [];
  #fault: unknown;
  /** Of the next page. */
  #number: number;
  #added = 0;

  /** @param from the number of the first page */
  constructor(store: Store, job: Job, from: number) {
    this.#store = store;
    this.#job = job;
    this.#number = from;
  }

  /** The number that the next page gets. */
  get next(): number {
    return this.#number;
  }

  /** How many pages are new. */
  get added(): number {
    return this.#added;
  }

  /** Takes a page, perhaps before those in front of it are stored. Throws `PageConflict`, `JobRemoved`. */
  add(page: Bytes): Promise<void> {
    return this.#take(page.length, (number) => this.#storePage(number, page));
  }

  /** Takes a page that is not to be kept, with the line that the errors get for it. */
  refuse(errorOf: (number: number) => string): Promise<void> {
    return this.#take(0, (number) => this.#storeRefused(number, errorOf(number)));
  }

  /** Waits until all pages are stored and in the queue; to be called also after a fault. Throws what `add` does. */
  async finish(): Promise<void> {
    await Promise.all(this.#storing);
    await this.#send();
    // Only now does nothing more come into the folder.
    if (this.#fault instanceof JobRemoved)
      await removeFolder(this.#store.bucket, folderOf(this.#job));
    if (this.#fault !== undefined) throw this.#fault;
  }

  async #take(bytes: number, store: (number: number) => Promise<void>): Promise<void> {
    while (this.#isFull(bytes)) await Promise.race(this.#storing);
    const number = this.#number++;
    this.#heldBytes += bytes;
    const storing: Promise<void> = store(number)
      .catch((fault: unknown) => {
        this.#fault ??= fault;
      })
      .finally(() => {
        this.#heldBytes -= bytes;
        this.#storing.delete(storing);
      });
    this.#storing.add(storing);
    if (this.#unsent.length >= MESSAGES) await this.#send();
    if (this.#fault !== undefined) throw this.#fault;
  }

  #isFull(bytes: number): boolean {
    const { size } = this.#storing;
    return size >= AT_ONCE || (size > 0 && this.#heldBytes + bytes > HELD_BYTES);
  }

  async #storePage(number: number, page: Bytes): Promise<void> {
    const { bucket } = this.#store;
    const key = pageKey(this.#job, 'pages', number);
    if ((await bucket.put(key, page, IF_NEW)) !== null) {
      this.#added++;
      this.#unsent.push(key);
      return;
    }
    const stored = await bucket.get(key);
    if (stored !== null && !isSame(new Uint8Array(await stored.arrayBuffer()), page))
      throw new PageConflict(number);
  }

  /** The page itself comes last: before that it does not count. */
  async #storeRefused(number: number, error: string): Promise<void> {
    const { bucket } = this.#store;
    const key = pageKey(this.#job, 'pages', number);
    const stored = await bucket.head(key);
    if (stored !== null) {
      if (stored.size > 0) throw new PageConflict(number);
      return;
    }
    await writeOutcome(bucket, { ...this.#job, number }, { error });
    if ((await bucket.put(key, '', IF_NEW)) !== null) this.#added++;
  }

  async #send(): Promise<void> {
    const { bucket, queue } = this.#store;
    const keys = this.#unsent;
    if (keys.length === 0) return;
    this.#unsent = [];
    if (!(await isGoingOn(bucket, this.#job))) {
      this.#fault = new JobRemoved();
      return;
    }
    await queuePages(queue, keys);
  }
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}
