/**
 * `copydesk serve`, in processes of its own.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingMessage } from 'node:http';
import { connect, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import autocannon from 'autocannon';
import { afterEach, describe, expect, test } from 'vitest';
import { PAGE_PATHS } from '../../src/http/page.ts';
import type { Rule, RuleList } from '../../src/schema/rule.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { unknownSettings } from '../../src/server/settings.ts';
import { service } from '../../src/service.ts';
import { Page } from '../../tools/bench/pages.ts';
import { startOwnServer, type OwnServer } from '../../tools/check/own-server.ts';
import { copydesk } from '../cli/io.ts';
import { ownFolder, OWN_LINE } from '../cli/own-folder.ts';
import { isLong } from '../long.ts';

const started: OwnServer[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

async function start(...args: Parameters<typeof startOwnServer>): Promise<OwnServer> {
  const server = await startOwnServer(...args);
  started.push(server);
  return server;
}

const TEXT =
  'Bridge closed\n\n“Nobody may cross before May,” said Ines Marlow, the chief engineer.\n';

function post(
  { url }: OwnServer,
  body: string,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(new URL('/v1/analyze', url), {
    method: 'POST',
    body,
    headers: { 'content-type': 'text/plain', ...headers },
  });
}

async function statusOf(answer: Promise<Response>): Promise<number> {
  const response = await answer;
  await response.arrayBuffer();
  return response.status;
}

/** Analysed long enough that others come meanwhile. */
const LONG = new Page(200_000).text;

