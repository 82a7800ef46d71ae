/**
 * Several processes behind one port, by Node's cluster, so that all processors of a machine are used. One that ends by itself is
 * replaced; one that never came up is not.
 * @module
 */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { answerQuestions, countingLimiter, type Channel } from './limiter.ts';
import type { ServerSettings } from './settings.ts';

export interface Processes {
  /** Resolves with whether all of them have ended as they were told to. */
  readonly ended: Promise<boolean>;
  stop(): void;
}

/** What a process says when it listens. */
export interface Up {
  readonly up: number;
}

/** Starts `count` processes, which run this program with these arguments again. Rejects where one does not come up. */
export async function startProcesses(
  count: number,
  settings: ServerSettings,
): Promise<Processes & { readonly port: number }> {
  const { rateLimit, periodMs } = settings;
  const limiter = rateLimit === undefined ? undefined : countingLimiter(rateLimit, periodMs);
  let isStopping = false;
  let isClean = true;
  const running = new Set<Worker>();
  let finish!: (isClean: boolean) => void;
  const ended = new Promise<boolean>((resolve) => {
    finish = resolve;
  });
  const start = async (): Promise<number> => {
    const worker = cluster.fork();
    running.add(worker);
    if (limiter) answerQuestions(worker as unknown as Channel, limiter);
    const up = once(worker, 'message') as Promise<[Up]>;
    worker.once('exit', (code) => {
      running.delete(worker);
      if (code !== 0) isClean = false;
      if (isStopping && running.size === 0) finish(isClean);
    });
    const [first] = await Promise.race([
      up,
      once(worker, 'exit').then(() =>
        Promise.reject(new Error('a process ended while it started')),
      ),
    ]);
    worker.once('exit', () => {
      if (!isStopping) start().catch(stop);
    });
    return first.up;
  };
  const stop = (): void => {
    isStopping = true;
    for (const worker of running) worker.process.kill('SIGTERM');
    if (running.size === 0) finish(isClean);
  };
  try {
    const [port = 0] = await Promise.all(Array.from({ length: count }, start));
    return { port, ended, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
