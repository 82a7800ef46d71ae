/**
 * The built Worker in plain workerd, without the proxy of the development server, which answers for the Worker when a
 * request breaks off: requests that no HTTP client sends.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startFresh, type Fresh } from '../../tools/check/fresh.ts';
import { talk } from './server.ts';

let fresh: Fresh;
beforeAll(async () => {
  const bundle = await readFile(join(inject('bundle'), 'index.js'), 'utf8');
  fresh = await startFresh({ 'index.js': bundle });
});
afterAll(() => fresh.stop());

const ROUTES = [
  ['/v1/analyze', 'text/plain'],
  ['/v1/analyze', 'text/html'],
  ['/v1/analyze', 'application/json'],
  ['/v1/verify', 'application/json'],
  ['/v1/batch', 'application/x-ndjson'],
] as const;

const head = (path: string, type: string, ...more: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, 'Host: x', `Content-Type: ${type}`, ...more, '', ''].join('\r\n');

const TOO_LARGE = /^HTTP\/1\.1 413 [^]*"type":"\/problems\/too-large"/;
const BROKEN = /^HTTP\/1\.1 400 [^]*"type":"\/problems\/broken-body"/;

test.each(ROUTES)('%s, %s: a length far over the limit is refused unread', async (path, type) => {
  expect(await talk(fresh.url, head(path, type, 'Content-Length: 999999999'))).toMatch(TOO_LARGE);
});

describe('a body that breaks off', () => {
  const single = ROUTES.filter(([path]) => path !== '/v1/batch');

  test.each(single)('%s, %s: before its length is reached', async (path, type) => {
    const bytes = `${head(path, type, 'Content-Length: 100')}{"text"`;
    expect(await talk(fresh.url, bytes, true)).toMatch(BROKEN);
  });

  test.each(single)('%s, %s: in a chunk, or with a bad one', async (path, type) => {
    const chunked = head(path, type, 'Transfer-Encoding: chunked');
    expect(await talk(fresh.url, `${chunked}7\r\n{"tex`, true)).toMatch(BROKEN);
    expect(await talk(fresh.url, `${chunked}7\r\n{"text"\r\nx\r\n`)).toMatch(BROKEN);
  });

  test('compressed', async () => {
    const bytes = head(
      '/v1/analyze',
      'text/plain',
      'Content-Encoding: gzip',
      'Content-Length: 100',
    );
    expect(await talk(fresh.url, `${bytes}\x1f`, true)).toMatch(BROKEN);
  });
});

test('a Content-Type that breaks the grammar is refused on every route', async () => {
  for (const [path, type] of ROUTES) {
    for (const charset of ['utf"8', '"utf-8', `${' '.repeat(40)}x"x`, '']) {
      const bytes = head(path, `${type}; charset=${charset}`, 'Content-Length: 0');
      expect(await talk(fresh.url, bytes), charset).toMatch(/^HTTP\/1\.1 415 /);
    }
  }
});

test('after all that it still works', async () => {
  await fresh.ask('POST', '/v1/analyze', { 'content-type': 'text/plain' }, 'hello');
});
