import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Env } from '../../src/http/env.ts';
import { textOf } from '../../src/http/source.ts';
import type { BatchProblem } from '../../src/schema/batch.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { gzip, harness, pointersOf, problemOf, type Sendable } from './harness.ts';

afterEach(() => void vi.restoreAllMocks());

const NDJSON = { 'content-type': 'application/x-ndjson' };

type Answered = Analysis | BatchProblem;

function isProblem(line: Answered): line is BatchProblem {
  return 'line' in line;
}

interface Options {
  readonly headers?: Record<string, string>;
  readonly env?: Env;
  readonly app?: ReturnType<typeof harness>;
}

async function batch(body: Sendable, options: Options = {}): Promise<Response> {
  const { headers = {}, env = {}, app = harness() } = options;
  const duplex = body instanceof ReadableStream ? { duplex: 'half' } : {};
  const init = { method: 'POST', body, headers: { ...NDJSON, ...headers }, ...duplex };
  return app.request('/v1/batch', init as RequestInit, env);
}

async function linesOf(response: Response): Promise<readonly Answered[]> {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  const text = await response.text();
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answered);
}

/** What came back, shortened: an id, or the number and status of a problem. */
async function summary(response: Response): Promise<readonly (string | undefined)[]> {
  const lines = await linesOf(response);
  return lines.map((line) => (isProblem(line) ? `${line.line}: ${line.status}` : line.id));
}

const line = (id: string, more: object = {}): string =>
  JSON.stringify({ id, text: `Text of ${id}.`, ...more });

describe('a batch', () => {
  test('answers in order, as analyze answers one by one', async () => {
    const { request, json } = harness();
    const texts = ['a', 'b', 'c'].map((id) => ({ id, text: id, offsetUnit: 'codepoint' }));
    const asked = [...texts, { id: 'd', html: '<p>One &amp; <b>two</b>' }];
    const body = asked.map((one) => JSON.stringify(one)).join('\n');
    const init = { method: 'POST', body, headers: NDJSON };
    const answers = (await (await request('/v1/batch', init)).text()).split('\n');
    const single = asked.map(async (one) => (await json(one)).text());
    expect(answers).toEqual([...(await Promise.all(single)), '']);
  });

  test('answers a bad line in its place, and goes on', async () => {
    const bad = [
      '{',
      '[]',
      '"text"',
      JSON.stringify({ id: 'x' }),
      line('x', { minConfidence: 2 }),
      line('x', { format: 'xml' }),
    ];
    const body = [line('a'), ...bad, line('b')].join('\n');
    expect(await summary(await batch(body))).toEqual([
      'a',
      '2: 400',
      '3: 422',
      '4: 422',
      '5: 422',
      '6: 422',
      '7: 406',
      'b',
    ]);
  });

  test('problems are those of analyze, with the number of the line', async () => {
    const response = await batch(`${line('a')}\n${line('b', { minConfidence: 2 })}`);
    const [, problem] = await linesOf(response);
    expect(problem).toEqual({
      line: 2,
      id: 'b',
      type: '/problems/invalid-request',
      title: 'Invalid request',
      status: 422,
      detail: expect.any(String),
      requestId: response.headers.get('x-request-id'),
      errors: [{ pointer: '/minConfidence', detail: 'must be at most 1' }],
    });
  });

  test('a problem repeats an id that is valid, whatever else is not', async () => {
    const long = 'é'.repeat(257);
    const sent: readonly [line: string, id: string | undefined][] = [
      ['{"id":"drei","text":"a","langauge":"de"}', 'drei'],
      ['{"id":"no text"}', 'no text'],
      [JSON.stringify({ id: long.slice(1), text: 1 }), long.slice(1)],
      [JSON.stringify({ id: long, text: 'a' }), undefined],
      ['{"id":7,"text":"a"}', undefined],
      ['{"id":"cut off', undefined],
      ['["id"]', undefined],
    ];
    const lines = await linesOf(await batch(sent.map(([body]) => body).join('\n')));
    expect(lines.map(({ id }) => id)).toEqual(sent.map(([, id]) => id));
    expect(lines.every(isProblem)).toBe(true);
  });

  test('a problem names one line, that of the batch', async () => {
    const bytes = new TextEncoder().encode(`${line('a')}\n{"text": "é", "id": }\n"é`);
    const lines = await linesOf(await batch(new Uint8Array([...bytes, 0xff])));
    expect(lines.map((one) => isProblem(one) && [one.line, one.detail])).toEqual([
      false,
      [2, 'The line is not valid JSON: it breaks at column 21 (byte 21).'],
      [3, 'The line is not valid UTF-8: it breaks at column 3 (byte 3).'],
    ]);
  });

  test('blank lines count, but have no answer', async () => {
    const body = `\n${line('a')}\r\n \t\r\n\n{\n${line('b')}\n\n`;
    expect(await summary(await batch(body))).toEqual(['a', '5: 400', 'b']);
    expect(await summary(await batch(''))).toEqual([]);
    expect(await summary(await batch('\n \n'))).toEqual([]);
  });

  test('a line that is not UTF-8 is a line like others', async () => {
    const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
    const bytes = [...encode(`${line('a')}\n`), 0xff, ...encode(`\n${line('b')}`)];
    expect(await summary(await batch(new Uint8Array(bytes)))).toEqual(['a', '2: 400', 'b']);
  });

  test('may be gzipped, and says where it breaks', async () => {
    const zipped = { headers: { 'content-encoding': 'gzip' } };
    const body = await gzip(`${line('a')}\n${line('b')}\n`);
    expect(await summary(await batch(body, zipped))).toEqual(['a', 'b']);
    const more = await gzip(`${line('c')}\n`);
    const both = new Uint8Array([...body, ...more]);
    expect(await summary(await batch(both, zipped))).toEqual(['a', 'b', 'c']);
    const broken = await summary(await batch(body.slice(0, -4), zipped));
    expect(broken.at(-1)).toMatch(/^\d: 400$/);
    expect(await summary(await batch('not gzip', zipped))).toEqual(['1: 400']);
  });

  test('a fault of ours is one line of the answer and one of the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const app = harness((source) => {
      if (textOf(source).includes('bad')) throw new TypeError(`cannot read SECRET`);
      return {
        language: 'en',
        languageSupport: 'full',
        warnings: [],
        input: { format: 'plain', wrapped: null },
        offsetUnit: 'utf16',
        length: 1,
        engine: '',
        rulesVersion: '',
      };
    });
    const response = await batch([line('good'), line('bad'), line('good')].join('\n'), { app });
    const lines = await linesOf(response);
    expect(lines.map((one) => isProblem(one) && one.status)).toEqual([false, 500, false]);
    expect(JSON.stringify(lines)).not.toContain('SECRET');
    expect(log).toHaveBeenCalledTimes(1);
    const logged = JSON.parse(String(log.mock.calls[0]?.[0]));
    expect(logged).toMatchObject({ route: '/v1/batch', status: 500, lines: 3, problems: 1 });
    expect(JSON.stringify(logged)).not.toContain('SECRET');
  });
});

