/**
 * Fits in several threads: the folds of a cross-validation know nothing of each other. The answer does not depend on how many threads
 * there are.
 * @module
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fitChain, type Fitted, type Prior, type Settings } from './chain-fit.ts';
import type { Chain } from './likelihood.ts';

/** What all fits have in common. */
export interface Lesson {
  readonly chains: readonly Chain[];
  /** How many features there are. */
  readonly size: number;
  readonly prior: Prior;
  readonly settings: Settings;
}

interface Job {
  readonly number: number;
  /** Indices into the chains of the lesson. */
  readonly chains: readonly number[];
}

interface Done {
  readonly number: number;
  readonly fitted: Fitted;
}

/**
 * Fits to parts of a lesson.
 * @param parts for each fit the indices of its chains
 * @returns in the order of the parts; rejects if a thread fails
 */
export async function fitInThreads(
  lesson: Lesson,
  parts: readonly (readonly number[])[],
): Promise<readonly Fitted[]> {
  const jobs: Job[] = parts.map((chains, number) => ({ number, chains }));
  const data: Lesson = { ...lesson, chains: lesson.chains.map(shared) };
  const out: Fitted[] = [];
  const threads = Math.min(jobs.length, availableParallelism());
  await Promise.all(Array.from({ length: threads }, () => work(data, jobs, out)));
  return out;
}

/** One thread, which takes the next job until there is none. Takes from `jobs`, writes to `out`. */
function work(lesson: Lesson, jobs: Job[], out: Fitted[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: lesson });
    const next = (): void => {
      const job = jobs.shift();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      if (job) worker.postMessage(job);
      else void worker.terminate().then(() => resolve());
    };
    worker.on('message', ({ number, fitted }: Done) => {
      out[number] = fitted;
      next();
    });
    worker.on('error', reject);
    next();
  });
}

/** A chain whose arrays threads share: a copy for each thread would take gigabytes. */
function shared(chain: Chain): Chain {
  const copy = <T extends Int32Array | Uint8Array>(
    array: T,
    kind: new (buffer: SharedArrayBuffer) => T,
  ): T => {
    const view = new kind(new SharedArrayBuffer(array.byteLength));
    view.set(array);
    return view;
  };
  return {
    ...chain,
    at: copy(chain.at as Int32Array, Int32Array),
    ids: copy(chain.ids as Int32Array, Int32Array),
    gold: copy(chain.gold as Uint8Array, Uint8Array),
    regions: copy(chain.regions as Uint8Array, Uint8Array),
    gaps: copy(chain.gaps as Uint8Array, Uint8Array),
  };
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const { chains, size, prior, settings } = workerData as Lesson;
  port.on('message', ({ number, chains: numbers }: Job) => {
    const part = numbers.map((i) => chains[i] as Chain);
    port.postMessage({ number, fitted: fitChain(part, size, prior, settings) } satisfies Done);
  });
}
