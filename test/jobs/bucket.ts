/**
 * A bucket and a queue of the local simulators, to be used from Node.
 * @module
 */
import { Miniflare, convertV4MiniflareOptions } from 'miniflare';
import { afterAll } from 'vitest';
import type { Bucket, Queue, Store } from '../../src/jobs/bindings.ts';

export interface TestStore extends Store {
  /** All keys, in order. */
  keys(): Promise<readonly string[]>;
}

/** A store for the tests of a file. */
export async function openStore(): Promise<TestStore> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: 'store',
      modules: true,
      script: 'export default { fetch: () => new Response() }',
      compatibilityDate: '2026-10-20',
      r2Buckets: { JOBS_BUCKET: 'jobs' },
      // Nobody takes messages out of it.
      queueProducers: { JOBS_QUEUE: 'jobs' },
      cf: false,
    }),
  );
  afterAll(() => miniflare.dispose());
  const bucket = (await miniflare.getR2Bucket('JOBS_BUCKET')) as unknown as Bucket;
  const queue = (await miniflare.getQueueProducer('JOBS_QUEUE')) as unknown as Queue;
  return {
    bucket,
    queue,
    keys: async () => (await bucket.list({ prefix: '' })).objects.map(({ key }) => key),
  };
}
