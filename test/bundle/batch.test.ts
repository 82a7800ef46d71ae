/**
 * Batches through the built Worker: as long as they may be, and as bad.
 * @module
 */
import { once } from 'node:events';
import { request } from 'node:http';
import { createInterface } from 'node:readline';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { BatchProblem } from '../../src/schema/batch.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { quantile } from '../../tools/bench/clock.ts';
import { samplePage } from '../../tools/check/sample.ts';
import { workerdBytes, workerdMs } from '../../tools/check/workerd.ts';
import { cases, isLong } from '../long.ts';
import { startServer, type Server } from './server.ts';

const NDJSON = { 'content-type': 'application/x-ndjson' };
const MEGABYTE = 1024 * 1024;

let server: Server;
beforeAll(async () => {
  server = await startServer(inject('bundle'));
});
afterAll(() => server.close());

type Answered = Analysis | BatchProblem;

interface Talk {
  /** Resolves when the line may be followed by another. */
  send(line: string): Promise<void>;
  end(): void;
  /** Cuts the connection. */
  leave(): void;
  readonly answers: AsyncIterator<string>;
}

/** A batch whose lines are sent, and whose answers read, one by one. */
async function talk(): Promise<Talk> {
  const sent = request(new URL('/v1/batch', server.url), { method: 'POST', headers: NDJSON });
  sent.flushHeaders();
  const response = once(sent, 'response');
  async function* answers(): AsyncGenerator<string> {
    const [stream] = await response;
    stream.on('error', () => undefined);
    expect(stream.statusCode).toBe(200);
    yield* createInterface({ input: stream, crlfDelay: Infinity });
  }
  return {
    async send(line) {
      if (!sent.write(`${line}\n`)) await once(sent, 'drain');
    },
    end: () => void sent.end(),
    leave() {
      sent.on('error', () => undefined).destroy();
    },
    answers: answers(),
  };
}

async function post(body: string | Uint8Array<ArrayBuffer>, headers = {}): Promise<Answered[]> {
  const init = { method: 'POST', body, headers: { ...NDJSON, ...headers } };
  const response = await fetch(new URL('/v1/batch', server.url), init);
  expect(response.status).toBe(200);
  const lines = (await response.text()).split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Answered);
}

test('an answer comes before the next line is sent', async () => {
  const { send, end, answers } = await talk();
  for (const id of ['first', 'second', 'third']) {
    await send(JSON.stringify({ id, text: 'Bridge closed.' }));
    expect(JSON.parse((await answers.next()).value)).toMatchObject({ id, length: 14 });
  }
  end();
  expect((await answers.next()).done).toBe(true);
});

/** A line of so many bytes, most of them blank, since only the lines and what is made of them could pile up. */
function wideLine(id: number, text: string, bytes: number): string {
  return `{"id":"${id}",${' '.repeat(bytes)}"text":${JSON.stringify(text)}}`;
}

const DOCUMENTS = cases(500, 10_000);

test(`${DOCUMENTS} documents, in order, in memory that does not grow with them`, async () => {
  const BAD = 77;
  const page = samplePage().slice(0, 400);
  const { send, end, answers } = await talk();
  const writing = (async () => {
    for (let i = 1; i <= DOCUMENTS; i++) {
      await send(i % BAD === 0 ? `{"id":"${i}"` : wideLine(i, `${i} ${page}`, 20_000));
    }
    end();
  })();
  const memory: number[] = [];
  for (let i = 1; i <= DOCUMENTS; i++) {
    const answer = JSON.parse((await answers.next()).value) as Answered;
    if (i % BAD === 0) expect(answer).toMatchObject({ line: i, status: 400 });
    else expect('id' in answer && answer.id).toBe(`${i}`);
    if (i % (DOCUMENTS / 20) === 0) memory.push((workerdBytes() ?? 0) / MEGABYTE);
  }
  expect((await answers.next()).done).toBe(true);
  await writing;
  // Few documents prove nothing: a heap that is still settling grows by more than they are.
  if (!isLong) return;
  if (process.platform === 'linux') expect(memory[0]).toBeGreaterThan(0);
  // 200 megabytes of lines pass. Were they kept, the last quarter would have at least 80 more than the second; a heap that is still settling had 16 to 37.
  const growth = Math.min(...memory.slice(15)) - quantile(memory.slice(5, 10), 0.5);
  expect(growth).toBeLessThan(70);
}, 300_000);

test('a client that does not read is not read from; nothing is lost', async () => {
  const COUNT = 1200;
  const blank = ' '.repeat(100_000);
  const { send, end, answers } = await talk();
  let written = 0;
  const writing = (async () => {
    while (written < COUNT) await send(wideLine(++written, blank, 0));
    end();
  })();
  let before = -1;
  while (written !== before) {
    before = written;
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  // 120 megabytes each way; what stands between the two are buffers of sockets, of some 30.
  expect(written).toBeLessThan(COUNT / 2);
  for (let i = 1; i <= COUNT; i++) {
    expect(JSON.parse((await answers.next()).value)).toMatchObject({
      id: `${i}`,
      length: blank.length,
    });
  }
  await writing;
}, 120_000);

describe('hostile batches', () => {
  const zipped = { 'content-encoding': 'gzip' };

  test.each([
    ['one line without end', 'a', [413, 413]],
    ['nothing but line ends', '\n', [413]],
  ])('a gzip bomb of %s costs little', async (_, unit, statuses) => {
    const bomb = gzipSync(Buffer.alloc(300 * MEGABYTE, unit));
    const took: number[] = [];
    // What else the runtime does meanwhile, such as to collect what other tests left, counts: the least of three tells, and
    // one that took little is enough.
    for (let i = 0; i < 3 && Math.min(...took) >= 500; i++) {
      const before = workerdMs() ?? 0;
      const answers = await post(bomb as Uint8Array<ArrayBuffer>, zipped);
      took.push((workerdMs() ?? 0) - before);
      expect(answers.map((line) => 'status' in line && line.status)).toEqual(statuses);
    }
    // Processor time: to inflate and search it all would take seconds, and this takes a tenth of one.
    expect(Math.min(...took)).toBeLessThan(500);
  });

  test('a length that promises too much is refused before the body comes', async () => {
    const answer = await server.raw(
      'POST /v1/batch HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-ndjson\r\nContent-Length: 999999999999\r\n\r\n{}',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('gzip that breaks off ends the batch with a problem', async () => {
    const body = gzipSync(
      `${JSON.stringify({ id: 'first', text: '' })}\n`.repeat(50_000).slice(0, 100_000),
    );
    const answers = await post(new Uint8Array(body.subarray(0, -100)), zipped);
    expect(answers[0]).toMatchObject({ id: 'first' });
    expect(answers.at(-1)).toMatchObject({ type: '/problems/broken-encoding' });
  });

  test('a client that goes away does no harm', async () => {
    const { send, leave, answers } = await talk();
    await send(JSON.stringify({ id: 'first', text: '' }));
    await answers.next();
    leave();
    expect(await post(JSON.stringify({ id: 'second', text: '' }))).toMatchObject([
      { id: 'second' },
    ]);
  });
});
