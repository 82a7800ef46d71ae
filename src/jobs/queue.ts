/**
 * Pages into the queue.
 * @module
 */
import type { Queue } from './bindings.ts';

/** The most messages that a queue takes together. */
export const MESSAGES = 100;

/**
 * Queues pages, by the keys that they are stored under.
 * @param again whether they were in the queue before
 */
export async function queuePages(
  queue: Queue,
  keys: readonly string[],
  again = false,
): Promise<void> {
  for (let i = 0; i < keys.length; i += MESSAGES)
    await queue.sendBatch(
      keys.slice(i, i + MESSAGES).map((page) => ({ body: again ? { page, again } : { page } })),
    );
}
