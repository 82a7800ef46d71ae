import { expect, test } from 'vitest';
import { harness, problemOf } from './harness.ts';

const MAIL = 'From: Ada <a@elsing.example>\nSubject: Ferry\n\nIt stays in port.\n';
const TEXT = 'Ferry\n\nAda\n\nIt stays in port.';
const TYPE = { 'content-type': 'message/rfc822' };

test('a mail comes in as it was received, or in JSON', async () => {
  const { post, json, asked } = harness();
  const response = await post(MAIL, TYPE, '?id=a');
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({ text: TEXT, length: TEXT.length });
  expect((await json({ mail: MAIL })).status).toBe(200);
  expect(asked).toEqual([
    { text: TEXT, news: 'mail', options: { id: 'a' } },
    { text: TEXT, news: 'mail', options: {} },
  ]);
});

test('in the charset that its parts name', async () => {
  const { post, asked } = harness();
  const body = 'Subject: a\nContent-Type: text/plain; charset=iso-8859-2\n\n\xb1';
  await post(new Uint8Array(Buffer.from(body, 'latin1')), TYPE);
  expect(asked[0]?.text).toBe('a\n\ną');
});

test('what is no mail is a 422, and says nothing of it', async () => {
  const { post, json } = harness();
  for (const response of [await post('SECRET', TYPE), await json({ mail: 'SECRET' })]) {
    expect(response.status).toBe(422);
    const problem = await problemOf(response);
    expect(problem.detail).toContain('no mail');
    expect(JSON.stringify(problem)).not.toContain('SECRET');
  }
});

test('a mail may be as large as HTML, its text as large as a text', async () => {
  const { post } = harness();
  expect((await post(MAIL, TYPE, '', { MAX_HTML_BYTES: 20 })).status).toBe(413);
  expect((await post(MAIL, TYPE, '', { MAX_TEXT_BYTES: 20 })).status).toBe(413);
  expect((await post(MAIL, TYPE, '', { MAX_TEXT_BYTES: 40 })).status).toBe(200);
});

test('in batches a bad one is a problem in its place', async () => {
  const lines = [{ mail: MAIL }, { mail: 'SECRET' }].map((line) => JSON.stringify(line));
  const response = await harness().request('/v1/batch', {
    method: 'POST',
    body: lines.join('\n'),
    headers: { 'content-type': 'application/x-ndjson' },
  });
  const answers = (await response.text()).trim().split('\n');
  expect(answers.map((line) => JSON.parse(line) as unknown)).toMatchObject([
    { text: TEXT },
    { line: 2, status: 422 },
  ]);
});
