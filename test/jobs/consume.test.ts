import { beforeEach, describe, expect, test } from 'vitest';
import type { Bucket, PageMessage } from '../../src/jobs/bindings.ts';
import { consume, type Analyst, type Consumed, type Delivery } from '../../src/jobs/consume.ts';
import { pageKey } from '../../src/jobs/keys.ts';
import { makeJob, type Job } from '../../src/jobs/record.ts';
import { removeJob } from '../../src/jobs/remove.ts';
import { MOST_TRIES } from '../../src/jobs/tries.ts';
import { openStore } from './bucket.ts';

const store = await openStore();

let job: Job;
let count = 0;
beforeEach(async () => {
  ({ job } = await makeJob(store.bucket, { owner: 'all', id: `job-${++count}` }, {}));
});

/** Answers with the page itself; throws for one that says so. */
function analystOf(analysed: number[] = []): Analyst {
  return {
    analyze(number, page) {
      analysed.push(number);
      const text = new TextDecoder().decode(page);
      if (text === 'throw') throw new Error('SECRET');
      return { result: `${number} ${text} ${analysed.length}` };
    },
    gaveUp: (number) => `gave up ${number}`,
  };
}

class Sent implements Delivery {
  readonly body: PageMessage;
  readonly attempts: number;
  became = '';

  constructor(number: number, attempts = 1, again = false) {
    this.body = { page: pageKey(job, 'pages', number), ...(again ? { again } : {}) };
    this.attempts = attempts;
  }

  ack(): void {
    this.became = 'acknowledged';
  }

  retry(): void {
    this.became = 'sent back';
  }
}

async function putPages(...texts: readonly string[]): Promise<void> {
  for (const [i, text] of texts.entries())
    await store.bucket.put(pageKey(job, 'pages', i + 1), text);
}

async function textAt(
  kind: 'results' | 'errors' | 'tries',
  number: number,
): Promise<string | null> {
  return (await (await store.bucket.get(pageKey(job, kind, number)))?.text()) ?? null;
}

const take = (deliveries: readonly Delivery[], analyst = analystOf()): Promise<Consumed> =>
  consume(deliveries, store, analyst);

describe('a batch', () => {
  test('is answered page by page', async () => {
    await putPages('one', 'two');
    const sent = [new Sent(1), new Sent(2)];
    expect(await take(sent)).toEqual({ messages: 2, finished: 2, dropped: 0, retried: 0 });
    expect(sent.map(({ became }) => became)).toEqual(['acknowledged', 'acknowledged']);
    expect([await textAt('results', 1), await textAt('results', 2)]).toEqual([
      '1 one 1',
      '2 two 2',
    ]);
  });

  test('has nothing changed by a delivery more, told by the queue or not', async () => {
    await putPages('one');
    await take([new Sent(1)]);
    const analysed = [0];
    for (const sent of [new Sent(1), new Sent(1, 2), new Sent(1, 1, true)]) {
      await take([sent], analystOf(analysed));
      expect(sent.became).toBe('acknowledged');
    }
    expect(await textAt('results', 1)).toBe('1 one 1');
    // What is told to be a second delivery is not even analysed.
    expect(analysed).toEqual([0, 1]);
  });

  test('loses nothing by one page that throws, which has an error after three tries', async () => {
    await putPages('one', 'throw', 'three');
    const first = [new Sent(1), new Sent(2), new Sent(3)];
    const { fault, ...counts } = await take(first);
    expect(counts).toEqual({ messages: 3, finished: 2, dropped: 0, retried: 1 });
    expect(fault).toBeInstanceOf(Error);
    expect(first.map(({ became }) => became)).toEqual([
      'acknowledged',
      'sent back',
      'acknowledged',
    ]);
    const second = new Sent(2, 2);
    await take([second]);
    expect([second.became, await textAt('results', 2)]).toEqual(['sent back', null]);
    const third = new Sent(2, 3);
    await take([third]);
    expect(third.became).toBe('acknowledged');
    expect([await textAt('results', 2), await textAt('errors', 2)]).toEqual(['', 'gave up 2']);
  });
});

test('tries are counted over what the queue forgets', async () => {
  await putPages('throw');
  for (const sent of [new Sent(1), new Sent(1, 1, true), new Sent(1, 1, true)]) await take([sent]);
  expect(await textAt('errors', 1)).toBe('gave up 1');
});

test('a page that ended the program each time is given up without another try', async () => {
  await putPages('one');
  await store.bucket.put(pageKey(job, 'tries', 1), String(MOST_TRIES));
  const analysed: number[] = [];
  await take([new Sent(1, 1, true)], analystOf(analysed));
  expect([analysed, await textAt('errors', 1)]).toEqual([[], 'gave up 1']);
});

test('a page delivered beside one that ends the program is not blamed', async () => {
  await putPages('one');
  // The queue has counted three deliveries; the analysis was never begun.
  await take([new Sent(1, 3)]);
  expect(await textAt('results', 1)).toBe('1 one 1');
});

test('messages of no job, no page and no sense are let go', async () => {
  const other = { ...job, run: 'gone' };
  const sent = [
    new Sent(9),
    Object.assign(new Sent(1), { body: { page: pageKey(other, 'pages', 1) } }),
    Object.assign(new Sent(1), { body: 'nonsense' }),
    Object.assign(new Sent(1), { body: null }),
  ];
  expect(await take(sent)).toEqual({ messages: 4, finished: 0, dropped: 4, retried: 0 });
  expect(new Set(sent.map(({ became }) => became))).toEqual(new Set(['acknowledged']));
});

test('a job that is removed while its pages are analysed leaves nothing', async () => {
  await putPages('one', 'two');
  const analyst = analystOf();
  const before = await store.keys();
  let removing: Promise<unknown> = Promise.resolve();
  await take([new Sent(1), new Sent(2)], {
    ...analyst,
    analyze(number, page, options) {
      removing = removeJob(store.bucket, job);
      return analyst.analyze(number, page, options);
    },
  });
  await removing;
  const left = await store.keys();
  expect(before.some((key) => key.includes(job.run))).toBe(true);
  expect(left.filter((key) => key.includes(job.run))).toEqual([]);
});

test('a bucket that does not answer is no fault of the page', async () => {
  await putPages('one');
  const { bucket } = store;
  const broken = { ...store, bucket: { ...methodsOf(bucket), get: failing } };
  const sent = new Sent(1);
  const { fault, ...counts } = await consume([sent], broken, analystOf());
  expect([counts.retried, fault?.message, sent.became]).toEqual([1, 'no answer', 'sent back']);
  expect(await textAt('tries', 1)).toBeNull();
});

const failing = (): Promise<never> => Promise.reject(new Error('no answer'));

/** The bucket of the simulator is a proxy, whose methods are not its own. */
function methodsOf(bucket: Bucket): Bucket {
  return {
    head: (key) => bucket.head(key),
    get: (key) => bucket.get(key),
    put: (key, value, options) => bucket.put(key, value, options),
    delete: (keys) => bucket.delete(keys),
    list: (options) => bucket.list(options),
  };
}
