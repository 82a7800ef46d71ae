/**
 * Jobs through the built Worker, with the local simulators of R2 and Queues.
 * @module
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse/sync';
import * as v from 'valibot';
import type { Miniflare } from 'miniflare';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { ProblemDetails } from '../../src/http/problems.ts';
import { pageKey, recordKey } from '../../src/jobs/keys.ts';
import {
  JobErrorSchema,
  JobResultSchema,
  JobSchema,
  TakenSchema,
  type JobData,
  type JobError,
  type JobResult,
  type Taken,
} from '../../src/schema/job.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { fingerprintOf, writeFingerprint } from '../../src/verify/fingerprint.ts';
import { simulate } from '../../tools/bench/jobs/simulators.ts';
import { samplePage } from '../../tools/check/sample.ts';
import { startServer } from './server.ts';

const NDJSON = { 'content-type': 'application/x-ndjson' };
const JSON_TYPE = { 'content-type': 'application/json' };
const KEYS = ['a-key-of-the-desk', 'a-key-of-another'];
const LONG = 2_000_000;

const script = (): string => join(inject('bundle'), 'index.js');
const started: Miniflare[] = [];

async function start(options: Partial<Parameters<typeof simulate>[0]> = {}): Promise<Desk> {
  const miniflare = simulate({ script: script(), ...options });
  started.push(miniflare);
  return new Desk(miniflare, (await miniflare.ready).origin);
}

/** A deployment, and what can be asked of it. */
class Desk {
  readonly miniflare: Miniflare;
  readonly #origin: string;

  constructor(miniflare: Miniflare, origin: string) {
    this.miniflare = miniflare;
    this.#origin = origin;
  }