describe('limits', () => {
  test('of a page, and of the text in it', async () => {
    const env = { MAX_TEXT_BYTES: 10, MAX_HTML_BYTES: 40 };
    const page = (id: string, html: string): string => JSON.stringify({ id, html });
    const body = [
      page('a', `<p>${'x'.repeat(10)}</p>`.padEnd(40)),
      page('b', ''.padEnd(41)),
      page('c', `<p>${'x'.repeat(11)}</p>`),
      line('d', { text: 'x', html: 'x' }),
    ];
    const answers = await summary(await batch(body.join('\n'), { env }));
    expect(answers).toEqual(['a', '2: 413', '3: 413', '4: 422']);
  });

  test('of a line: it is answered, the rest goes on', async () => {
    const env = { MAX_TEXT_BYTES: 20 };
    const long = JSON.stringify({ text: 'x'.repeat(21) });
    const longer = JSON.stringify({ text: 'x'.repeat(200_000) });
    const body = [line('a'), long, longer, line('b')].join('\n');
    expect(await summary(await batch(body, { env }))).toEqual(['a', '2: 413', '3: 413', 'b']);
  });

  test('of lines: the next one ends it', async () => {
    const env = { MAX_BATCH_LINES: 2 };
    expect(await summary(await batch([line('a'), line('b')].join('\n'), { env }))).toHaveLength(2);
    const three = [line('a'), line('b'), line('c'), line('d')].join('\n');
    expect(await summary(await batch(three, { env }))).toEqual(['a', 'b', '3: 413']);
    expect(await summary(await batch('\n'.repeat(9), { env }))).toEqual(['3: 413']);
  });

  test('of bytes, as they come and as they are announced', async () => {
    const env = { MAX_BATCH_BYTES: 100 };
    const body = `${line('a')}\n`.repeat(9);
    const streamed = new Response(body).body as unknown as Sendable;
    expect((await summary(await batch(streamed, { env }))).at(-1)).toMatch(/: 413$/);
    const headers = { 'content-length': '101' };
    expect((await batch(body, { env, headers })).status).toBe(413);
    const zipped = { headers: { 'content-encoding': 'gzip' }, env };
    expect((await summary(await batch(await gzip(body), zipped))).at(-1)).toMatch(/: 413$/);
  });

  test('that are mistyped are a fault', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect((await batch('', { env: { MAX_BATCH_LINES: 'many' } })).status).toBe(500);
  });
});

