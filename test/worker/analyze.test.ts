/**
 * The Worker's source inside workerd, whose streams, decoders and headers are not Node's.
 * @module
 */
import { exports } from 'cloudflare:workers';
import { describe, expect, test } from 'vitest';
import type { Analysis } from '../../src/schema/types.ts';
import { breaches } from '../contract.ts';

const URL_BASE = 'https://copydesk.test';

async function post(
  body: BodyInit,
  headers: Record<string, string> = {},
  query = '',
): Promise<Response> {
  return exports.default.fetch(
    new Request(`${URL_BASE}/v1/analyze${query}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain', ...headers },
    }),
  );
}

async function gzip(text: string): Promise<ArrayBuffer> {
  const stream = new Response(text).body?.pipeThrough(new CompressionStream('gzip'));
  return new Response(stream ?? null).arrayBuffer();
}

describe('text comes through as it was sent', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\t\r\n '],
    ['a byte-order mark', '\uFEFFFirst line.\nSecond line.'],
    ['every kind of character', 'aé€😀 \u2028 \0 \u0301 \u200D\r\n\u{10FFFF}'],
    ['a story', 'Bridge closed\n\n“It is safe,” said Ann Reed, the mayor.\n'],
  ])('%s', async (_, text) => {
    for (const offsetUnit of ['utf16', 'codepoint']) {
      const answers = [
        await post(text, {}, `?offsetUnit=${offsetUnit}`),
        await post(JSON.stringify({ text, offsetUnit }), { 'content-type': 'application/json' }),
        await post(await gzip(text), { 'content-encoding': 'gzip' }, `?offsetUnit=${offsetUnit}`),
      ];
      const bodies = await Promise.all(answers.map((answer) => answer.text()));
      expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
      expect(new Set(bodies).size).toBe(1);
      expect(breaches(text, JSON.parse(bodies[0] ?? '') as Analysis)).toEqual([]);
    }
  });

  test('lone surrogates in JSON', async () => {
    const body = '{"text":"a \\ud83d b\\n\\ude00 c"}';
    const response = await post(body, { 'content-type': 'application/json' });
    expect(response.status).toBe(200);
    const text = (JSON.parse(body) as { text: string }).text;
    expect(breaches(text, await response.json())).toEqual([]);
  });

  test.each(['text', 'csv', 'html'])(
    'lone surrogates leave as %s in valid UTF-8',
    async (format) => {
      const body = `{"text":"“We can\\ud83d go,” said Ann Reed.","format":"${format}"}`;
      const response = await post(body, { 'content-type': 'application/json' });
      expect(response.status).toBe(200);
      const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
      expect(strict.decode(await response.arrayBuffer())).toContain('We can\ufffd go');
    },
  );
});

describe('HTML', () => {
  const page =
    '<html lang=en><title>Bridge closed</title><nav><a href=/>Home</a></nav>' +
    '<h1>Bridge closed</h1><p>“It is safe,” said Ann Reed, the caf\u00e9 owner.</p><script>x</script>';
  const text = 'Home\nBridge closed\n\n“It is safe,” said Ann Reed, the café owner.';

  test('the same page in any charset and any way gives the same bytes', async () => {
    const html = { 'content-type': 'text/html' };
    const old = Uint8Array.from(page.replace('“', '\x93').replace('”', '\x94'), (char) =>
      char.charCodeAt(0),
    );
    const answers = [
      await post(page, html),
      await post(old, html),
      await post(old, { 'content-type': 'text/html; charset=windows-1252' }),
      await post(await gzip(page), { ...html, 'content-encoding': 'gzip' }),
      await post(JSON.stringify({ html: page }), { 'content-type': 'application/json' }),
    ];
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(bodies).size).toBe(1);
    const answer = JSON.parse(bodies[0] ?? '') as Analysis;
    expect(answer.text).toBe(text);
    expect(breaches(text, answer)).toEqual([]);
  });

  test.each([
    ['shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['gbk', [0xc4, 0xe3], '你'],
    ['koi8-r', [0xc4, 0xc1], 'да'],
    ['utf-16le', [0xe9, 0x00], 'é'],
  ])('in %s', async (charset, bytes, expected) => {
    const type = `text/html; charset=${charset}`;
    const response = await post(new Uint8Array(bytes), { 'content-type': type });
    expect(await response.json()).toMatchObject({ text: expected });
  });

  test('an unknown charset is a 415', async () => {
    expect((await post('a', { 'content-type': 'text/html; charset=x' })).status).toBe(415);
  });
});

test('a part that was not asked for is not there', async () => {
  const response = await post('A line.', {}, '?include=quotes');
  const answer = await response.json<Record<string, unknown>>();
  expect(answer).toHaveProperty('quotes');
  for (const part of ['segments', 'articles', 'speakers']) expect(answer).not.toHaveProperty(part);
});

test('an id comes back, and is absent when none was sent', async () => {
  expect(await (await post('a', {}, '?id=wire-1')).json()).toMatchObject({ id: 'wire-1' });
  expect(await (await post('a')).json()).not.toHaveProperty('id');
});

describe('bodies that do not decode', () => {
  test.each([
    ['not gzip', 'hello', { 'content-encoding': 'gzip' }],
    ['nothing as gzip', '', { 'content-encoding': 'gzip' }],
    ['not UTF-8', new Uint8Array([0x61, 0xff]), {}],
    ['half a character', new Uint8Array([0xe2, 0x82]), {}],
    ['not JSON', '{"text":', { 'content-type': 'application/json' }],
  ])('%s', async (_, body, headers) => {
    const response = await post(body, headers);
    expect(response.status).toBe(400);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
  });

  test('gzip that is cut, or followed by what is none', async () => {
    const whole = new Uint8Array(await gzip('hello hello'));
    for (const body of [
      whole.slice(0, -1),
      new Uint8Array([...whole, 1]),
      new Uint8Array([...whole, ...whole.slice(0, -1)]),
    ]) {
      expect((await post(body, { 'content-encoding': 'gzip' })).status).toBe(400);
    }
  });
});

test('gzip of several members, and padding behind them, is read whole', async () => {
  const [hello, world] = [await gzip('hello '), await gzip('world')];
  const body = new Uint8Array([...new Uint8Array(hello), ...new Uint8Array(world), 0, 0]);
  const response = await post(body, { 'content-encoding': 'gzip' });
  expect(await response.json()).toMatchObject({ length: 'hello world'.length });
});

test('more than the limit, before or after decompression, is a 413', async () => {
  const text = 'a'.repeat(1_048_577);
  expect((await post(text)).status).toBe(413);
  expect((await post(await gzip(text), { 'content-encoding': 'gzip' })).status).toBe(413);
  const json = { 'content-type': 'application/json' };
  expect((await post(JSON.stringify({ text }), json)).status).toBe(413);
});

test('health', async () => {
  const response = await exports.default.fetch(`${URL_BASE}/health`);
  expect(response.status).toBe(200);
  const { status, engine, rulesVersion } = await response.json<Record<string, string>>();
  expect(status).toBe('ok');
  expect(engine).toMatch(/^\d+\.\d+\.\d+/);
  expect(rulesVersion).toBeTruthy();
});
