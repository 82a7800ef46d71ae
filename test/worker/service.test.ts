/**
 * Streams, files and calls inside workerd, whose own they are.
 * @module
 */
import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/schema/rule.ts';

const URL_BASE = 'https://copydesk.test';

const ask = (path: string, init?: RequestInit) =>
  exports.default.fetch(new Request(URL_BASE + path, init));

describe('a batch', () => {
  const headers = { 'content-type': 'application/x-ndjson' };

  test('answers a line before the next is sent', async () => {
    const { readable, writable } = new IdentityTransformStream();
    const writer = writable.getWriter();
    const response = await ask('/v1/batch', { method: 'POST', headers, body: readable });
    const answers = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const id of ['first', 'second']) {
      const line = `${JSON.stringify({ id, text: 'Bridge closed.' })}\n`;
      void writer.write(new TextEncoder().encode(line));
      expect((await answers?.read())?.value).toContain(`"id":"${id}"`);
    }
    await writer.close();
    expect((await answers?.read())?.done).toBe(true);
  });

  test('is decompressed as it comes', async () => {
    const line = `${JSON.stringify({ id: 'same', text: 'Bridge closed.', include: [] })}\n`;
    const body = new Response(line.repeat(2000)).body?.pipeThrough(new CompressionStream('gzip'));
    const zipped = await new Response(body ?? null).arrayBuffer();
    const init = {
      method: 'POST',
      headers: { ...headers, 'content-encoding': 'gzip' },
      body: zipped,
    };
    const text = await (await ask('/v1/batch', init)).text();
    expect(text.split('\n')).toHaveLength(2001);
    const cut = await ask('/v1/batch', { ...init, body: zipped.slice(0, -4) });
    expect((await cut.text()).trim().split('\n').at(-1)).toContain('/problems/broken-encoding');
  });
});

test('rules and the description are read from their files', async () => {
  const rule = await ask('/v1/rules/en/ads/ad-controls');
  expect((await rule.json<Rule>()).examples.positive.length).toBeGreaterThan(0);
  const description = await ask('/openapi.json');
  expect(await description.json()).toMatchObject({ openapi: '3.1.0' });
});

test('another Worker calls without HTTP', async () => {
  const analysis = await exports.Copydesk.analyze({ text: 'Bridge closed.', include: [] });
  expect(analysis).toMatchObject({ length: 14 });
  const page = { html: '<p>Bridge <b>closed</b>.', quotes: ['bridge closed'] };
  const verification = await exports.Copydesk.verify(page);
  expect(verification).toMatchObject({
    text: 'Bridge closed.',
    quotes: [{ status: 'typographic', total: 1 }],
  });
});
