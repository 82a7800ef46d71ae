/**
 * A run: pages of all files through the threads, their rows into the files in the order of the pages, a batch at a time. The same inputs and
 * options give the same bytes, whether the run was killed in between or not.
 * @module
 */
import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { ENGINE_VERSION } from '../analyze.ts';
import { bundledVersion } from '../rules/bundled.ts';
import { listFiles, type ArchiveFile } from './files.ts';
import type { ArchiveFormat } from './formats.ts';
import { Journal, type Entry } from './journal.ts';
import { takeLock } from './lock.ts';
import { Output, type Failure } from './output.ts';
import type { PageSettings } from './page.ts';
import { Pool } from './pool.ts';
import { recordsOf, type ArchiveRecord } from './records.ts';
import type { Done } from './worker.ts';

export interface RunSettings extends PageSettings {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly formats: readonly ArchiveFormat[];
  readonly threads: number;
  /** The most pages that are written together: so many are lost when the run is killed. */
  readonly batch: number;
}

export interface State {
  readonly pages: number;
  readonly errors: number;
  /** Pages that earlier runs did. */
  readonly before: number;
  /** Of all files, as they lie there. */
  readonly bytes: number;
  readonly total: number;
}

/** What the pages of a batch may weigh together: so much is held. */
const BATCH_WEIGHT = 16_000_000;
/** Pages a thread may be ahead of the slowest one. */
const AHEAD = 64;

/**
 * Runs, or goes on with a run that was killed.
 * @param onState called with every page
 * @param signal stops it, to be gone on with
 * @throws {FileError | JournalError | LockError}
 */
export async function runArchive(
  settings: RunSettings,
  onState: (state: State) => void,
  signal?: AbortSignal,
): Promise<State> {
  const { inputs, out, formats } = settings;
  const own = resolve(out) + sep;
  const files = (await listFiles(inputs)).filter(({ path }) => !resolve(path).startsWith(own));
  mkdirSync(out, { recursive: true });
  const unlock = takeLock(join(out, 'journal.lock'));
  try {
    const journal = new Journal(join(out, 'journal.ndjson'), identityOf(settings, files));
    const run = new Run(settings, files, journal, onState);
    if (journal.last.done) return run.state;
    const output = new Output(out, formats, journal.last.sizes);
    try {
      await run.go(output, signal);
    } finally {
      output.close();
      journal.close();
    }
    return run.state;
  } finally {
    unlock();
  }
}

function identityOf({ options, text, formats, batch }: RunSettings, files: readonly ArchiveFile[]) {
  const hash = createHash('sha256');
  for (const { path, size } of files) hash.update(`${JSON.stringify([path, size])}\n`);
  return {
    engine: ENGINE_VERSION,
    rulesVersion: bundledVersion,
    settings: JSON.stringify({ options, text, formats, batch }),
    inputs: `${files.length} files ${hash.digest('hex')}`,
  };
}

/** A page on its way: what became of it, once that is known. */
interface Waiting {
  readonly file: number;
  readonly record: number;
  done?: Done;
}

class Run {
  readonly #settings: RunSettings;
  readonly #files: readonly ArchiveFile[];
  readonly #journal: Journal;
  readonly #onState: (state: State) => void;
  readonly #before: number;
  readonly #total: number;
  #bytes: number;
  #errors: number;
  /** The page whose rows come next. */
  #next: number;
  /** From {@link #next} on. */
  readonly #waiting = new Map<number, Waiting>();
  #batch: Done[] = [];
  #failures: Failure[] = [];
  #weight = 0;
  #last: Pick<Entry, 'file' | 'record'>;
  #output!: Output;
  #wake: (() => void) | undefined;
  #fault: unknown;

  constructor(
    settings: RunSettings,
    files: readonly ArchiveFile[],
    journal: Journal,
    onState: (state: State) => void,
  ) {
    this.#settings = settings;
    this.#files = files;
    this.#journal = journal;
    this.#onState = onState;
    const { pages, errors, file, record } = journal.last;
    this.#before = pages;
    this.#errors = errors;
    this.#next = pages + 1;
    this.#last = { file, record };
    const sizes = files.map(({ size }) => size);
    this.#total = sum(sizes);
    this.#bytes = sum(sizes.slice(0, file));
  }

  get state(): State {
    return {
      pages: this.#next - 1,
      errors: this.#errors,
      before: this.#before,
      bytes: this.#bytes,
      total: this.#total,
    };
  }

  async go(output: Output, signal: AbortSignal | undefined): Promise<void> {
    this.#output = output;
    const { threads, options, text, formats } = this.#settings;
    const pool = new Pool(threads, { options, text, formats }, (done) => this.#take(done));
    try {
      await this.#giveAll(pool, threads, signal);
      if (signal?.aborted) return;
      await this.#until(() => this.#waiting.size === 0);
      if (this.#batch.length > 0) this.#commit();
      output.finish((table) => this.#journal.groupsOf(table));
      this.#journal.add({ ...this.#journal.last, groups: {}, sizes: output.sizes, done: true });
    } finally {
      await pool.close();
    }
  }

  async #giveAll(pool: Pool, threads: number, signal: AbortSignal | undefined): Promise<void> {
    const { file: first, record: done } = this.#journal.last;
    let given = this.#next - 1;
    for (let number = first; number < this.#files.length; number++) {
      const file = this.#files[number] as ArchiveFile;
      const skip = number === first ? done : 0;
      for await (const { record, content } of this.#recordsOf(file, skip)) {
        await this.#until(() => given - this.#next < AHEAD * threads);
        if (signal?.aborted) return;
        given++;
        this.#waiting.set(given, { file: number, record });
        await pool.give({ pageId: given, file: file.path, record, content });
      }
    }
  }

  #recordsOf(file: ArchiveFile, skip: number): AsyncIterable<ArchiveRecord> {
    return recordsOf(file, skip, (bytes) => {
      this.#bytes += bytes;
    });
  }

  /** Waits for results until something is so. */
  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
      if (this.#fault !== undefined) throw this.#fault;
    }
  }

  /** A result has come. It goes into the batch when all pages before it have. */
  #take(done: Done): void {
    const page = this.#waiting.get(done.pageId);
    if (page) page.done = done;
    try {
      for (let it = this.#waiting.get(this.#next); it?.done; it = this.#waiting.get(this.#next)) {
        this.#waiting.delete(this.#next);
        this.#put(it, it.done);
      }
    } catch (error) {
      // A disk that is full: told to whoever waits.
      this.#fault = error;
    }
    this.#onState(this.state);
    this.#wake?.();
  }

  #put({ file, record }: Waiting, done: Done): void {
    const { pageId, error, weight } = done;
    if (error === undefined) this.#batch.push(done);
    else {
      const { path } = this.#files[file] as ArchiveFile;
      this.#failures.push({ page_id: pageId, file: path, record, reason: error });
      this.#errors++;
    }
    this.#weight += weight;
    this.#last = { file, record };
    this.#next++;
    const count = this.#batch.length + this.#failures.length;
    if (count >= this.#settings.batch || this.#weight >= BATCH_WEIGHT) this.#commit();
  }

  /** The batch lies in the files before the journal says so. */
  #commit(): void {
    const groups = this.#output.add({ done: this.#batch, failures: this.#failures });
    const { pages, errors } = this.state;
    this.#journal.add({ pages, errors, ...this.#last, sizes: this.#output.sizes, groups });
    this.#batch = [];
    this.#failures = [];
    this.#weight = 0;
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
