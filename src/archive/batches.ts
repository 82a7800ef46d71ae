/**
 * Pages that have been analysed, on their way into the files: a batch at a time, in order. Threads make the row groups of Parquet, so a few
 * batches may wait for theirs while the next one fills up.
 * @module
 */
import { partOf, type LineFormat, type Lines } from './formats.ts';
import type { Entry, Journal } from './journal.ts';
import type { Failure, Output, TableLines } from './output.ts';
import type { Pool } from './pool.ts';
import { TABLE_NAMES } from './tables.ts';
import type { Groups, PageDone } from './work.ts';

/** What the pages of a batch may weigh together: so much is held. */
const MOST_WEIGHT = 16_000_000;

/** Where a page came from: the file and its number from 0, and the number of the page in it, from 1. */
export interface Origin {
  readonly path: string;
  readonly file: number;
  readonly record: number;
}

/** A batch without its row groups. */
interface Sealed {
  readonly done: readonly PageDone[];
  readonly failures: readonly Failure[];
  readonly place: Omit<Entry, 'sizes' | 'groups'>;
}

export class Batches {
  readonly #output: Output;
  readonly #journal: Journal;
  readonly #pool: Pool;
  readonly #most: number;
  readonly #onWritten: () => void;
  #done: PageDone[] = [];
  #failures: Failure[] = [];
  #weight = 0;
  #place: Sealed['place'];
  #unwritten = 0;
  /** Of the last batch. */
  #written: Promise<void> = Promise.resolve();
  #fault: unknown;

  /**
   * @param most pages of a batch
   * @param onWritten told when a batch lies in the files, or could not be written
   */
  constructor(output: Output, journal: Journal, pool: Pool, most: number, onWritten: () => void) {
    this.#output = output;
    this.#journal = journal;
    this.#pool = pool;
    this.#most = most;
    this.#onWritten = onWritten;
    const { pages, errors, file, record } = journal.last;
    this.#place = { pages, errors, file, record };
  }

  /** Pages that failed, of all. */
  get errors(): number {
    return this.#place.errors;
  }

  /** Batches that do not lie in the files yet. @throws what went wrong while one was written: a disk that is full, or a MemoryError */
  get unwritten(): number {
    if (this.#fault !== undefined) throw this.#fault;
    return this.#unwritten;
  }

  /** Adds the page that comes next. */
  add(done: PageDone, { path, file, record }: Origin): void {
    const { pageId, error, weight } = done;
    if (error === undefined) this.#done.push(done);
    else this.#failures.push({ page_id: pageId, file: path, record, reason: error });
    const errors = this.#place.errors + (error === undefined ? 0 : 1);
    this.#place = { pages: pageId, errors, file, record };
    this.#weight += weight;
    const count = this.#done.length + this.#failures.length;
    if (count >= this.#most || this.#weight >= MOST_WEIGHT) this.seal();
  }

  /** Ends a batch, if it has pages. */
  seal(): void {
    if (this.#done.length + this.#failures.length === 0) return;
    const sealed = { done: this.#done, failures: this.#failures, place: this.#place };
    this.#done = [];
    this.#failures = [];
    this.#weight = 0;
    this.#unwritten++;
    const packs = sealed.done.flatMap(({ pack }) => pack ?? []);
    const groups = packs.length === 0 ? Promise.resolve({}) : this.#pool.groupsOf(packs);
    // It is waited for below, but other batches come first.
    groups.catch(() => undefined);
    this.#written = this.#written.then(async () => {
      try {
        // Behind a batch that is missing nothing may follow.
        if (this.#fault === undefined) await this.#write(sealed, await groups);
      } catch (error) {
        this.#fault = error;
      }
      this.#unwritten--;
      this.#onWritten();
    });
  }

  /** The batch lies in the files before the journal says so. */
  async #write({ done, failures, place }: Sealed, groups: Groups): Promise<void> {
    const lines: Partial<Record<LineFormat, TableLines>> = {};
    for (const format of ['ndjson', 'csv'] as const) {
      const all = done.flatMap((page) => page.lines[format] ?? []);
      if (all.length > 0) lines[format] = tablesOf(all);
    }
    const placed = await this.#output.add({ lines, groups, failures });
    this.#journal.add({ ...place, sizes: this.#output.sizes, groups: placed });
  }
}

/** The lines of each table, those of all pages in one piece. */
function tablesOf(pages: readonly Lines[]): TableLines {
  return Object.fromEntries(
    TABLE_NAMES.map((table) => [table, Buffer.concat(pages.map((page) => partOf(page, table)))]),
  ) as unknown as TableLines;
}
