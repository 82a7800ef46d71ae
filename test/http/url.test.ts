/**
 * The address that a page is from reaches whoever reads the page: publishers' rules look at its elements.
 */
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import type { Service } from '../../src/http/env.ts';
import { harness, problemOf } from './harness.ts';

const URL_SENT = 'https://www.desk.example/story';
const { service } = harness();
const seen: (string | undefined)[] = [];
const app = createApp({
  ...service,
  readHtml(html, most, url) {
    seen.push(url);
    return service.readHtml(html, most, url);
  },
} satisfies Service);

async function urlOf(path: string, type: string, body: string): Promise<string | undefined> {
  seen.length = 0;
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
  });
  expect(response.status).toBe(200);
  await response.text();
  expect(seen).toHaveLength(1);
  return seen[0];
}

const html = '<p>One.';
const json = JSON.stringify({ html, url: URL_SENT });

test.each([
  ['a page with its options in the query', `/v1/analyze?url=${URL_SENT}`, 'text/html', html],
  ['a page in JSON', '/v1/analyze', 'application/json', json],
  ['a line of a batch', '/v1/batch', 'application/x-ndjson', `${json}\n`],
  [
    'a page to verify',
    '/v1/verify',
    'application/json',
    JSON.stringify({ html, url: URL_SENT, quotes: ['Two.'] }),
  ],
])('%s', async (_, path, type, body) => {
  expect(await urlOf(path, type, body)).toBe(URL_SENT);
});

test('a page from nowhere', async () => {
  expect(await urlOf('/v1/analyze', 'text/html', html)).toBeUndefined();
});

describe('an address that no page has', () => {
  const BAD = [
    'javascript:alert(1)',
    'data:text/html,a',
    'file:///etc/hosts',
    'ftp://example.com/a',
    '//example.com/a',
    'https:example.com',
    ' https://example.com',
    'http://',
    'https://[',
  ];
  const MESSAGE =
    'must be a URL that begins with https:// or http://, such as https://example.com/story';
  const ask = (path: string, type: string, body: string) =>
    app.request(path, { method: 'POST', headers: { 'content-type': type }, body });

  test.each(BAD)('%s is a 422 that says what would do', async (url) => {
    const text = JSON.stringify({ text: 'a', url });
    const quotes = JSON.stringify({ text: 'a', url, quotes: ['a'] });
    const query = `/v1/analyze?url=${encodeURIComponent(url)}`;
    const errors = [{ pointer: '/url', detail: MESSAGE }];
    for (const [path, type, body] of [
      ['/v1/analyze', 'application/json', text],
      [query, 'text/plain', 'a'],
      [query, 'text/html', 'a'],
      ['/v1/verify', 'application/json', quotes],
    ] as const) {
      const response = await ask(path, type, body);
      expect(response.status).toBe(422);
      expect((await problemOf(response)).errors).toEqual(errors);
    }
    const batch = await ask('/v1/batch', 'application/x-ndjson', `${text}\n`);
    expect(JSON.parse(await batch.text())).toMatchObject({ line: 1, status: 422, errors });
  });

  test.each(['http://example.com', 'HTTPS://example.com/a', 'https://例え.jp/ä?b#c'])(
    '%s is one that a page may have',
    async (url) => {
      const body = JSON.stringify({ text: 'a', url });
      expect((await ask('/v1/analyze', 'application/json', body)).status).toBe(200);
    },
  );
});