describe('before the first line', () => {
  test.each([
    ['text/plain', 415],
    ['application/json', 415],
    ['application/x-ndjson; charset=latin1', 415],
    ['application/x-ndjson; charset=utf"8', 415],
    ['application/x-ndjson; charset=utf-8', 200],
    ['application/ndjson', 200],
    ['application/jsonl', 200],
  ])('%s is %i', async (type, status) => {
    const response = await batch(line('a'), { headers: { 'content-type': type } });
    expect(response.status).toBe(status);
    if (status !== 200) expect((await problemOf(response)).type).toBe('/problems/unsupported-type');
  });

  test('another encoding is refused', async () => {
    const response = await batch(line('a'), { headers: { 'content-encoding': 'br' } });
    expect(response.status).toBe(415);
  });
});

test.each(['language=de', 'include=quotes&bogus=1', 'format=json', 'id=a&id=b'])(
  'an option in the query string is refused: %s',
  async (query) => {
    const init = { method: 'POST', body: line('a'), headers: NDJSON };
    const response = await harness().request(`/v1/batch?${query}`, init);
    expect(response.status).toBe(422);
    expect(await pointersOf(response)).toEqual([`/${query.split('=')[0]}`]);
  },
);

describe('as a stream', () => {
  test('an answer comes before the next line is sent', async () => {
    const { writable, readable } = new TransformStream<Uint8Array, Uint8Array>();
    const writer = writable.getWriter();
    const send = (text: string) => writer.write(new TextEncoder().encode(text));
    const response = await batch(readable as unknown as Sendable);
    const answers = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const id of ['a', 'b', 'c']) {
      await send(`${line(id)}\n`);
      expect((await answers?.read())?.value).toContain(`"id":"${id}"`);
    }
    await writer.close();
    expect((await answers?.read())?.done).toBe(true);
  });

  test('a client that does not read is not read from for long', async () => {
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent++;
        controller.enqueue(new TextEncoder().encode(`${line('a')}\n`));
      },
    });
    const big = 'x'.repeat(100_000);
    const app = harness(() => ({
      language: big,
      languageSupport: 'full',
      warnings: [],
      input: { format: 'plain', wrapped: null },
      offsetUnit: 'utf16',
      length: 1,
      engine: '',
      rulesVersion: '',
    }));
    const response = await batch(body as Sendable, { app });
    await new Promise((resolve) => setTimeout(resolve, 200));
    // A megabyte of answers is kept, at a tenth of one each.
    expect(sent).toBeGreaterThan(5);
    expect(sent).toBeLessThan(20);
    await response.body?.cancel();
  });

  test('a client that goes away ends it, and the log has what there was', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    let cancelled = false;
    const body = new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 5));
        controller.enqueue(new TextEncoder().encode(`${line('a')}\n`));
      },
      cancel() {
        cancelled = true;
      },
    });
    const response = await batch(body as Sendable);
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.cancel();
    expect(log.mock.calls.map(([text]) => JSON.parse(String(text)))).toEqual([
      expect.objectContaining({ route: '/v1/batch', status: 200, lines: expect.any(Number) }),
    ]);
    expect(cancelled).toBe(true);
  });
});

test('the log has one line a batch, with counts and no text', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await (await batch([line('SECRET'), '{SECRET', ''].join('\n'))).text();
  expect(log).toHaveBeenCalledTimes(1);
  const logged = String(log.mock.calls[0]?.[0]);
  expect(logged).not.toContain('SECRET');
  expect(JSON.parse(logged)).toEqual({
    requestId: expect.any(String),
    method: 'POST',
    route: '/v1/batch',
    status: 200,
    lines: 2,
    problems: 1,
  });
});