  ask(path: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${this.#origin}/v1/${path}`, init);
  }

  put(id: string, options?: object): Promise<Response> {
    const body = options === undefined ? null : JSON.stringify(options);
    return this.ask(`jobs/${id}`, { method: 'PUT', body, headers: body === null ? {} : JSON_TYPE });
  }

  send(id: string, lines: readonly string[], query = ''): Promise<Response> {
    const init = { method: 'POST', headers: NDJSON, body: lines.join('\n') };
    return this.ask(`jobs/${id}/pages${query}`, init);
  }

  async job(id: string): Promise<JobData> {
    return v.parse(JobSchema, await (await this.ask(`jobs/${id}`)).json());
  }

  /** Waits until no page waits. */
  async finished(id: string): Promise<JobData> {
    for (;;) {
      const job = await this.job(id);
      if (job.waiting === 0) return job;
      await wait(50);
    }
  }

  async results(id: string, query = ''): Promise<readonly JobResult[]> {
    const lines = linesOf(await (await this.ask(`jobs/${id}/results${query}`)).text());
    for (const line of lines) expect(v.parse(JobResultSchema, line)).toEqual(line);
    return lines as JobResult[];
  }

  async errors(id: string, query = ''): Promise<readonly JobError[]> {
    const lines = linesOf(await (await this.ask(`jobs/${id}/errors${query}`)).text());
    for (const line of lines) expect(v.parse(JobErrorSchema, line)).toEqual(line);
    return lines as JobError[];
  }

  async sweep(): Promise<void> {
    const worker = await this.miniflare.getWorker();
    await worker.scheduled({ cron: '*/5 * * * *' });
  }

  async keys(): Promise<readonly string[]> {
    const { objects } = await (await this.miniflare.getR2Bucket('JOBS_BUCKET')).list();
    return objects.map(({ key }) => key);
  }
}

function linesOf(text: string): readonly unknown[] {
  return text === ''
    ? []
    : text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
}

/** One line at a time, and no length in front. */
function streamOf(lines: readonly string[]): ReadableStream<Uint8Array> {
  const left = [...lines];
  return new ReadableStream({
    async pull(controller) {
      const line = left.shift();
      if (line === undefined) controller.close();
      else controller.enqueue(new TextEncoder().encode(`${line}\n`));
      await wait(10);
    },
  });
}

async function problemOf(answer: Promise<Response>): Promise<ProblemDetails> {
  return (await (await answer).json()) as ProblemDetails;
}

const page = (number: number): string =>
  JSON.stringify({
    id: `page-${number}`,
    text: `Bridge ${number} closed\n\n“We found ${number} cracks,” said Ines Marlow, the engineer.\n`,
  });
const pages = (from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => page(from + i));

let desk: Desk;
beforeAll(async () => {
  desk = await start({ vars: { JOB_RETENTION_DAYS: '7', CORS_ORIGINS: 'https://desk.example' } });
});
afterAll(async () => {
  await Promise.all(started.map((miniflare) => miniflare.dispose()));
});

let id = '';
let count = 0;
beforeEach(() => {
  id = `job-${++count}`;
});

describe('a job', () => {
  test('is made once, with its options', async () => {
    const options = { language: 'en', minConfidence: 0.5 };
    const made = await desk.put(id, options);
    expect(made.status).toBe(201);
    const job = v.parse(JobSchema, await made.json());
    expect(job).toMatchObject({ id, options, in: 0, done: 0, failed: 0, waiting: 0, next: 1 });
    expect(Date.parse(job.expires) - Date.parse(job.created)).toBe(7 * 24 * 60 * 60 * 1000);
    const again = await desk.put(id, options);
    expect([again.status, await again.json()]).toEqual([200, job]);
    expect(await problemOf(desk.put(id, { language: 'de' }))).toMatchObject({
      status: 409,
      type: '/problems/conflict',
    });
    expect((await desk.job(id)).options).toEqual(options);
  });

  test.each([
    ['an option that is not valid', 'x', { minConfidence: 2 }],
    ['an option of one page', 'x', { id: 'SECRET' }],
    ['an id that is none', '~SECRET', {}],
    ['an id that is too long', 'S'.repeat(65), {}],
  ])('is refused for %s', async (_, name, options) => {
    const response = await desk.put(name, options);
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain('SECRET');
  });

  test('that was not made is unknown', async () => {
    for (const path of ['', '/results', '/errors'])
      expect((await desk.ask(`jobs/${id}${path}`)).status).toBe(404);
    expect((await desk.send(id, [page(1)])).status).toBe(404);
    expect((await desk.ask(`jobs/${id}`, { method: 'DELETE' })).status).toBe(404);
  });
});

describe('pages', () => {
  test('are answered in order, as /v1/analyze answers them, with fingerprints', async () => {
    await desk.put(id, { offsetUnit: 'codepoint', include: ['quotes', 'speakers'] });
    const request = { id: 'wire', text: samplePage(), url: 'https://example.com/a' };
    const sent = [
      page(1),
      '',
      JSON.stringify({ ...request, published: '2026-03-03' }),
      '{"text":',
      JSON.stringify({ id: 'wrong', text: 'SECRET', explain: 'SECRET' }),
      JSON.stringify({ id: 'own', text: 'Bridge closed.', include: ['segments'] }),
      JSON.stringify({ text: 'x', published: 7 }),
    ];
    const taken = v.parse(TakenSchema, await (await desk.send(id, sent)).json());
    expect(taken).toEqual({ from: 1, pages: 6, added: 6, next: 7 });
    expect(await desk.finished(id)).toMatchObject({ in: 6, done: 3, failed: 3, next: 7 });
    const results = await desk.results(id);
    expect(results.map((result) => [result.page, result.id])).toEqual([
      [1, 'page-1'],
      [2, 'wire'],
      [5, 'own'],
    ]);
    const [, wire, own] = results;
    const alone = await desk.ask('analyze', {
      method: 'POST',
      headers: JSON_TYPE,
      body: JSON.stringify({
        ...request,
        offsetUnit: 'codepoint',
        include: ['quotes', 'speakers'],
      }),
    });
    const { quotes = [], ...analysis } = (await alone.json()) as Analysis;
    expect(wire).toEqual({
      page: 2,
      ...analysis,
      quotes: quotes.map((quote) => ({
        ...quote,
        fingerprint: writeFingerprint(
          fingerprintOf(quote.content.map(({ text }) => text).join(' ')),
        ),
      })),
      url: request.url,
      published: '2026-03-03',
    });
    expect(quotes.length).toBeGreaterThan(0);
    expect(own).toMatchObject({ offsetUnit: 'codepoint', segments: [{}], published: null });
    expect(own).not.toHaveProperty('quotes');
    const errors = await desk.errors(id);
    expect(errors).toMatchObject([
      { page: 3, id: null, type: '/problems/malformed-json', status: 400 },
      { page: 4, id: 'wrong', status: 422, errors: [{ pointer: '/explain' }] },
      { page: 6, id: null, status: 422, errors: [{ pointer: '/published' }] },
    ]);
    expect(JSON.stringify(errors)).not.toContain('SECRET');
  });

  test('that are sent again are the same pages', async () => {
    await desk.put(id);
    const first = (await (await desk.send(id, pages(1, 5))).json()) as Taken;
    expect(first).toEqual({ from: 1, pages: 5, added: 5, next: 6 });
    const more = (await (await desk.send(id, pages(1, 8))).json()) as Taken;
    expect(more).toEqual({ from: 1, pages: 8, added: 3, next: 9 });
    const resumed = (await (await desk.send(id, pages(7, 9), '?from=7')).json()) as Taken;
    expect(resumed).toEqual({ from: 7, pages: 3, added: 1, next: 10 });
    expect(await desk.finished(id)).toMatchObject({ in: 9, done: 9, next: 10 });
    expect((await desk.results(id)).map((result) => result.id)).toEqual(
      Array.from({ length: 9 }, (_, i) => `page-${i + 1}`),
    );
  });

  test('never take the place of others', async () => {
    await desk.put(id);
    await desk.send(id, pages(1, 3));
    const problem = await problemOf(desk.send(id, [page(1), page(7), page(3), page(4)]));
    expect(problem).toMatchObject({ status: 409, type: '/problems/conflict' });
    expect(problem.detail).toContain('Page 2 is in the job already');
    await desk.finished(id);
    expect((await desk.results(id))[1]?.id).toBe('page-2');
  });

  test('may come in any order; results wait for those that are missing', async () => {
    await desk.put(id);
    await desk.send(id, pages(4, 6), '?from=4');
    await desk.send(id, pages(1, 2));
    expect(await desk.finished(id)).toMatchObject({ in: 5, done: 5, next: 3 });
    const numbers = async (query = ''): Promise<readonly number[]> =>
      (await desk.results(id, query)).map((result) => result.page);
    expect(await numbers()).toEqual([1, 2]);
    await desk.send(id, pages(3, 3), '?from=3');
    await desk.finished(id);
    expect(await numbers('?from=3')).toEqual([3, 4, 5, 6]);
    expect(await numbers('?from=2&limit=2')).toEqual([2, 3]);
  });

  test('may be compressed, and are streamed', async () => {
    await desk.put(id);
    // More than a queue takes at once.
    const body = new Uint8Array(gzipSync(pages(1, 150).join('\n')));
    const init = { method: 'POST', headers: { ...NDJSON, 'content-encoding': 'gzip' }, body };
    expect(await (await desk.ask(`jobs/${id}/pages`, init)).json()).toMatchObject({ pages: 150 });
    const cut = { ...init, body: body.slice(0, -9) };
    expect(await problemOf(desk.ask(`jobs/${id}/pages`, cut))).toMatchObject({ status: 400 });
    expect(await desk.finished(id)).toMatchObject({ in: 150, done: 150 });
  });

  test('that are too large have an error, and the others an answer', async () => {
    await desk.put(id);
    const huge = JSON.stringify({ text: 'x'.repeat(LONG) });
    const line = `{"text":"${'x'.repeat(11_000_000)}"}`;
    const lines = [page(1), line, huge, page(4)];
    for (const added of [4, 0])
      expect(await (await desk.send(id, lines)).json()).toMatchObject({ pages: 4, added });
    await desk.finished(id);
    expect((await desk.results(id)).map((result) => result.page)).toEqual([1, 4]);
    expect(await desk.errors(id)).toMatchObject([
      { page: 2, status: 413 },
      { page: 3, status: 413 },
    ]);
  });

  test('of a request that is too large are kept up to there', async () => {
    const small = await start({ vars: { MAX_BATCH_BYTES: '1000' } });
    await small.put(id);
    const many = { method: 'POST', headers: NDJSON, body: streamOf(pages(1, 20)) };
    const init = { ...many, duplex: 'half' } as RequestInit;
    const problem = await problemOf(small.ask(`jobs/${id}/pages`, init));
    expect(problem).toMatchObject({ status: 413, type: '/problems/too-large' });
    const { in: come, next } = await small.finished(id);
    expect(come).toBeGreaterThan(0);
    expect(next).toBe(come + 1);
    expect(problem.detail).toContain(`go on with ?from=${next}.`);
  });

  test.each([
    ['another type', 415, '', { 'content-type': 'application/json' }],
    ['no number', 422, '?from=SECRET', NDJSON],
    ['number 0', 422, '?from=0', NDJSON],
    ['an option', 422, '?language=en', NDJSON],
  ])('are refused for %s', async (_, status, query, headers) => {
    await desk.put(id);
    const init = { method: 'POST', headers, body: page(1) };
    const response = await desk.ask(`jobs/${id}/pages${query}`, init);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('SECRET');
    expect((await desk.job(id)).in).toBe(0);
  });
});

describe('results', () => {
  test('as CSV have a row a quote', async () => {
    await desk.put(id);
    await desk.send(id, [...pages(1, 2), JSON.stringify({ text: 'No quote.' }), page(4)]);
    await desk.finished(id);
    const asked = await desk.ask(`jobs/${id}/results?format=csv`);
    expect(asked.headers.get('content-type')).toMatch(/^text\/csv/);
    const text = await asked.text();
    const rows = parseCsv(text, { columns: true, bom: true }) as Record<string, string>[];
    expect(rows.map((row) => [row['page'], row['document_id'], row['speaker']])).toEqual([
      ['1', 'page-1', 'Ines Marlow'],
      ['2', 'page-2', 'Ines Marlow'],
      ['4', 'page-4', 'Ines Marlow'],
    ]);
    const [first] = await desk.results(id);
    expect(rows[0]?.['fingerprint']).toBe(first?.quotes?.[0]?.fingerprint);
    const accepted = await desk.ask(`jobs/${id}/results`, { headers: { accept: 'text/csv' } });
    expect(await accepted.text()).toBe(text);
    expect((await desk.ask(`jobs/${id}/results?format=parquet`)).status).toBe(406);
  });

  test('of a job without pages are empty', async () => {
    await desk.put(id);
    expect([await desk.results(id), await desk.errors(id)]).toEqual([[], []]);
  });
});

describe('the end of a job', () => {
  const own = async (): Promise<readonly string[]> =>
    (await desk.keys()).filter((key) => key.includes(id));

  test('leaves nothing, also while its pages are analysed', async () => {
    await desk.put(id);
    await desk.send(id, pages(1, 150));
    const removed = await desk.ask(`jobs/${id}`, { method: 'DELETE' });
    expect([removed.status, await removed.text()]).toEqual([204, '']);
    expect((await desk.ask(`jobs/${id}`)).status).toBe(404);
    // The same id again is another job, which late messages do not reach.
    expect((await desk.put(id, { language: 'de' })).status).toBe(201);
    await desk.send(id, [page(7)]);
    await desk.finished(id);
    expect((await desk.results(id)).map((result) => result.id)).toEqual(['page-7']);
    await desk.ask(`jobs/${id}`, { method: 'DELETE' });
    for (let left = await own(); left.length > 0; left = await own()) await wait(50);
  });

  test('comes by itself when it is too old', async () => {
    await desk.put(id);
    await desk.send(id, pages(1, 3));
    await desk.finished(id);
    const bucket = await desk.miniflare.getR2Bucket('JOBS_BUCKET');
    const record = recordKey({ owner: 'all', id });
    const job = JSON.parse((await (await bucket.get(record))?.text()) ?? '') as object;
    const daysAgo = (days: number): string =>
      new Date(Date.now() - days * 24 * 60 * 60 * 1000).toISOString();
    await bucket.put(record, JSON.stringify({ ...job, created: daysAgo(6.9) }));
    await desk.sweep();
    expect(await desk.job(id)).toMatchObject({ done: 3 });
    await bucket.put(record, JSON.stringify({ ...job, created: daysAgo(7.1) }));
    await desk.sweep();
    expect(await own()).toEqual([]);
  });

  test('is cleared up behind a process that did not come to it', async () => {
    await desk.put(id);
    await desk.send(id, pages(1, 3));
    await desk.finished(id);
    const bucket = await desk.miniflare.getR2Bucket('JOBS_BUCKET');
    await bucket.delete(recordKey({ owner: 'all', id }));
    expect((await own()).length).toBeGreaterThan(0);
    await desk.sweep();
    expect(await own()).toEqual([]);
  });
});

test('pages that the queue has lost are found by the sweep', async () => {
  await desk.put(id);
  const bucket = await desk.miniflare.getR2Bucket('JOBS_BUCKET');
  const record = await bucket.get(recordKey({ owner: 'all', id }));
  const { run } = JSON.parse((await record?.text()) ?? '') as { run: string };
  // As a process leaves them that ends before it has queued them.
  for (const number of [1, 2, 3])
    await bucket.put(pageKey({ owner: 'all', id, run }, 'pages', number), page(number));
  while ((await desk.job(id)).waiting > 0) {
    await desk.sweep();
    await wait(500);
  }
  expect((await desk.results(id)).map((result) => result.id)).toEqual([
    'page-1',
    'page-2',
    'page-3',
  ]);
});

describe('protection', () => {
  test('each key has jobs of its own', async () => {
    const hashes = KEYS.map((key) => createHash('sha256').update(key).digest('hex'));
    const closed = await start({ vars: { API_KEYS: hashes.join(' ') } });
    const [one, other] = KEYS.map((key) => ({ authorization: `Bearer ${key}` }));
    const put = (headers = {}) => closed.ask('jobs/mine', { method: 'PUT', headers });
    expect((await put()).status).toBe(401);
    expect((await put(one)).status).toBe(201);
    const headers = { ...NDJSON, ...one };
    const init = { method: 'POST', headers, body: page(1) };
    expect((await closed.ask('jobs/mine/pages', init)).status).toBe(200);
    for (const path of ['', '/results', '/errors']) {
      expect((await closed.ask(`jobs/mine${path}`)).status).toBe(401);
      expect((await closed.ask(`jobs/mine${path}`, { headers: other ?? {} })).status).toBe(404);
      expect((await closed.ask(`jobs/mine${path}`, { headers: one ?? {} })).status).toBe(200);
    }
    const gone = { method: 'DELETE', headers: other ?? {} };
    expect((await closed.ask('jobs/mine', gone)).status).toBe(404);
    expect((await put(other)).status).toBe(201);
  });

  test('pages of the configured origins may ask', async () => {
    await desk.put(id);
    const headers = { origin: 'https://desk.example' };
    const answer = await desk.ask(`jobs/${id}/results`, { headers });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://desk.example');
    const asking = { ...headers, 'access-control-request-method': 'DELETE' };
    const beforehand = await desk.ask(`jobs/${id}`, { method: 'OPTIONS', headers: asking });
    expect(beforehand.headers.get('access-control-allow-methods')).toContain('DELETE');
  });
});

describe('a deployment', () => {
  const ROUTES = [
    ['PUT', ''],
    ['GET', ''],
    ['DELETE', ''],
    ['POST', '/pages'],
    ['GET', '/results'],
    ['GET', '/errors'],
  ] as const;

  test('without jobs says so', async () => {
    const server = await startServer(inject('bundle'));
    try {
      for (const [method, path] of ROUTES) {
        const init = { method, body: method === 'POST' ? page(1) : null, headers: NDJSON };
        const problem = await problemOf(fetch(new URL(`/v1/jobs/a${path}`, server.url), init));
        expect(problem).toMatchObject({ status: 404, type: '/problems/not-found' });
        expect(problem.detail).toContain('has no jobs');
      }
    } finally {
      await server.close();
    }
  });

  test('with half of what jobs need fails loudly', async () => {
    const half = await start({ hasQueue: false });
    for (const [method, path] of ROUTES) {
      const body = method === 'POST' ? page(1) : null;
      expect((await half.ask(`jobs/a${path}`, { method, body, headers: NDJSON })).status).toBe(500);
    }
  });
});
