/**
 * Threads that analyse. One that dies (it ran out of memory) takes what it was at with it, and nothing else: a new thread goes on with the
 * rest.
 * @module
 */
import { Worker } from 'node:worker_threads';
import type { Pack } from './pack.ts';
import { failed, type Done, type Groups, type PageDone, type PageWork } from './work.ts';
import type { Work, WorkerSettings } from './work.ts';

/** Pages that a thread has before it, so that it never waits: twice as many as it answers together. More would only be held. */
const AHEAD = 8;

/** Of a thread, in megabytes. A page of 16 MB needs most of it. */
const HEAP_MB = 4096;

/** A batch is too large for the memory there is. */
export class MemoryError extends Error {
  override readonly name = 'MemoryError';
}

interface Thread {
  worker: Worker;
  /** What it has not answered yet, in order. */
  readonly waiting: Work[];
}

/** Whoever waits for a batch. */
interface Waiter {
  readonly resolve: (groups: Groups) => void;
  readonly reject: (error: Error) => void;
}

export class Pool {
  readonly #threads: Thread[];
  readonly #settings: WorkerSettings;
  readonly #onPage: (done: PageDone) => void;
  readonly #program: URL;
  readonly #batches = new Map<number, Waiter>();
  #lastBatch = 0;
  #isClosed = false;
  #wake: (() => void) | undefined;

  /**
   * @param onPage called for each page, in no order
   * @param program what each thread runs
   */
  constructor(
    size: number,
    settings: WorkerSettings,
    onPage: (done: PageDone) => void,
    program = WORKER,
  ) {
    this.#settings = settings;
    this.#onPage = onPage;
    this.#program = program;
    this.#threads = Array.from({ length: size }, () => {
      const thread: Thread = { worker: undefined as unknown as Worker, waiting: [] };
      this.#start(thread);
      return thread;
    });
  }

  /** Gives a page to the thread with the least before it; waits while all have enough. For one caller. */
  async give(work: PageWork): Promise<void> {
    for (;;) {
      const thread = this.#idlest();
      if (thread.waiting.length < AHEAD) return this.#send(thread, work);
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Has a batch written as Parquet, however much the threads have before them. Rejects with a {@link MemoryError}. */
  groupsOf(packs: readonly Pack[]): Promise<Groups> {
    const batch = ++this.#lastBatch;
    return new Promise((resolve, reject) => {
      this.#batches.set(batch, { resolve, reject });
      this.#send(this.#idlest(), { kind: 'batch', batch, packs });
    });
  }

  /** Ends all threads, whatever they are at. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #idlest(): Thread {
    return this.#threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
  }

  #send(thread: Thread, work: Work): void {
    thread.waiting.push(work);
    thread.worker.postMessage(work);
  }

  #start(thread: Thread): void {
    const worker = new Worker(this.#program, {
      workerData: this.#settings,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    thread.worker = worker;
    worker.on('message', (answers: readonly Done[]) => {
      thread.waiting.splice(0, answers.length);
      for (const done of answers) this.#tell(done);
      this.#wake?.();
    });
    // Why it ended does not matter, and without a listener the whole run would end.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#isClosed || thread.worker !== worker) return;
      this.#lose(thread);
      this.#start(thread);
      for (const work of thread.waiting) thread.worker.postMessage(work);
      this.#wake?.();
    });
  }

  /**
   * A thread died. What it was at is one of the first few: pages that it had done, but not answered, go before. So these are done once
   * more, each answered at once, and if a thread dies again, it was at the first.
   */
  #lose({ waiting }: Thread): void {
    const [first] = waiting;
    if (first?.kind === 'batch') {
      waiting.shift();
      this.#waiterFor(first.batch)?.reject(new MemoryError(TOO_LARGE));
    } else if (first?.again) {
      waiting.shift();
      this.#tell(failed(first.pageId, LOST));
    } else {
      for (const [i, work] of waiting.entries())
        if (work.kind === 'page') waiting[i] = { ...work, again: true };
    }
  }

  #tell(done: Done): void {
    if (done.kind === 'page') this.#onPage(done);
    else this.#waiterFor(done.batch)?.resolve(done.groups);
  }

  #waiterFor(batch: number): Waiter | undefined {
    const waiter = this.#batches.get(batch);
    this.#batches.delete(batch);
    return waiter;
  }
}

const LOST = 'the analysis broke off: it ran out of memory';
const TOO_LARGE = 'cannot be written: a batch does not fit into memory, so make --batch smaller';

/** Beside this file in the sources, beside the program when it is built. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './cli-worker.js',
  import.meta.url,
);
