import { describe, expect, test } from 'vitest';
import { corsOrigins } from '../../src/http/headers.ts';
import { ConfigError } from '../../src/http/limits.ts';
import { harness } from './harness.ts';

describe('security headers', () => {
  test.each([
    ['GET', '/health', 200],
    ['GET', '/nothing', 404],
    ['DELETE', '/v1/analyze', 405],
    ['OPTIONS', '/v1/analyze', 204],
    ['POST', '/v1/analyze', 415],
    ['POST', '/v1/batch', 415],
    ['POST', '/v1/verify', 415],
    ['GET', '/openapi.json', 500],
  ])('%s %s', async (method, path, status) => {
    const response = await harness().request(path, { method });
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });
});

describe('pages of other origins', () => {
  const desk = 'https://desk.example';
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: desk, 'access-control-request-method': 'POST' },
  };
  const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

  test('may not ask unless they are configured', async () => {
    const { request } = harness();
    expect(allowed(await request('/health', { headers: { origin: desk } }))).toBeNull();
    const response = await request('/v1/analyze', preflight);
    expect(allowed(response)).toBeNull();
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
  });

  test('may ask beforehand, without a key', async () => {
    const env = { CORS_ORIGINS: `https://other.example, ${desk}`, API_KEYS: 'a'.repeat(64) };
    const response = await harness().request('/v1/analyze', preflight, env);
    expect(response.status).toBe(204);
    expect(allowed(response)).toBe(desk);
    expect(response.headers.get('access-control-allow-methods')).toBe('GET,HEAD,POST,PUT,DELETE');
    expect(response.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(response.headers.get('vary')).toContain('Origin');
  });

  test('read answers and problems alike', async () => {
    const { request } = harness();
    const env = { CORS_ORIGINS: desk };
    for (const path of ['/health', '/nothing', '/v1/analyze']) {
      const response = await request(path, { headers: { origin: desk } }, env);
      expect(allowed(response), path).toBe(desk);
      expect(response.headers.get('access-control-expose-headers')).toContain('x-request-id');
    }
    const other = { headers: { origin: 'https://elsewhere.example' } };
    expect(allowed(await request('/health', other, env))).toBeNull();
    expect(allowed(await request('/health', other, { CORS_ORIGINS: '*' }))).toBe('*');
  });

  test('OPTIONS that is no preflight still says what there is', async () => {
    const init = { method: 'OPTIONS', headers: { origin: desk } };
    const response = await harness().request('/v1/analyze', init, { CORS_ORIGINS: '*' });
    expect(response.headers.get('allow')).toBe('POST, OPTIONS');
  });

  test.each(['desk.example', 'https://desk.example/', 'https://a.example *', 'null', '*.example'])(
    '%j is no origin',
    (origins) => {
      expect(() => corsOrigins({ CORS_ORIGINS: origins })).toThrow(ConfigError);
    },
  );
});
