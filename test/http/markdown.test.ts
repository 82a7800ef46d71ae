import { expect, test } from 'vitest';
import { harness, pointersOf } from './harness.ts';

const TEXT = '# Ferry\n\n[Reed](https://a.example) said so.';

test.each(['text/markdown', 'Text/Markdown; charset=utf-8', 'text/markdown; variant=GFM'])(
  'a body of the type %s is Markdown, with options in the query string',
  async (type) => {
    const { post, asked } = harness();
    const response = await post(TEXT, { 'content-type': type }, '?id=a');
    expect(response.status).toBe(200);
    expect(asked).toEqual([{ text: TEXT, isMarkdown: true, options: { id: 'a' } }]);
    expect(await response.json()).toMatchObject({ length: TEXT.length });
  },
);

test('in JSON it stands in a field of its own', async () => {
  const { json, asked } = harness();
  expect((await json({ markdown: TEXT })).status).toBe(200);
  expect(asked).toEqual([{ text: TEXT, isMarkdown: true, options: {} }]);
});

test.each([{ text: 'a' }, { html: 'a' }])('and not beside another text: %j', async (other) => {
  const response = await harness().json({ markdown: 'b', ...other });
  expect(response.status).toBe(422);
  expect(await pointersOf(response)).toEqual(['/html']);
});

test('in another charset it is refused', async () => {
  const response = await harness().post('a', { 'content-type': 'text/markdown; charset=latin1' });
  expect(response.status).toBe(415);
  expect(response.headers.get('accept')).toContain('text/markdown');
});

test('it is as large as a text may be', async () => {
  const response = await harness().post('a'.repeat(11), { 'content-type': 'text/markdown' }, '', {
    MAX_TEXT_BYTES: 10,
  });
  expect(response.status).toBe(413);
});

test('quotes are verified against it', async () => {
  const { request, asked } = harness((source) => {
    const text = typeof source === 'string' ? source : source.text;
    const segment = { label: 'body', kind: 'paragraph', article: null, confidence: 1 } as const;
    const all = { start: 0, end: text.length, text };
    const input = { format: 'markdown', wrapped: null } as const;
    const told = { language: 'en', languageSupport: 'full', warnings: [] } as const;
    const head = { ...told, input, offsetUnit: 'utf16', length: text.length } as const;
    return { ...head, engine: '', rulesVersion: '', segments: [{ ...all, ...segment }] };
  });
  const body = JSON.stringify({ markdown: TEXT, quotes: ['said so'] });
  const headers = { 'content-type': 'application/json' };
  const response = await request('/v1/verify', { method: 'POST', body, headers });
  expect(response.status).toBe(200);
  expect(asked[0]?.isMarkdown).toBe(true);
  expect(await response.json()).toMatchObject({ quotes: [{ status: 'verbatim' }] });
});
