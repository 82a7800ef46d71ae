/**
 * The built Worker with keys and with a rate limit.
 * @module
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { createTestHarness } from 'wrangler';
import { ROOT } from '../../tools/check/build.ts';
import type { Example } from '../../tools/openapi/example.ts';
import { EXAMPLES } from '../../tools/openapi/examples.ts';
import { serverOf, startServer, type Server } from './server.ts';

const started: Server[] = [];
afterAll(async () => {
  await Promise.all(started.map((server) => server.close()));
});

async function start(starting: Promise<Server>): Promise<Server> {
  const server = await starting;
  started.push(server);
  return server;
}

const KEY = 'a-key-of-the-desk';
const API_KEYS = createHash('sha256').update(KEY).digest('hex');

async function statusOf(answer: Promise<Response>): Promise<number> {
  const response = await answer;
  await response.arrayBuffer();
  return response.status;
}

const exampleOf = (status: number) => EXAMPLES.find((example) => example.status === status);

/** The first request that the operation's description shows. */
const goodExampleOf = (operation: string): Example =>
  EXAMPLES.find((example) => example.operation === operation && example.status === 200) as Example;

describe('keys', async () => {
  test('open what they are for, and nothing else is closed', async () => {
    const server = await start(startServer(inject('bundle'), { secrets: { API_KEYS } }));
    const authorization = `Bearer ${KEY}`;
    const ask = (path: string, headers: Record<string, string> = {}) =>
      statusOf(fetch(new URL(path, server.url), { headers }));
    for (const path of ['/v1/rules', '/v1/rules/en/ads/ad-controls']) {
      expect(await ask(path)).toBe(401);
      expect(await ask(path, { authorization: 'Bearer other' })).toBe(401);
      expect(await ask(path, { authorization })).toBe(200);
    }
    for (const operation of ['analyze', 'analyzeBatch', 'verify', 'sendMessage']) {
      const { path, headers = {}, body = '' } = goodExampleOf(operation);
      const post = (key = {}) =>
        fetch(new URL(path, server.url), { method: 'POST', body, headers: { ...headers, ...key } });
      expect(await statusOf(post()), operation).toBe(401);
      expect(await statusOf(post({ authorization })), operation).toBe(200);
    }
    expect(await ask('/health')).toBe(200);
    expect(await ask('/openapi.json')).toBe(200);
  });
});

describe('a configuration', () => {
  test('that is mistyped closes the service, and nothing is told of it', async () => {
    const mistyped = { secrets: { API_KEYS: KEY } };
    const server = await start(startServer(inject('bundle'), mistyped));
    for (const path of ['/health', '/v1/rules']) {
      const headers = { authorization: `Bearer ${KEY}` };
      const response = await fetch(new URL(path, server.url), { headers });
      expect(response.status).toBe(500);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      const text = await response.text();
      expect(JSON.parse(text)).toMatchObject({ type: '/problems/internal', status: 500 });
      expect(text).not.toMatch(/API_KEYS|SHA|desk/);
    }
  });

  test('of origins lets their pages ask, and no others', async () => {
    const vars = { CORS_ORIGINS: 'https://desk.example, https://other.example' };
    const server = await start(startServer(inject('bundle'), { vars, secrets: { API_KEYS } }));
    const allowed = async (origin: string, init: RequestInit = {}) => {
      const headers = { ...init.headers, origin };
      const response = await fetch(new URL('/v1/analyze', server.url), { ...init, headers });
      await response.arrayBuffer();
      return [response.status, response.headers.get('access-control-allow-origin')];
    };
    const beforehand = {
      method: 'OPTIONS',
      headers: { 'access-control-request-method': 'POST' },
    };
    expect(await allowed('https://desk.example', beforehand)).toEqual([
      204,
      'https://desk.example',
    ]);
    expect(await allowed('https://elsewhere.example', beforehand)).toEqual([204, null]);
    // A refusal can be read as well.
    expect(await allowed('https://other.example', { method: 'POST' })).toEqual([
      401,
      'https://other.example',
    ]);
  });
});

test('a ray id that a client sends is not believed', async () => {
  const RAY = '230b030023ae2822-SJC';
  // The local runtime takes what stands in place of `request.cf` from this header.
  const headers = { 'cf-ray': RAY, 'mf-cf-blob': '{"colo":"SJC"}' };
  const idOf = async (server: Server) => {
    const response = await fetch(new URL('/health', server.url), { headers });
    await response.arrayBuffer();
    return response.headers.get('x-request-id');
  };
  expect(await idOf(await start(startServer(inject('bundle'))))).toMatch(/^[0-9a-f-]{36}$/);
  const vars = { TRUST_CLOUDFLARE_HEADERS: 'true' };
  expect(await idOf(await start(startServer(inject('bundle'), { vars })))).toBe(RAY);
});

describe('the rate limit', () => {
  test('lets so many requests through, and answers the next with 429', async () => {
    const limit = 5;
    const harness = createTestHarness({
      workers: [
        {
          config: {
            name: 'limited',
            main: join(inject('bundle'), 'index.js'),
            no_bundle: true,
            compatibility_date: '2026-10-20',
            ratelimits: [
              { name: 'RATE_LIMITER', namespace_id: '1', simple: { limit, period: 60 } },
            ],
            assets: { directory: join(ROOT, 'public'), binding: 'ASSETS', run_worker_first: true },
          },
        },
      ],
    });
    const server = await start(serverOf(harness));
    const { headers = {}, body = '' } = exampleOf(429) ?? {};
    const statuses: number[] = [];
    // Twice as many as one period lets through, since another may begin meanwhile.
    while (statuses.length <= 2 * limit) statuses.push(await statusOf(server.post(body, headers)));
    expect(statuses.slice(0, limit)).toEqual(Array.from({ length: limit }, () => 200));
    expect(statuses).toContain(429);
    // One count for all routes.
    const verify = goodExampleOf('verify');
    const others = await fetch(new URL(verify.path, server.url), {
      method: 'POST',
      headers: verify.headers ?? {},
      body: verify.body ?? '',
    });
    expect(await statusOf(Promise.resolve(others))).toBe(429);
    const refused = await server.post(body, headers);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    const health = await fetch(new URL('/health', server.url));
    expect(await health.json()).toMatchObject({ protection: { keys: false, rateLimit: true } });
  });
});
