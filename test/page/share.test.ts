import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Asked } from '../../src/page/api.ts';
import { askedBy, fragmentOf } from '../../src/page/share.ts';

test.each<Asked>([
  { mode: 'text', text: '“Ja”, sagte Ünal. 😀\r\n\u0000\ud800', options: {} },
  { mode: 'html', text: '<p>A</p>', options: { language: 'de', quotesIn: ['body', 'ads'] } },
  { mode: 'text', text: '', options: { minConfidence: 0.5 } },
])('%j comes back from its link', async (asked) => {
  const fragment = await fragmentOf(asked);
  expect(fragment).toMatch(/^#t=[\w-]+$/);
  expect(await askedBy(fragment)).toEqual(asked);
});

test('prose takes less room than it has characters', async () => {
  const text = 'The council said on Tuesday that the bridge would stay shut. '.repeat(40);
  const { length } = await fragmentOf({ mode: 'text', text, options: {} });
  expect(length).toBeLessThan(text.length / 4);
});

const packed = (json: string) => `#t=${deflateRawSync(json).toString('base64url')}`;

test.each([
  ['', 'nothing'],
  ['#main', 'another fragment'],
  ['#t=', 'no text'],
  ['#t=%%%', 'no base64'],
  ['#t=AAAA', 'not deflated'],
  [packed('{"text":1}'), 'no string'],
  [packed('[]'), 'a list'],
  [packed('{'), 'no JSON'],
])('%s: %s', async (fragment) => {
  expect(await askedBy(fragment)).toBeNull();
});

test('a link does not unfold into more than the service would take', async () => {
  const bomb = packed(`{"text":"${'a'.repeat(50_000_000)}"}`);
  expect(bomb.length).toBeLessThan(100_000);
  expect(await askedBy(bomb)).toBeNull();
});
