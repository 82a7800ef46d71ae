/**
 * No answer to a bad request repeats any of it.
 * @module
 */
import { expect, test } from 'vitest';
import { gzip, harness, type Sendable } from './harness.ts';

const MARKER = 'Zq7 unpublished marker Xw3';
const QUERY = encodeURIComponent(MARKER);
const json = { 'content-type': 'application/json' };

type Attempt = readonly [
  name: string,
  body: Sendable,
  headers: Record<string, string>,
  query?: string,
];

const members = [
  'id',
  'url',
  'language',
  'offsetUnit',
  'minConfidence',
  'explain',
  'format',
  'html',
];

const attempts: readonly Attempt[] = [
  ['malformed JSON', `{"text":"${MARKER}`, json],
  ['JSON with a tail', `{"text":"a"} ${MARKER}`, json],
  ['a bare string', JSON.stringify(MARKER), json],
  ['an array', JSON.stringify([MARKER]), json],
  ['an unknown member', JSON.stringify({ text: 'a', [MARKER]: MARKER }), json],
  ['a text that is a list', JSON.stringify({ text: [MARKER] }), json],
  ['a long id', JSON.stringify({ text: 'a', id: MARKER.repeat(99) }), json],
  [
    'a bad list',
    JSON.stringify({ text: 'a', include: [MARKER], quotesIn: [{ [MARKER]: 1 }] }),
    json,
  ],
  ...members.map((name): Attempt => [
    name,
    JSON.stringify({ text: MARKER, [name]: { [MARKER]: MARKER } }),
    json,
  ]),
  ...members
    .filter((name) => name !== 'id')
    .map((name): Attempt => [
      `${name}, a string`,
      JSON.stringify({ text: 'a', [name]: MARKER }),
      json,
    ]),
  ...members
    .filter((name) => name !== 'id')
    .map((name): Attempt => [`${name} in the query`, MARKER, {}, `?${name}=${QUERY}`]),
  ['an unknown query option', MARKER, {}, `?${QUERY}=${QUERY}`],
  ['a query option given twice', MARKER, {}, `?${QUERY}=1&${QUERY}=2`],
  ['not UTF-8', new Uint8Array([...new TextEncoder().encode(MARKER), 0xff]), {}],
  ['another type', MARKER, { 'content-type': `text/${QUERY}` }],
  ['another charset', MARKER, { 'content-type': `text/plain; charset=${QUERY}` }],
  ['another encoding', MARKER, { 'content-encoding': MARKER }],
  ['another Accept', MARKER, { accept: MARKER }],
  ['not gzip', MARKER, { 'content-encoding': 'gzip' }],
  ['too large', MARKER.repeat(50_000), {}],
  [
    'HTML of an unknown charset',
    `<p>${MARKER}</p>`,
    { 'content-type': `text/html; charset=${QUERY}` },
  ],
  ['HTML with too much text', `<p>${MARKER.repeat(50_000)}</p>`, { 'content-type': 'text/html' }],
  ['HTML and text', JSON.stringify({ text: MARKER, html: MARKER }), json],
];

test.each(attempts.map(([name, ...rest]) => [name, rest] as const))(
  '%s',
  async (_, [body, headers, query]) => {
    const response = await harness().post(body, headers, query);
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
    const answer = (await response.text()) + JSON.stringify([...response.headers]);
    for (const word of ['Zq7', 'Xw3', 'unpublished']) expect(answer).not.toContain(word);
  },
);

test('a broken gzip of the text', async () => {
  const body = (await gzip(MARKER.repeat(99))).slice(0, -4);
  const response = await harness().post(body, { 'content-encoding': 'gzip' });
  expect(response.status).toBe(400);
  expect(await response.text()).not.toContain('Zq7');
});

test('an unknown path or method', async () => {
  const { request } = harness();
  for (const response of [
    await request(`/${QUERY}?${QUERY}`),
    await request(`/health?${QUERY}`, { method: 'ZQ7' }),
  ]) {
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect((await response.text()).toLowerCase()).not.toContain('zq7');
  }
});
