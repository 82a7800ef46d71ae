/**
 * The address that a page is from reaches whoever reads the page: publishers' rules look at its elements.
 */
import { expect, test } from 'vitest';
import { createApp } from '../../src/http/app.ts';
import type { Service } from '../../src/http/env.ts';
import { harness } from './harness.ts';

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
