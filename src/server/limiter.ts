/**
 * A rate limit like Cloudflare's: so many requests of a key in a period. With several processes the first one counts for all.
 * @module
 */
import type { Env } from '../http/env.ts';

export type Limiter = NonNullable<Env['RATE_LIMITER']>;

/** Counts in fixed windows. What is kept is forgotten with the window, so memory is bounded by the requests of one. */
export function countingLimiter(
  limit: number,
  periodMs: number,
  now: () => number = Date.now,
): Limiter {
  let window = -1;
  let counts = new Map<string, number>();
  return {
    async limit({ key }) {
      const current = Math.floor(now() / periodMs);
      if (current !== window) {
        window = current;
        counts = new Map();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { success: count <= limit };
    },
  };
}

/** What processes say to each other. */
export interface Question {
  readonly limit: number;
  readonly key: string;
}
export interface Answer {
  readonly limited: number;
  readonly success: boolean;
}

/** A channel between two processes. */
export interface Channel {
  send(message: Question | Answer): unknown;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** In the process that counts: answers the questions of another one. */
export function answerQuestions(channel: Channel, limiter: Limiter): void {
  channel.on('message', (message) => {
    const { limit, key } = (message ?? {}) as Partial<Question>;
    if (limit === undefined || key === undefined) return;
    void limiter.limit({ key }).then(({ success }) => channel.send({ limited: limit, success }));
  });
}

/** In the others: asks it. */
export function askingLimiter(channel: Channel): Limiter {
  const waiting = new Map<number, (success: boolean) => void>();
  let number = 0;
  channel.on('message', (message) => {
    const { limited, success } = (message ?? {}) as Partial<Answer>;
    if (limited === undefined || success === undefined) return;
    waiting.get(limited)?.(success);
    waiting.delete(limited);
  });
  return {
    limit: ({ key }) =>
      new Promise((resolve) => {
        const id = number++;
        waiting.set(id, (success) => resolve({ success }));
        channel.send({ limit: id, key });
      }),
  };
}
