import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gzip, harness, pointersOf, problemOf } from './harness.ts';

const RSS = '<rss><channel><item><title>Ferry “stays” in port</title></item></channel></rss>';
const NINJS = { headline: 'Ferry “stays” in port' };
const TEXT = 'Ferry “stays” in port';
const NINJS_TYPE = 'application/vnd.iptc.ninjs+json';

describe('a body', () => {
  test.each([
    'application/xml',
    'text/xml; charset=utf-8',
    'application/rss+xml',
    'application/atom+xml',
    'Application/XML',
  ])('of the type %s is XML, whose root says the format', async (type) => {
    const { post, asked } = harness();
    const response = await post(RSS, { 'content-type': type }, '?id=a');
    expect(response.status).toBe(200);
    expect(asked).toEqual([{ text: TEXT, news: 'rss', options: { id: 'a' } }]);
    expect(await response.json()).toMatchObject({ text: TEXT, length: TEXT.length });
  });

  test('may be ninjs', async () => {
    const { post, asked } = harness();
    const body = `\uFEFF${JSON.stringify(NINJS)}`;
    expect((await post(body, { 'content-type': NINJS_TYPE })).status).toBe(200);
    expect(asked).toEqual([{ text: TEXT, news: 'ninjs', options: {} }]);
  });

  test('is in the charset of the type, of the mark or of the document', async () => {
    const { post, asked } = harness();
    const latin = (text: string): Uint8Array<ArrayBuffer> =>
      new Uint8Array(Buffer.from(text, 'latin1'));
    const rss = '<rss><item><title>Fähre</title></item></rss>';
    const type = { 'content-type': 'application/xml' };
    await post(latin(rss), { 'content-type': 'application/xml; charset=iso-8859-1' });
    await post(latin(`<?xml version="1.0" encoding="windows-1252"?>${rss}`), type);
    expect(asked.map(({ text }) => text)).toEqual(['Fähre', 'Fähre']);
    const response = await post(latin(rss), type);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).detail).toContain('encoding');
  });

  test('may be gzipped, and is as large as HTML may be', async () => {
    const type = { 'content-type': 'application/xml', 'content-encoding': 'gzip' };
    expect((await harness().post(await gzip(RSS), type)).status).toBe(200);
    const env = { MAX_HTML_BYTES: 20 };
    expect((await harness().post(await gzip(RSS), type, '', env)).status).toBe(413);
    const small = { MAX_TEXT_BYTES: 10 };
    expect((await harness().post(await gzip(RSS), type, '', small)).status).toBe(413);
  });
});

describe('refusals', () => {
  test.each([
    ['application/xml', '<rss><SECRET></rss>', 400, 'malformed-xml', 'line 1, column 16'],
    ['application/xml', '', 400, 'malformed-xml', 'no element'],
    ['application/xml', '<SECRET/>', 422, 'invalid-request', 'NewsML-G2'],
    [NINJS_TYPE, '{"SECRET', 400, 'malformed-json', 'JSON'],
    [NINJS_TYPE, '{"SECRET":1}', 422, 'invalid-request', 'no ninjs'],
  ])('%s: %j is a %i', async (type, body, status, kind, words) => {
    const response = await harness().post(body, { 'content-type': type });
    expect(response.status).toBe(status);
    const problem = await problemOf(response);
    expect(problem.type).toBe(`/problems/${kind}`);
    expect(problem.detail).toContain(words);
    expect(JSON.stringify(problem)).not.toContain('SECRET');
  });

  test('news sent as text', async () => {
    const { post, json, asked } = harness();
    const ninjs = `\n${JSON.stringify([NINJS], null, 2)}\n`;
    for (const [text, type] of [
      [RSS, 'application/xml'],
      [ninjs, NINJS_TYPE],
    ] as const)
      for (const response of [await post(text), await json({ text })]) {
        expect(response.status).toBe(422);
        expect((await problemOf(response)).detail).toContain(type);
      }
    expect(asked).toEqual([]);
  });

  test.each(['{}', '[1]', '[“quote”]', '{"a": 1} said he', '[{"a": 1}', '<b>bold</b>'])(
    'but %j is a text',
    async (text) => {
      expect((await harness().post(text)).status).toBe(200);
    },
  );

  test('ninjs in another charset', async () => {
    const type = { 'content-type': `${NINJS_TYPE}; charset=latin1` };
    const response = await harness().post('{}', type);
    expect(response.status).toBe(415);
    expect(response.headers.get('accept')).toContain(NINJS_TYPE);
  });
});

describe('in JSON', () => {
  test('each has a field of its own', async () => {
    const { json, asked } = harness();
    expect((await json({ xml: RSS, id: 'a' })).status).toBe(200);
    expect((await json({ ninjs: NINJS })).status).toBe(200);
    expect(asked).toEqual([
      { text: TEXT, news: 'rss', options: { id: 'a' } },
      { text: TEXT, news: 'ninjs', options: {} },
    ]);
  });

  test.each([
    { xml: 'a', html: 'b' },
    { ninjs: {}, text: 'b' },
  ])('but not two: %j', async (body) => {
    const response = await harness().json(body);
    expect(response.status).toBe(422);
    expect(await pointersOf(response)).toEqual(['/html']);
  });

  test.each([{ xml: 1 }, { ninjs: '{}' }, { ninjs: null }])('of its type: %j', async (body) => {
    const response = await harness().json(body);
    expect(response.status).toBe(422);
    expect(await pointersOf(response)).toEqual([`/${Object.keys(body)[0]}`]);
  });

  test('in batches too, where a bad one is a problem in its place', async () => {
    const lines = [{ xml: RSS }, { xml: '<rss>' }, { ninjs: NINJS }].map((line) =>
      JSON.stringify(line),
    );
    const response = await harness().request('/v1/batch', {
      method: 'POST',
      body: lines.join('\n'),
      headers: { 'content-type': 'application/x-ndjson' },
    });
    const answers = (await response.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toMatchObject([
      { text: TEXT },
      { line: 2, status: 400, type: '/problems/malformed-xml' },
      { text: TEXT },
    ]);
  });

  test('quotes are verified against it', async () => {
    const xml = readFileSync(new URL('../fixtures/news/feed.rss', import.meta.url), 'utf8');
    const { request, asked } = harness((source) => {
      const text = typeof source === 'string' ? source : source.text;
      const segment = { label: 'body', kind: 'paragraph', article: null, confidence: 1 } as const;
      const input = { format: 'rss', wrapped: null } as const;
      const told = { language: 'en', languageSupport: 'full', warnings: [] } as const;
      const head = { ...told, input, offsetUnit: 'utf16', length: text.length } as const;
      const segments = [{ start: 0, end: text.length, text, ...segment }];
      return { ...head, engine: '', rulesVersion: '', segments };
    });
    const response = await request('/v1/verify', {
      method: 'POST',
      body: JSON.stringify({ xml, quotes: ['We found cracks in two of the main beams'] }),
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(200);
    expect(asked[0]?.news).toBe('rss');
    expect(await response.json()).toMatchObject({ quotes: [{ status: 'verbatim' }] });
  });
});
