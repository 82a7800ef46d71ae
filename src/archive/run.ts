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
import type { CompiledRules } from '../rules/types.ts';
import { Batches, type Origin } from './batches.ts';
import { listFiles, type ArchiveFile } from './files.ts';
import type { ArchiveFormat } from './formats.ts';
import { Journal } from './journal.ts';
import { takeLock } from './lock.ts';
import { Output } from './output.ts';
import type { PageSettings } from './page.ts';
import { Pool } from './pool.ts';
import { recordsOf, type ArchiveRecord } from './records.ts';
import type { PageDone } from './work.ts';

export interface RunSettings extends PageSettings {
  readonly inputs: readonly string[];
  readonly out: string;
  readonly formats: readonly ArchiveFormat[];
  readonly threads: number;
  /** The most pages that are written together: so many are lost when the run is killed. */
  readonly batch: number;
  /** The project's rules with those of a folder; undefined for the project's alone. */
  readonly rules: CompiledRules | undefined;
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

/** Pages a thread may be ahead of the slowest one. */
const AHEAD = 64;
/** For so many threads one more batch may wait to be written. Writing it takes one of them a tenth of the time of its pages, at most. */
const THREADS_A_BATCH = 4;

/**
 * Runs, or goes on with a run that was killed.
 * @param onState called with every page
 * @param signal stops it, to be gone on with
 * @throws {FileError | JournalError | LockError | MemoryError}
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

function identityOf(
  { options, text, formats, batch, rules }: RunSettings,
  files: readonly ArchiveFile[],
) {
  const hash = createHash('sha256');
  for (const { path, size } of files) hash.update(`${JSON.stringify([path, size])}\n`);
  return {
    engine: ENGINE_VERSION,
    rulesVersion: rules?.version ?? bundledVersion,
    settings: JSON.stringify({ options, text, formats, batch }),
    inputs: `${files.length} files ${hash.digest('hex')}`,
  };
}

/** A page on its way: what became of it, once that is known. */
interface Waiting extends Origin {
  done?: PageDone;
}

class Run {
  readonly #settings: RunSettings;
  readonly #files: readonly ArchiveFile[];
  readonly #journal: Journal;
  readonly #onState: (state: State) => void;
  readonly #before: number;
  readonly #total: number;
  #bytes: number;
  /** The page whose rows come next. */
  #next: number;
  /** From {@link #next} on. */
  readonly #waiting = new Map<number, Waiting>();
  #batches: Batches | undefined;
  #wake: (() => void) | undefined;

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
    const { pages, file } = journal.last;
    this.#before = pages;
    this.#next = pages + 1;
    const sizes = files.map(({ size }) => size);
    this.#total = sum(sizes);
    this.#bytes = sum(sizes.slice(0, file));
  }

  get state(): State {
    return {
      pages: this.#next - 1,
      errors: this.#batches?.errors ?? this.#journal.last.errors,
      before: this.#before,
      bytes: this.#bytes,
      total: this.#total,
    };
  }

  async go(output: Output, signal: AbortSignal | undefined): Promise<void> {
    const { threads, options, text, formats, batch, rules } = this.#settings;
    const given = { options, text, formats, rules };
    const pool = new Pool(threads, given, (done) => this.#take(done));
    const batches = new Batches(output, this.#journal, pool, batch, () => this.#wake?.());
    this.#batches = batches;
    try {
      await this.#giveAll(pool, batches, signal);
      if (!signal?.aborted) {
        await this.#until(() => this.#waiting.size === 0);
        batches.seal();
      }
      await this.#until(() => batches.unwritten === 0);
      if (signal?.aborted) return;
      await output.finish((table) => this.#journal.groupsOf(table));
      this.#journal.add({ ...this.#journal.last, groups: {}, sizes: output.sizes, done: true });
    } finally {
      await pool.close();
    }
  }

  async #giveAll(pool: Pool, batches: Batches, signal: AbortSignal | undefined): Promise<void> {
    const { threads } = this.#settings;
    const { file: first, record: done } = this.#journal.last;
    const mostBatches = Math.ceil(threads / THREADS_A_BATCH);
    let given = this.#next - 1;
    for (let file = first; file < this.#files.length; file++) {
      const { path } = this.#files[file] as ArchiveFile;
      for await (const { record, content } of this.#recordsOf(file, file === first ? done : 0)) {
        await this.#until(
          () => batches.unwritten <= mostBatches && given - this.#next < AHEAD * threads,
        );
        if (signal?.aborted) return;
        given++;
        this.#waiting.set(given, { path, file, record });
        await pool.give({ kind: 'page', pageId: given, file: path, record, content });
      }
    }
  }

  #recordsOf(file: number, skip: number): AsyncIterable<ArchiveRecord> {
    return recordsOf(this.#files[file] as ArchiveFile, skip, (bytes) => {
      this.#bytes += bytes;
    });
  }

  /** Waits for results until something is so. */
  async #until(isSo: () => boolean): Promise<void> {
    while (!isSo()) {
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  /** A result has come. It goes into the batch when all pages before it have. */
  #take(done: PageDone): void {
    const page = this.#waiting.get(done.pageId);
    if (page) page.done = done;
    for (let it = this.#waiting.get(this.#next); it?.done; it = this.#waiting.get(this.#next)) {
      this.#waiting.delete(this.#next);
      this.#batches?.add(it.done, it);
      this.#next++;
    }
    this.#onState(this.state);
    this.#wake?.();
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