describe('one process', () => {
  test('has the routes of the Worker, its page and its headers', async () => {
    const server = await start();
    const get = (path: string, headers = {}) => fetch(new URL(path, server.url), { headers });
    const answer = await post(server, TEXT);
    expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(service.analyze(TEXT, {}))));
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    // Proxies that keep connections for a minute close them first.
    expect(answer.headers.get('keep-alive')).toBe('timeout=75');
    const page = await get('/');
    expect([page.status, page.headers.get('content-type')]).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(await page.text()).toContain('page.js');
    // Every page that the Worker has, and what it is made of.
    for (const path of [
      ...PAGE_PATHS,
      '/openapi.json',
      '/v1/rules?limit=1',
      '/v1/rules?q=newsletter',
    ])
      expect(await statusOf(get(path)), path).toBe(200);
    for (const path of ['/rules', '/docs'])
      expect((await get(path)).headers.get('content-type'), path).toBe('text/html; charset=utf-8');
    const etag = page.headers.get('etag') as string;
    expect(await statusOf(get('/', { 'if-none-match': `"other", W/${etag}` }))).toBe(304);
    expect(await statusOf(get('/../package.json'))).toBe(404);
    expect(await statusOf(get('/v1/analyze'))).toBe(405);
    const batch = await fetch(new URL('/v1/batch', server.url), {
      method: 'POST',
      body: `${JSON.stringify({ text: TEXT })}\n{\n`,
      headers: { 'content-type': 'application/x-ndjson' },
    });
    expect((await batch.text()).trim().split('\n')).toHaveLength(2);
    expect(await (await get('/health')).json()).toMatchObject({
      status: 'ok',
      protection: { keys: false, rateLimit: false },
    });
  });

  test('has keys, and limits of size and rate, that headers of a client do not get around', async () => {
    const API_KEYS = createHash('sha256').update('a-key').digest('hex');
    const env = { API_KEYS, MAX_TEXT_BYTES: '1000', RATE_LIMIT: '4', RATE_LIMIT_PERIOD: '3600' };
    const server = await start([], env);
    const key = { authorization: 'Bearer a-key' };
    expect(await statusOf(post(server, 'x'.repeat(1001), key))).toBe(413);
    const from = (n: number) => ({
      'cf-connecting-ip': `192.0.2.${n}`,
      'cf-ray': '0123456789abcdef',
    });
    const statuses: number[] = [];
    // Each pretends to come from somebody else; all count as the one address that they come from.
    for (let n = 0; n < 6; n++) statuses.push(await statusOf(post(server, TEXT, from(n))));
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    const good = await post(server, TEXT, { ...key, ...from(9) });
    expect(good.status).toBe(200);
    expect(good.headers.get('x-request-id')).not.toBe('0123456789abcdef');
  });

  test('refuses early when too many wait, and answers the others', async () => {
    const server = await start([], { MAX_WAITING: '3' });
    const { hostname, port } = server.url;
    // Three that are not done sending, so that nobody has to be fast.
    const slow = Array.from({ length: 3 }, () => {
      const sent = request({ hostname, port, path: '/v1/analyze', method: 'POST' });
      sent.setHeader('content-type', 'text/plain');
      sent.write(TEXT);
      return sent;
    });
    await expect.poll(() => statusOf(post(server, TEXT)), { timeout: 30_000 }).toBe(503);
    const busy = await post(server, TEXT);
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await busy.json()).toMatchObject({ type: '/problems/overloaded', status: 503 });
    // Looking is free.
    expect(await statusOf(fetch(new URL('/health', server.url)))).toBe(200);
    const answers = slow.map((sent) => once(sent, 'response') as Promise<[IncomingMessage]>);
    for (const sent of slow) sent.end(TEXT);
    for (const answer of answers) {
      const [message] = await answer;
      expect(message.statusCode).toBe(200);
      const { length } = (await json(message)) as { length: number };
      expect(length).toBe(2 * TEXT.length);
    }
    // Whoever comes back later is served: no place is lost.
    expect(await statusOf(post(server, TEXT))).toBe(200);
  });

  test('gives a place back when a client breaks off', async () => {
    const server = await start([], { MAX_WAITING: '1' });
    for (let i = 0; i < 3; i++) {
      const socket = connect(Number(server.url.port), server.url.hostname);
      socket.write(
        'POST /v1/analyze HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nab',
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      expect(await statusOf(post(server, TEXT))).toBe(503);
      socket.destroy();
      await expect.poll(() => statusOf(post(server, TEXT)), { timeout: 30_000 }).toBe(200);
    }
  });

  test('ends when it is told to: what has come is answered, nothing more is taken', async () => {
    const server = await start();
    const coming = post(server, LONG);
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.tell('SIGTERM');
    const answer = await coming;
    expect(((await answer.json()) as { length: number }).length).toBe(LONG.length);
    expect(await server.ended).toBe(0);
    await expect(post(server, TEXT)).rejects.toThrow();
  });

  test.each([
    [['--port', '70000'], {}, '--port must be a whole number from 0 to 65535'],
    [['--workers', 'many'], {}, '--workers must be a whole number'],
    [['--host', '192.0.2.1'], {}, 'the host is not an address of this machine'],
    [['file.txt'], {}, 'file.txt'],
    [[], { MAX_TEXT_BYTES: '1e6' }, 'MAX_TEXT_BYTES must be a whole number of bytes'],
    [[], { API_KEYS: 'secret' }, 'API_KEYS must be SHA-256 hashes'],
    [[], { RATE_LIMIT: '-1' }, 'RATE_LIMIT must be a whole number'],
    [[], { CORS_ORIGINS: 'example.com' }, 'CORS_ORIGINS must be origins'],
  ])('refuses %j %j at once', async (argv, env, message) => {
    const { code, err } = await copydesk(['serve', '--port', '0', ...argv], { env });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain('copydesk serve --help');
  });
});

test('names the port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, err } = await copydesk(['serve', '--port', String(port)]);
  other.close();
  expect(code).toBe(2);
  expect(err).toContain(`port ${port} is taken; --port 0 takes a free one`);
});

