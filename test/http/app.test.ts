import { afterEach, describe, expect, test, vi } from 'vitest';
import { harness, problemOf } from './harness.ts';

afterEach(() => void vi.restoreAllMocks());

describe('health', () => {
  test('says which program with which rules', async () => {
    const response = await harness().request('/health');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      status: 'ok',
      engine: '9.9.9',
      rulesVersion: 'test',
      protection: { keys: false, rateLimit: false },
    });
  });

  test('has HEAD', async () => {
    const response = await harness().request('/health', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });
});

describe('paths and methods', () => {
  test.each([
    '/nope',
    '/v1/analyze/',
    '/v1/Analyze',
    '//v1/analyze',
    '/%',
    '/v1/analyze%00',
    '/healthz',
  ])('%s is a 404', async (path) => {
    const response = await harness().request(path);
    expect((await problemOf(response)).type).toBe('/problems/not-found');
  });

  test.each([
    ['/v1/analyse', '/v1/analyze'],
    ['/v1/rule', '/v1/rules'],
    ['/heatlh', '/health'],
  ])('%s is probably meant for %s', async (path, near) => {
    const problem = await problemOf(await harness().request(path, { method: 'POST' }));
    expect(problem.detail).toBe(`There is nothing here. Did you mean ${near}?`);
  });

  test('nothing is suggested where nothing is near', async () => {
    const problem = await problemOf(await harness().request('/wp-login.php'));
    expect(problem.detail).toBe('There is nothing here.');
  });

  test.each([
    ['GET', '/v1/analyze', 'POST, OPTIONS'],
    ['PUT', '/v1/analyze', 'POST, OPTIONS'],
    ['DELETE', '/v1/analyze', 'POST, OPTIONS'],
    ['POST', '/health', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/health', 'GET, HEAD, OPTIONS'],
    ['BREW', '/health', 'GET, HEAD, OPTIONS'],
  ])('%s %s is a 405', async (method, path, allow) => {
    const response = await harness().request(path, { method });
    expect(response.headers.get('allow')).toBe(allow);
    expect((await problemOf(response)).type).toBe('/problems/method-not-allowed');
  });

  test('HEAD of a route without GET is a 405 without a body', async () => {
    const response = await harness().request('/v1/analyze', { method: 'HEAD' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    expect(await response.text()).toBe('');
  });

  test('OPTIONS says what there is', async () => {
    const response = await harness().request('/v1/analyze', { method: 'OPTIONS' });
    expect(response.status).toBe(204);
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
    expect((await harness().request('/nope', { method: 'OPTIONS' })).status).toBe(404);
  });
});

describe('request ids', () => {
  const OWN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const RAY = '230b030023ae2822-SJC';
  const idOf = async (ray: string, setting?: string | boolean) => {
    const headers = { 'cf-ray': ray, 'x-request-id': ray };
    const env = setting === undefined ? {} : { TRUST_CLOUDFLARE_HEADERS: setting };
    return (await harness().request('/health', { headers }, env)).headers.get('x-request-id');
  };

  test('Cloudflare’s is passed on where it is to be trusted', async () => {
    expect(await idOf(RAY, 'true')).toBe(RAY);
    expect(await idOf(RAY, true)).toBe(RAY);
    expect(await idOf('somebody was here', 'true')).toMatch(OWN);
  });

  test('a client’s is not', async () => {
    for (const setting of [undefined, '', 'false', false])
      expect(await idOf(RAY, setting)).toMatch(OWN);
  });

  test('a mistyped setting is a fault, and trusts nobody', async () => {
    const { request } = harness();
    const headers = { 'cf-ray': RAY };
    const response = await request('/health', { headers }, { TRUST_CLOUDFLARE_HEADERS: 'yes' });
    expect(await problemOf(response)).toMatchObject({ type: '/problems/internal' });
    expect(response.headers.get('x-request-id')).toMatch(OWN);
  });

  test('every answer has one, and no two the same', async () => {
    const { request } = harness();
    const paths = ['/health', '/health', '/nope', '/v1/analyze'];
    const ids = await Promise.all(
      paths.map(async (path) => (await request(path)).headers.get('x-request-id')),
    );
    expect(new Set(ids).size).toBe(paths.length);
    expect(ids).not.toContain(null);
  });
});

describe('faults of ours', () => {
  test('say nothing about themselves, to the client or to the log', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { post } = harness((text) => {
      throw new TypeError(`cannot read\n    at ${text}`);
    });
    const response = await post('SECRET');
    expect(response.status).toBe(500);
    const problem = await problemOf(response);
    expect(problem.type).toBe('/problems/internal');
    expect(JSON.stringify(problem)).not.toMatch(/SECRET|TypeError|\.ts/);
    const line = String(log.mock.calls[0]?.[0]);
    expect(line).not.toContain('SECRET');
    expect(JSON.parse(line)).toMatchObject({ status: 500, requestId: problem.requestId, text: 6 });
    expect(JSON.parse(line).error[0]).toBe('TypeError');
  });

  test('a mistyped limit is a 500, and the log says which', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const response = await harness().post('a', {}, '', { MAX_TEXT_BYTES: '1MB' });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('MAX_TEXT_BYTES');
    expect(String(log.mock.calls[0]?.[0])).toContain('MAX_TEXT_BYTES');
  });
});

test('the log has route, status and sizes, and nothing a client sent', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const { post, request } = harness();
  await post('SECRET', {}, '?id=SECRET');
  await post('SECRET', {}, '?SECRET=SECRET');
  await request('/SECRET?SECRET');
  const lines = log.mock.calls.map(([line]) => String(line));
  expect(lines.join('\n')).not.toContain('SECRET');
  const [first, second, third] = lines.map((line) => JSON.parse(line));
  expect(first).toMatchObject({
    method: 'POST',
    route: '/v1/analyze',
    status: 200,
    bytes: 6,
    text: 6,
  });
  expect(second).toMatchObject({ route: '/v1/analyze', status: 422 });
  expect(third).toMatchObject({ route: null, status: 404 });
});
