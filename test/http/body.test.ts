import { describe, expect, test } from 'vitest';
import { readBody } from '../../src/http/body.ts';
import { Problem } from '../../src/http/problems.ts';
import { gzip, harness, problemOf, type Sendable } from './harness.ts';

type Bytes = Uint8Array<ArrayBuffer>;

function request(body: Sendable | null, headers: Record<string, string> = {}): Request {
  const streamed = body instanceof ReadableStream ? { duplex: 'half' } : {};
  return new Request('http://x/', { method: 'POST', body, headers, ...streamed } as RequestInit);
}

async function statusOf(reading: Promise<unknown>): Promise<number> {
  const error: unknown = await reading.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return error instanceof Problem ? error.status : 0;
}

const zipped = { 'content-encoding': 'gzip' };

/** A stream that counts how often it was asked. */
function endless(chunk: Bytes): { readonly stream: ReadableStream<Bytes>; asked: number } {
  const source = {
    asked: 0,
    stream: new ReadableStream<Bytes>({
      pull(controller) {
        source.asked++;
        controller.enqueue(chunk);
      },
    }),
  };
  return source;
}

describe('as it is', () => {
  test('gives the bytes', async () => {
    expect(await readBody(request('grüße'), 7)).toEqual(new TextEncoder().encode('grüße'));
    expect(await readBody(request(null), 7)).toHaveLength(0);
    expect(await readBody(request('x', { 'content-encoding': 'identity, ' }), 7)).toHaveLength(1);
  });

  test('stops at the first byte over the limit', async () => {
    expect(await readBody(request('x'.repeat(10)), 10)).toHaveLength(10);
    expect(await statusOf(readBody(request('x'.repeat(11)), 10))).toBe(413);
  });

  test('believes a Content-Length only when it says too much', async () => {
    expect(await statusOf(readBody(request('x', { 'content-length': '11' }), 10))).toBe(413);
    expect(await statusOf(readBody(request('x'.repeat(11), { 'content-length': '1' }), 10))).toBe(
      413,
    );
    expect(await readBody(request('x', { 'content-length': 'nonsense' }), 10)).toHaveLength(1);
  });

  test('an endless body is given up', async () => {
    const source = endless(new Uint8Array(1024 * 1024));
    expect(await statusOf(readBody(request(source.stream), 10))).toBe(413);
    expect(source.asked).toBeLessThan(100);
  });

  test.each([{}, zipped])(
    'a body that breaks off is one, whatever came before: %j',
    async (headers) => {
      const whole = await gzip('a'.repeat(100));
      for (const chunks of [[], [whole.slice(0, 5)], [whole.slice(0, 20)]]) {
        const reading = readBody(request(breakingOff(chunks), headers), 1000);
        await expect(reading).rejects.toMatchObject({ kind: 'broken-body', status: 400 });
      }
    },
  );
});

/** Gives these chunks, and then fails as a lost connection does. */
function breakingOff(chunks: readonly Bytes[]): ReadableStream<Bytes> {
  const left = [...chunks];
  return new ReadableStream<Bytes>({
    pull(controller) {
      const chunk = left.shift();
      if (chunk === undefined) controller.error(new Error('Network connection lost.'));
      else controller.enqueue(chunk);
    },
  });
}

