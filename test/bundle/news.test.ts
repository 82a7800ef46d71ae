/**
 * News documents in the built Worker.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import type { Analysis } from '../../src/schema/types.ts';
import { breaches } from '../contract.ts';
import { talksTo } from './server.ts';

const server = talksTo(new URL(inject('origin')));

const NEWS = join(import.meta.dirname, '../fixtures/news');

test.each([
  ['bridge.nitf.xml', 'application/xml', 'nitf', 1],
  ['message.newsml-g2.xml', 'application/xml', 'newsml-g2', 2],
  ['feed.rss', 'application/rss+xml', 'rss', 3],
  ['feed.atom', 'application/atom+xml', 'atom', 2],
  ['ferry.ninjs.json', 'application/vnd.iptc.ninjs+json', 'ninjs', 2],
])('%s as %s', async (name, type, format, articles) => {
  const response = await server.post(readFileSync(join(NEWS, name)), { 'content-type': type });
  expect(response.status).toBe(200);
  const answer = (await response.json()) as Analysis;
  expect(answer.input.format).toBe(format);
  expect(answer.articles).toHaveLength(articles);
  expect(breaches(answer.text ?? '', answer)).toEqual([]);
});

test('what cannot be read is refused', async () => {
  const type = { 'content-type': 'application/xml' };
  for (const [body, status] of [
    ['<rss>', 400],
    ['<svg/>', 422],
  ] as const) {
    const response = await server.post(body, type);
    expect(response.status).toBe(status);
    await response.arrayBuffer();
  }
});

test.each([
  ['<item/>', 99_000, 200],
  ['<item><title>A</title></item>', 49_000, 200],
  ['<item><title>A</title></item>', 51_000, 422],
])('as many elements as are allowed are answered: %s %i times', async (piece, count, status) => {
  const type = { 'content-type': 'application/xml' };
  const response = await server.post(`<rss>${piece.repeat(count)}</rss>`, type);
  expect(response.status).toBe(status);
  await response.arrayBuffer();
});
