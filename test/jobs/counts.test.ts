import { beforeEach, expect, test } from 'vitest';
import type { Bucket, ListOptions } from '../../src/jobs/bindings.ts';
import { countPages } from '../../src/jobs/counts.ts';
import { countsKey, pageKey } from '../../src/jobs/keys.ts';
import { makeJob, type Job } from '../../src/jobs/record.ts';
import { errorsOf, resultsOf } from '../../src/jobs/results.ts';
import { cases } from '../long.ts';
import { openStore } from './bucket.ts';

const MINUTE = 60_000;

const store = await openStore();

let job: Job;
let count = 0;
beforeEach(async () => {
  ({ job } = await makeJob(store.bucket, { owner: 'all', id: `job-${++count}` }, {}));
});

const created = (): number => Date.parse(job.created);
const put = (kind: 'pages' | 'results' | 'errors', number: number, text: string) =>
  store.bucket.put(pageKey(job, kind, number), text);
const countAt = (ms: number, worth = 1) =>
  countPages(store.bucket, job, created(), created() + ms, worth);

async function all(lines: AsyncIterable<string>): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

test('pages, results and errors are counted, and the first gap is where sending goes on', async () => {
  for (const number of [1, 2, 3, 5]) await put('pages', number, 'a page');
  await put('results', 1, 'one');
  await put('results', 2, '');
  const counts = await countAt(10_000);
  expect(counts).toMatchObject({ in: 4, done: 1, failed: 1, next: 4, perSecond: 0.2 });
});

test('what is known is not counted again, and nothing is counted twice', async () => {
  for (const number of [1, 2, 3]) await put('pages', number, 'a page');
  for (const number of [1, 3]) await put('results', number, number === 1 ? '' : 'three');
  // Two minutes later all of this is long ago.
  const later = await countAt(2 * MINUTE);
  expect(later).toMatchObject({ in: 3, done: 1, failed: 1, perSecond: 0 });
  expect(later.known).toEqual({ pages: 3, finished: 1, failed: 1 });
  expect(await store.bucket.head(countsKey(job))).not.toBeNull();
  await put('results', 2, 'two');
  await put('pages', 4, 'a page');
  const last = await countAt(2 * MINUTE);
  expect(last).toMatchObject({ in: 4, done: 2, failed: 1, next: 5 });
  expect(last.known).toEqual({ pages: 4, finished: 3, failed: 1 });
});

test('a short way is not worth remembering', async () => {
  await put('pages', 1, 'a page');
  await countAt(2 * MINUTE, 2);
  expect(await store.bucket.head(countsKey(job))).toBeNull();
});

test('results come in order, up to the first page without an outcome', async () => {
  for (const number of [1, 2, 3, 4, 6])
    await put('results', number, number === 2 ? '' : `${number}`);
  expect(await all(resultsOf(store.bucket, job, 1))).toEqual(['1', '3', '4']);
  expect(await all(resultsOf(store.bucket, job, 4))).toEqual(['4']);
  expect(await all(resultsOf(store.bucket, job, 5))).toEqual([]);
  await put('results', 5, '5');
  expect(await all(resultsOf(store.bucket, job, 5))).toEqual(['5', '6']);
});

test('an error counts only where there is no result', async () => {
  for (const number of [1, 2, 3]) await put('errors', number, `error ${number}`);
  await put('results', 1, '');
  await put('results', 2, 'a result after all');
  expect(await all(errorsOf(store.bucket, job, 1))).toEqual(['error 1']);
});

/** How many objects a listing has: the most that R2 gives, and also fewer, since thousands of objects take a minute. */
const LISTED = cases(20, 1000);

/** The same bucket, whose listings have fewer objects, as R2 may give them at any time. */
function listing(limit: number): Bucket {
  const { bucket } = store;
  return {
    head: (key) => bucket.head(key),
    get: (key) => bucket.get(key),
    put: (key, value, options) => bucket.put(key, value, options),
    delete: (keys) => bucket.delete(keys),
    list: (options) => {
      const limited: ListOptions & { readonly limit: number } = { ...options, limit };
      return bucket.list(limited);
    },
  };
}

test('more results than a listing has, and larger ones than are held at once', async () => {
  const large = 'x'.repeat(5 * 1024 * 1024);
  const bucket = listing(LISTED);
  const numbers = Array.from({ length: LISTED + 10 }, (_, i) => i + 1);
  for (let i = 0; i < numbers.length; i += 50)
    await Promise.all(
      numbers.slice(i, i + 50).map((n) => put('results', n, n > 3 ? `${n}` : `${n} ${large}`)),
    );
  const lines = await all(resultsOf(bucket, job, 1));
  expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(numbers);
  const counts = await countPages(bucket, job, created(), created(), 1);
  expect(counts).toMatchObject({ done: numbers.length, failed: 0 });
});
