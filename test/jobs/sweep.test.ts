import { beforeEach, describe, expect, test } from 'vitest';
import type { PageMessage, Queue } from '../../src/jobs/bindings.ts';
import { folderOf, numberOf, pageKey, pageOf, recordKey } from '../../src/jobs/keys.ts';
import { findJob, makeJob, type Job } from '../../src/jobs/record.ts';
import { sweep, type Swept } from '../../src/jobs/sweep.ts';
import { openStore } from './bucket.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const store = await openStore();

let job: Job;
beforeEach(async () => {
  for (const key of await store.keys()) await store.bucket.delete([key]);
  ({ job } = await makeJob(store.bucket, { owner: 'all', id: 'job' }, {}));
});

const put = (kind: 'pages' | 'results' | 'errors', number: number, text = 'x') =>
  store.bucket.put(pageKey(job, kind, number), text);

/** A queue as full as is said, that keeps what is sent. */
class Full implements Queue {
  readonly sent: PageMessage[] = [];
  backlogCount: number;
  oldest: number;

  constructor(backlogCount = 0, oldest = 0) {
    this.backlogCount = backlogCount;
    this.oldest = oldest;
  }

  async sendBatch(messages: Iterable<{ readonly body: PageMessage }>): Promise<void> {
    const all = [...messages];
    expect(all.length).toBeLessThanOrEqual(100);
    this.sent.push(...all.map(({ body }) => body));
  }

  async metrics() {
    const { backlogCount, oldest } = this;
    return { backlogCount, oldestMessageTimestamp: new Date(oldest) };
  }

  get numbers(): readonly number[] {
    return this.sent.map(({ page }) => numberOf(page));
  }
}

const sweepWith = (queue: Queue, after: number): Promise<Swept> =>
  sweep({ ...store, queue }, DAY, Date.now() + after);

describe('pages without an outcome', () => {
  test('are queued again where the queue is empty, and told to be so', async () => {
    for (const number of [1, 2, 3, 4, 5]) await put('pages', number);
    await put('results', 1);
    await put('results', 3, '');
    const queue = new Full();
    expect(await sweepWith(queue, MINUTE)).toEqual({
      jobs: 1,
      removed: 0,
      queuedAgain: 3,
      cleared: 0,
    });
    expect(queue.numbers).toEqual([2, 4, 5]);
    expect(queue.sent.every(({ again }) => again)).toBe(true);
    expect(pageOf(queue.sent[0]?.page ?? '')).toEqual({
      owner: 'all',
      id: 'job',
      run: job.run,
      number: 2,
    });
  });

  test('are left to the queue as long as they may be in it, or on their way', async () => {
    await put('pages', 1);
    for (const [queue, after] of [
      [new Full(0), 0],
      [new Full(1, Date.now() - MINUTE), MINUTE],
    ] as const) {
      expect(await sweepWith(queue, after)).toMatchObject({ queuedAgain: 0 });
      expect(queue.sent).toEqual([]);
    }
  });

  test('are queued again though others wait, where all that waits came later', async () => {
    await put('pages', 1);
    const queue = new Full(7, Date.now() + MINUTE);
    await sweepWith(queue, 2 * MINUTE);
    expect(queue.numbers).toEqual([1]);
  });

  test('are not queued a third time as long as the second may be in the queue', async () => {
    await put('pages', 1);
    const queue = new Full();
    queue.oldest = Date.now();
    await sweepWith(queue, MINUTE);
    queue.backlogCount = 1;
    await sweepWith(queue, 5 * MINUTE);
    expect(queue.numbers).toEqual([1]);
    queue.backlogCount = 0;
    await sweepWith(queue, 10 * MINUTE);
    expect(queue.numbers).toEqual([1, 1]);
  });
});

test('one broken job does not keep the sweep from others', async () => {
  const { job: broken } = await makeJob(store.bucket, { owner: 'all', id: 'a-broken-one' }, {});
  await store.bucket.put(`${folderOf(broken)}counts`, 'not JSON');
  await put('pages', 1);
  const queue = new Full();
  const { fault, ...swept } = await sweepWith(queue, MINUTE);
  expect(fault).toBeInstanceOf(SyntaxError);
  expect(swept).toEqual({ jobs: 2, removed: 0, queuedAgain: 1, cleared: 0 });
});

test('old jobs go, and what is left of removed ones', async () => {
  const { job: removed } = await makeJob(store.bucket, { owner: 'all', id: 'removed' }, {});
  await store.bucket.put(pageKey(removed, 'results', 1), 'late');
  await store.bucket.delete([recordKey(removed)]);
  await put('pages', 1);
  expect(await sweepWith(new Full(), MINUTE)).toMatchObject({ jobs: 1, cleared: 1, removed: 0 });
  expect(await findJob(store.bucket, job)).not.toBeNull();
  expect(await sweepWith(new Full(), DAY + MINUTE)).toMatchObject({ removed: 1, queuedAgain: 0 });
  expect(await store.keys()).toEqual([]);
});
