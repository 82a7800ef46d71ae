/**
 * Threads that analyse. One that dies (it ran out of memory) takes the page it was at with it, and no other: that page is told as an error,
 * and a new thread goes on with the rest.
 * @module
 */
import { Worker } from 'node:worker_threads';
import type { Done, Work, WorkerSettings } from './worker.ts';

/** Pages that a thread has before it, so that it never waits; more would only be held. */
const AHEAD = 4;

/** Of a thread, in megabytes. A page of 16 MB needs most of it. */
const HEAP_MB = 4096;

interface Thread {
  worker: Worker;
  /** What it has not answered yet, in order. */
  readonly waiting: Work[];
}

export class Pool {
  readonly #threads: Thread[];
  readonly #settings: WorkerSettings;
  readonly #onDone: (done: Done) => void;
  #isClosed = false;
  #wake: (() => void) | undefined;

  /** @param onDone called for each page, in no order */
  constructor(size: number, settings: WorkerSettings, onDone: (done: Done) => void) {
    this.#settings = settings;
    this.#onDone = onDone;
    this.#threads = Array.from({ length: size }, () => {
      const thread: Thread = { worker: undefined as unknown as Worker, waiting: [] };
      this.#start(thread);
      return thread;
    });
  }

  /** Gives a page to the thread with the least before it; waits while all have enough. For one caller. */
  async give(work: Work): Promise<void> {
    for (;;) {
      const thread = this.#threads.reduce((a, b) => (b.waiting.length < a.waiting.length ? b : a));
      if (thread.waiting.length < AHEAD) {
        thread.waiting.push(work);
        thread.worker.postMessage(work);
        return;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  /** Ends all threads, whatever they are at. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#threads.map(({ worker }) => worker.terminate()));
  }

  #start(thread: Thread): void {
    const worker = new Worker(WORKER, {
      workerData: this.#settings,
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    });
    thread.worker = worker;
    worker.on('message', (done: Done) => {
      thread.waiting.shift();
      this.#tell(done);
    });
    // Why it ended does not matter, and without a listener the whole run would end.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (this.#isClosed || thread.worker !== worker) return;
      const lost = thread.waiting.shift();
      this.#start(thread);
      for (const work of thread.waiting) thread.worker.postMessage(work);
      if (lost) this.#tell({ pageId: lost.pageId, error: LOST, weight: LOST.length, lines: {} });
    });
  }

  #tell(done: Done): void {
    this.#onDone(done);
    this.#wake?.();
  }
}

const LOST = 'the analysis broke off: it ran out of memory';

/** Beside this file in the sources, beside the program when it is built. */
const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? './worker.ts' : './cli-worker.js',
  import.meta.url,
);
