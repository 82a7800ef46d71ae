/**
 * Formats and verification inside workerd, over the bundled rules.
 * @module
 */
import { exports } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import type { Verification } from '../../src/verify/types.ts';

const TEXT = [
  'Harbour bridge to stay shut until May',
  'The harbour bridge will stay shut until May, the city council said on Tuesday.',
  '“We found cracks in two beams 😀,” said Ines Marlow, the chief engineer. “Nobody may cross.”',
  'Shop owners on the east bank had hoped for an earlier date. Marlow promised a new timetable.',
].join('\n\n');

async function post(path: string, body: string, type: string, accept = '*/*'): Promise<Response> {
  return exports.default.fetch(
    new Request(`https://copydesk.test${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': type, accept },
    }),
  );
}

test.each([
  ['text', 'text/plain', '“We found cracks in two beams 😀,” said Ines'],
  ['web-annotation', 'application/ld+json', '"exact":"“We found cracks in two beams 😀,”"'],
  ['schema-org', 'application/ld+json', '"@type":"Quotation"'],
  ['csv', 'text/csv', '“We found cracks in two beams 😀,” “Nobody may cross.”'],
  ['html', 'text/html', '<!DOCTYPE html>'],
  ['citron', 'application/json', '“We found cracks in two beams 😀,”'],
])('format %s', async (format, type, piece) => {
  const response = await post(`/v1/analyze?format=${format}`, TEXT, 'text/plain');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain(type);
  expect(await response.text()).toContain(piece);
});

test('Accept chooses, too', async () => {
  const response = await post('/v1/analyze', TEXT, 'text/plain', 'text/csv, */*;q=0.1');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
});

test('verification', async () => {
  const quotes = [
    '“We found cracks in two beams 😀,”',
    'we found cracks',
    'Nobody will cross',
    'No money is left for a tunnel',
  ];
  const body = JSON.stringify({ text: TEXT, quotes, offsetUnit: 'codepoint' });
  const response = await post('/v1/verify', body, 'application/json');
  expect(response.status).toBe(200);
  const answer = await response.json<Verification>();
  expect(answer.quotes.map(({ status }) => status)).toEqual([
    'verbatim',
    'typographic',
    'altered',
    'absent',
  ]);
  const [match] = answer.quotes[2]?.matches ?? [];
  expect([...TEXT].slice(match?.start, match?.end).join('')).toBe('Nobody may cross');
  expect(match?.attributions[0]?.name).toBe('Ines Marlow');
});
