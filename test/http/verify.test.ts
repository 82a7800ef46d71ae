import { describe, expect, test } from 'vitest';
import type { Verification } from '../../src/verify/types.ts';
import { harness, pointersOf, problemOf, type Sendable } from './harness.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

function ask(body: Sendable, headers: Record<string, string> = {}, query = '') {
  const { request, asked } = harness();
  const init = { method: 'POST', body, headers: { ...JSON_TYPE, ...headers } };
  return { asked, response: request(`/v1/verify${query}`, init) };
}

const json = (value: unknown, headers = {}, query = '') =>
  ask(JSON.stringify(value), headers, query);

test('hands text and options on, and answers quote by quote', async () => {
  const options = {
    id: 'wire-1',
    url: 'https://example.com/a',
    language: 'en',
    quotesIn: ['body', 'comments'],
    minConfidence: 0.5,
  };
  const quotes = ['nothing', 'absent words'];
  const { asked, response } = json({ text: '', quotes, ...options, offsetUnit: 'codepoint' });
  const { status, headers } = await response;
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('application/json');
  // Offsets are converted once all is compared.
  expect(asked).toEqual([{ text: '', options }]);
  const answer = (await (await response).json()) as Verification;
  expect(answer).toMatchObject({ id: 'wire-1', offsetUnit: 'codepoint', length: 0 });
  expect(answer.quotes.map(({ quote, status: one }) => [quote, one])).toEqual([
    ['nothing', 'absent'],
    ['absent words', 'absent'],
  ]);
});

test('takes a page of HTML, and hands its text back', async () => {
  const { asked, response } = json({ html: '<p>One &amp; <b>two</b>.', quotes: ['three'] });
  const answer = (await (await response).json()) as Verification;
  expect(asked).toEqual([{ text: 'One & two.', isHtml: true, options: {} }]);
  expect(answer).toMatchObject({ text: 'One & two.', length: 10 });
});

describe('not valid', () => {
  test.each([
    ['{}', ['/quotes', '/text']],
    ['{"text":"a"}', ['/quotes']],
    ['{"text":"a","quotes":[]}', ['/quotes']],
    ['{"text":"a","quotes":"a"}', ['/quotes']],
    ['{"text":"a","quotes":["a",1]}', ['/quotes/1']],
    ['{"text":"a","quotes":["",1," \\n"]}', ['/quotes/0', '/quotes/1', '/quotes/2']],
    ['{"text":1,"quotes":["a"]}', ['/text']],
    ['{"html":1,"quotes":["a"]}', ['/html']],
    ['{"text":"a","html":"a","quotes":["a"]}', ['/html']],
    ['{"text":"a","quotes":["a"],"format":"csv"}', ['/format']],
    ['{"text":"a","quotes":["a"],"include":[]}', ['/include']],
    ['{"text":"a","quotes":["a"],"minConfidence":2}', ['/minConfidence']],
  ])('%s', async (body, pointers) => {
    const { response, asked } = ask(body);
    expect((await response).status).toBe(422);
    expect(await pointersOf(await response)).toEqual(pointers);
    expect(asked).toEqual([]);
  });

  test('too many quotes, and too long ones', async () => {
    const pointers = async (quotes: unknown): Promise<readonly string[]> =>
      pointersOf(await json({ text: 'a', quotes }).response);
    expect(await pointers(Array(51).fill('a'))).toEqual(['/quotes']);
    expect(await pointers(Array(500_000).fill(1))).toEqual(['/quotes']);
    expect(await pointers(['a', 'a'.repeat(4001)])).toEqual(['/quotes/1']);
    expect(await pointers(Array(6).fill('a'.repeat(4000)))).toEqual(['/quotes']);
  });

  test('options in the query string', async () => {
    const { response } = json({ text: 'a', quotes: ['a'] }, {}, '?language=en');
    expect(await pointersOf(await response)).toEqual(['/language']);
  });
});

test('speaks JSON alone', async () => {
  const plain = await ask('a', { 'content-type': 'text/plain' }).response;
  expect((await problemOf(plain)).status).toBe(415);
  expect(plain.headers.get('accept')).toBe('application/json');
  const malformed = { 'content-type': 'application/json; charset=utf"8' };
  expect((await ask('{}', malformed).response).status).toBe(415);
  const csv = await json({ text: 'a', quotes: ['a'] }, { accept: 'text/csv' }).response;
  expect((await problemOf(csv)).status).toBe(406);
  const get = await harness().request('/v1/verify');
  expect(get.status).toBe(405);
});

test('no refusal repeats what was sent', async () => {
  const marker = 'Zq7 unpublished';
  for (const body of [
    { text: marker, quotes: [marker.repeat(500)] },
    { text: { [marker]: marker }, quotes: marker },
    { text: 'a', quotes: [{ [marker]: marker }], [marker]: marker },
  ]) {
    const response = await json(body).response;
    expect(response.status).toBe(422);
    expect(await response.text()).not.toContain('Zq7');
  }
});