test('tells of variables that look like settings and are none', () => {
  const env = { MAX_TEXT_BYTE: '10', API_KEY: 'x', RATE_LIMIT: '5', MAX_POWER: '1', PATH: '/bin' };
  expect(unknownSettings(env)).toEqual([
    'there is no setting MAX_TEXT_BYTE (did you mean MAX_TEXT_BYTES?)',
    'there is no setting API_KEY (did you mean API_KEYS?)',
    'there is no setting MAX_POWER',
  ]);
});

describe('several processes', () => {
  test('count together, are replaced, and end together', async () => {
    const env = { RATE_LIMIT: '6', RATE_LIMIT_PERIOD: '3600' };
    const server = await start(['--workers', '2'], env);
    const before = server.children();
    expect(before).toHaveLength(2);
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++)
      statuses.push(await statusOf(post(server, TEXT, { connection: 'close' })));
    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 429, 429]);
    process.kill(before[0] as number, 'SIGKILL');
    const isReplaced = (): boolean =>
      server.children().length === 2 && !server.children().includes(before[0] as number);
    await expect.poll(isReplaced, { timeout: 60_000 }).toBe(true);
    server.tell('SIGTERM');
    // One of them was killed, which is not how they are to end.
    expect(await server.ended).toBe(70);
    expect(server.children()).toEqual([]);
  });

  test('lose no good request under load', async () => {
    const server = await start(['--workers', '2']);
    const texts = [1000, 4000, 6000, 10_000, 30_000].map((size, i) => new Page(size, i).text);
    const wrong: string[] = [];
    const result = await autocannon({
      url: server.url.origin,
      connections: 16,
      amount: 80,
      timeout: 120,
      requests: texts.map((text) => ({
        method: 'POST',
        path: '/v1/analyze',
        headers: { 'content-type': 'text/plain' },
        body: text,
        onResponse(status, body) {
          const isGood =
            status === 200 && (JSON.parse(body) as { length: number }).length === text.length;
          if (!isGood) wrong.push(`${status} for ${text.length}`);
        },
      })),
    });
    expect([result.errors, result.timeouts, wrong]).toEqual([0, 0, []]);
    expect(result['2xx']).toBe(80);
    expect(await server.stop()).toBe(0);
  }, 300_000);
});

// Compiling takes a quarter of a minute: left to the long tests.
test.runIf(isLong)(
  'goes by rules of a folder, in each process',
  async () => {
    const folder = ownFolder();
    const argv = ['--rules', folder, '--workers', '2'];
    const server = await startOwnServer(argv, {}, 'test/server/with-compiler.ts');
    started.push(server);
    const text = TEXT.replace('\n\n', `\n\n${OWN_LINE}\n\n`);
    const labels = ({ segments = [] }: Analysis) =>
      segments.filter((one) => one.text.startsWith(OWN_LINE)).map(({ label }) => label);
    expect(labels(service.analyze(text, {}))).not.toEqual(['ads']);
    const answers = await Promise.all(
      Array.from({ length: 4 }, async () => (await post(server, text)).json() as Promise<Analysis>),
    );
    expect(answers.map(labels)).toEqual(answers.map(() => ['ads']));
    expect(answers[0]?.rulesVersion).not.toBe(service.rulesVersion);
    const rules = async (path: string) =>
      (await (await fetch(new URL(`/v1/rules${path}`, server.url))).json()) as RuleList & Rule;
    const { total } = await rules('?limit=1');
    expect(total).toBeGreaterThan(1000);
    const [found] = (await rules('?q=gardener')).rules;
    expect(found).toMatchObject({ id: 'desk/columns/ask', any: ['ask our gardener'] });
    expect(await rules('/desk/columns/ask')).toEqual(found);
    expect(await rules('/en/ads/ad-controls')).toMatchObject({ id: 'en/ads/ad-controls' });
    writeFileSync(join(folder, 'columns.toml'), 'schema = 2');
    const { code, err } = await copydesk(['serve', ...argv]);
    expect([code, err]).toEqual([2, expect.stringContaining('have faults')]);
    rmSync(folder, { recursive: true });
  },
  300_000,
);
