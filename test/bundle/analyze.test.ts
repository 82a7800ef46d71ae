/**
 * The built Worker from outside, over HTTP.
 * @module
 */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Analysis } from '../../src/schema/types.ts';
import { workerdMs } from '../../tools/check/workerd.ts';
import { breaches } from '../contract.ts';
import { startServer, type Server } from './server.ts';

const json = { 'content-type': 'application/json' };
const zipped = { 'content-encoding': 'gzip' };
const LIMIT = 1_048_576;

let server: Server;
beforeAll(async () => {
  server = await startServer(inject('bundle'));
});
afterAll(() => server.close());

/** Status of an answer whose body has been read, as a polite client does. */
async function statusOf(answer: Promise<Response>): Promise<number> {
  const response = await answer;
  await response.arrayBuffer();
  return response.status;
}

describe('statuses', () => {
  test('200', async () => {
    const text = 'Bridge closed\n\n“It is safe,” said Ann Reed.\n';
    const response = await server.post(JSON.stringify({ text, offsetUnit: 'codepoint' }), json);
    expect(response.status).toBe(200);
    expect(breaches(text, (await response.json()) as Analysis)).toEqual([]);
  });

  test('400', async () => {
    expect(await statusOf(server.post('{', json))).toBe(400);
    expect(await statusOf(server.post(new Uint8Array([0xff])))).toBe(400);
    expect(await statusOf(server.post('hello', zipped))).toBe(400);
    expect(await statusOf(server.post(gzipSync('hello').subarray(0, -2), zipped))).toBe(400);
    const members = Buffer.concat([gzipSync('hello '), gzipSync('world')]);
    const answer = await (await server.post(members, zipped)).json();
    expect(answer).toMatchObject({ length: 'hello world'.length });
    const followed = Buffer.concat([members, Buffer.from('more')]);
    expect(await statusOf(server.post(followed, zipped))).toBe(400);
  });

  test('404 and 405', async () => {
    expect(await statusOf(fetch(new URL('/nope', server.url)))).toBe(404);
    const response = await fetch(new URL('/v1/analyze', server.url));
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    const head = await fetch(new URL('/v1/analyze', server.url), { method: 'HEAD' });
    expect(head.status).toBe(405);
    expect(await statusOf(fetch(new URL('/health', server.url), { method: 'HEAD' }))).toBe(200);
  });

  test('406', async () => {
    expect(await statusOf(server.post('a', {}, '?format=xml'))).toBe(406);
    expect(await statusOf(server.post('a', { accept: 'image/png' }))).toBe(406);
  });

  test('413', async () => {
    expect(await statusOf(server.post('a'.repeat(LIMIT)))).toBe(200);
    expect(await statusOf(server.post('a'.repeat(LIMIT + 1)))).toBe(413);
    expect(await statusOf(server.post(JSON.stringify({ text: 'a'.repeat(LIMIT + 1) }), json))).toBe(
      413,
    );
    expect(await statusOf(server.post(gzipSync('a'.repeat(LIMIT + 1)), zipped))).toBe(413);
  });

  test('415', async () => {
    expect(await statusOf(server.post('a', { 'content-type': 'image/png' }))).toBe(415);
    expect(await statusOf(server.post('a', { 'content-encoding': 'br' }))).toBe(415);
  });

  test('422', async () => {
    const response = await server.post(JSON.stringify({ text: 'a', minConfidence: 2 }), json);
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      status: 422,
      requestId: response.headers.get('x-request-id'),
      errors: [{ pointer: '/minConfidence' }],
    });
  });
});

describe('large texts', () => {
  test.each([
    ['one line of words', 'word '.repeat(LIMIT / 5)],
    ['one word', 'a'.repeat(LIMIT)],
    ['nothing but line ends', '\n'.repeat(LIMIT)],
    ['the same character outside the BMP', '😀'.repeat(LIMIT / 4)],
  ])('%s', async (_, text) => {
    const response = await server.post(text, {}, '?offsetUnit=codepoint&include=segments');
    expect(response.status).toBe(200);
    expect(breaches(text, (await response.json()) as Analysis)).toEqual([]);
  });

  test('a megabyte with every character escaped still fits', async () => {
    const body = `{"include":[],"text":"${'\\u0061'.repeat(LIMIT)}"}`;
    expect(await statusOf(server.post(body, json))).toBe(200);
  });

  test('thousands of quotes are sent as they are written, and all arrive', async () => {
    const text = Array.from({ length: 3000 }, (_, i) => `“We built ${i},” said Ann Reed.`).join(
      '\n',
    );
    const response = await server.post(JSON.stringify({ text }), json);
    expect(response.headers.get('content-type')).toBe('application/json');
    const analysis = (await response.json()) as Analysis;
    expect(analysis.quotes).toHaveLength(3000);
    expect(analysis.quotes?.[2999]?.content[0]?.text).toBe('“We built 2999,”');
    expect(breaches(text, analysis)).toEqual([]);
  });

  test('the same text gives the same bytes', async () => {
    const text = 'A line.\n“One,” she said.\n'.repeat(200);
    const first = await (await server.post(text)).text();
    expect(await (await server.post(text)).text()).toBe(first);
  });
});