describe('through the routes', () => {
  const routes = [
    ['/v1/analyze', 'text/plain'],
    ['/v1/analyze', 'text/html'],
    ['/v1/analyze', 'application/json'],
    ['/v1/verify', 'application/json'],
  ] as const;
  const post = (path: string, body: Sendable, headers: Record<string, string>) =>
    harness().app.request(new Request(`http://x${path}`, request(body, headers)), undefined, {});

  test.each(routes)('%s as %s: a body that breaks off is a problem', async (path, type) => {
    const body = breakingOff([new TextEncoder().encode('{"text":')]);
    const response = await post(path, body, { 'content-type': type });
    expect(await problemOf(response)).toMatchObject({ type: '/problems/broken-body', status: 400 });
  });

  test('a batch that breaks off ends with that problem', async () => {
    const body = breakingOff([new TextEncoder().encode('{"text":"a"}\n{"te')]);
    const response = await post('/v1/batch', body, { 'content-type': 'application/x-ndjson' });
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ line: 2, type: '/problems/broken-body' });
  });

  test.each([...routes, ['/v1/batch', 'application/x-ndjson'] as const])(
    '%s as %s: a length far over the limit is refused and nothing is read',
    async (path, type) => {
      let asked = 0;
      const body = new ReadableStream<Bytes>(
        { pull: (controller) => (asked++, controller.enqueue(new Uint8Array(1))) },
        { highWaterMark: 0 },
      );
      const headers = { 'content-type': type, 'content-length': '999999999' };
      const response = await post(path, body, headers);
      expect(await problemOf(response)).toMatchObject({ type: '/problems/too-large', status: 413 });
      expect(asked).toBe(0);
    },
  );
});

describe('gzip', () => {
  test('is decompressed, by either name and in any case', async () => {
    const body = await gzip('hello');
    for (const coding of ['gzip', 'GZIP', 'x-gzip', 'identity, gzip']) {
      const bytes = await readBody(request(body, { 'content-encoding': coding }), 5);
      expect(new TextDecoder().decode(bytes)).toBe('hello');
    }
  });

  test('of several members is read whole', async () => {
    const body = new Uint8Array([...(await gzip('hello ')), ...(await gzip('world'))]);
    expect(new TextDecoder().decode(await readBody(request(body, zipped), 11))).toBe('hello world');
    expect(await statusOf(readBody(request(body, zipped), 10))).toBe(413);
  });

  test('what cannot be compressed may still be as long as the limit', async () => {
    const random = new Uint8Array(60_000);
    crypto.getRandomValues(random);
    const body = await gzip(random);
    expect(body.length).toBeGreaterThan(random.length);
    expect(await readBody(request(body, zipped), random.length)).toEqual(random);
  });

  test('cut, damaged, followed by more, empty or not gzip at all: 400', async () => {
    const body = await gzip('hello hello hello');
    const damaged = body.slice();
    damaged[damaged.length - 6] = (damaged[damaged.length - 6] ?? 0) ^ 1;
    const bad = [
      body.slice(0, -1),
      body.slice(0, 12),
      damaged,
      new Uint8Array([...body, 120]),
      new Uint8Array(),
      new TextEncoder().encode('hello'),
    ];
    for (const bytes of bad)
      expect(await statusOf(readBody(request(bytes, zipped), 100))).toBe(400);
    expect(await statusOf(readBody(request(null, zipped), 100))).toBe(400);
  });

  test('is counted after decompression, and a bomb is left alone', async () => {
    const bomb = await gzip(new Uint8Array(50_000_000));
    const source = endless(bomb);
    const limit = 100_000;
    expect(bomb.length).toBeLessThan(limit);
    expect(await statusOf(readBody(request(bomb, zipped), limit))).toBe(413);
    expect(await statusOf(readBody(request(source.stream, zipped), limit))).toBe(413);
    // Larger than the limit before decompression.
    expect(await statusOf(readBody(request(bomb, zipped), 1000))).toBe(413);
  });

  test('is counted before decompression too: empty blocks yield nothing for ever', async () => {
    const header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    const blocks = Array.from({ length: 2000 }, () => [0, 0, 0, 0xff, 0xff]).flat();
    const body = new Uint8Array([...header, ...blocks]);
    const streamed = new Response(body).body as unknown as Sendable;
    expect(await statusOf(readBody(request(streamed, zipped), 1000))).toBe(413);
  });
});

test.each(['deflate', 'br', 'zstd', 'gzip, gzip', 'gzip,br', 'gzip;q=1', '*'])(
  'Content-Encoding %s is a 415 that says what would do',
  async (coding) => {
    const error: unknown = await readBody(request('x', { 'content-encoding': coding }), 10).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).status).toBe(415);
    expect((error as Problem).headers['accept-encoding']).toBe('gzip, identity');
  },
);