describe('HTML', () => {
  const html = { 'content-type': 'text/html' };
  const MOST = 5 * LIMIT;

  test('is answered with its text', async () => {
    const page =
      '<nav><a href=/>Home</a></nav><h1>Bridge closed</h1><p>“It is safe,” said Ann Reed.';
    for (const response of [
      await server.post(page, html, '?explain=true'),
      await server.post(JSON.stringify({ html: page, explain: true }), json),
    ]) {
      expect(response.status).toBe(200);
      const answer = (await response.json()) as Analysis;
      expect(answer.text).toBe('Home\nBridge closed\n\n“It is safe,” said Ann Reed.');
      expect(breaches(answer.text ?? '', answer)).toEqual([]);
    }
  });

  test.each([
    ['tags', '<div>'],
    ['ends of tags', '</div></b>'],
    ['entities', '&hellip;&#0;'],
    ['attributes', '<p class="a b c" id=d hidden>'],
    ['comments', '<!-- <p> -->'],
    ['links', '<a href=x>y</a>'],
    ['cells', '<table><tr><td>'],
  ])('five megabytes of %s', async (_, piece) => {
    const page = piece.repeat(Math.floor(MOST / piece.length));
    const response = await server.post(page, html, '?include=segments');
    expect([200, 413]).toContain(response.status);
    if (response.status === 200) {
      const answer = (await response.json()) as Analysis;
      expect(breaches(answer.text ?? '', answer)).toEqual([]);
    } else await response.arrayBuffer();
  });

  test('more than five megabytes, or more than one of text, is too much', async () => {
    expect(await statusOf(server.post(' '.repeat(MOST + 1), html))).toBe(413);
    expect(await statusOf(server.post(`<p>${'a'.repeat(LIMIT + 1)}`, html))).toBe(413);
    expect(
      await statusOf(server.post(gzipSync(' '.repeat(MOST + 1)), { ...html, ...zipped })),
    ).toBe(413);
  });
});

describe('hostile bodies', () => {
  test('a gzip bomb costs little, whatever it says it is', async () => {
    const bomb = gzipSync(Buffer.alloc(300 * 1024 * 1024, 'a'));
    for (const type of ['text/plain', 'text/html', 'application/json']) {
      const took: number[] = [];
      // What else the runtime does meanwhile counts, so the least of three tells, and one that took little is enough.
      for (let i = 0; i < 3 && Math.min(...took) >= 300; i++) {
        const before = workerdMs() ?? 0;
        expect(await statusOf(server.post(bomb, { ...zipped, 'content-type': type }))).toBe(413);
        took.push((workerdMs() ?? 0) - before);
      }
      // Processor time: a second to inflate it all, and 10 to 70 milliseconds for the first megabytes.
      expect(Math.min(...took)).toBeLessThan(300);
    }
  });

  test('a long body of unknown length gets its answer', async () => {
    let left = 200;
    const stream = new ReadableStream({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(65_536).fill(97));
        else controller.close();
      },
    });
    expect(await statusOf(server.post(stream))).toBe(413);
  });

  test.each([LIMIT + 1, 9_999_999, 99_999_999, Number.MAX_SAFE_INTEGER])(
    'a Content-Length that promises too much, %i, is refused before the body comes',
    async (length) => {
      const before = workerdMs() ?? 0;
      const answer = await server.raw(
        `POST /v1/analyze HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\n\r\nhello`,
      );
      expect(answer).toMatch(/^HTTP\/1\.1 413 /);
      expect((workerdMs() ?? 0) - before).toBeLessThan(200);
    },
  );

  test('a Content-Length that promises too little cuts the body, and no more', async () => {
    const answer = await server.raw(
      `POST /v1/analyze HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhello`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"length":2');
  });

  test('after all that it still works', async () => {
    expect(await statusOf(server.post('hello'))).toBe(200);
  });
});
