import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { Env } from '../../src/http/env.ts';
import { keyHashes, knownKey } from '../../src/http/keys.ts';
import { ConfigError } from '../../src/http/limits.ts';
import { harness, problemOf } from './harness.ts';

const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');
const KEYS = ['first-key', 'second-key'];
const API_KEYS = KEYS.map(hashOf).join(',\n');
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

describe('keyHashes', () => {
  test('takes commas, white space and capitals', () => {
    expect(keyHashes({ API_KEYS: ` ${API_KEYS.toUpperCase()}\n` })).toEqual(KEYS.map(hashOf));
    expect(keyHashes({ API_KEYS: '' })).toEqual([]);
    expect(keyHashes(undefined)).toEqual([]);
  });

  test.each([' ', ',', 'first-key', hashOf('a').slice(1), `${API_KEYS},x`])(
    'refuses %j, rather than open the service',
    (keys) => {
      expect(() => keyHashes({ API_KEYS: keys })).toThrow(ConfigError);
    },
  );
});

test('knownKey knows the keys, in a header of the right form', async () => {
  const hashes = keyHashes({ API_KEYS });
  expect(await knownKey('Bearer second-key', hashes)).toBe(hashOf('second-key'));
  expect(await knownKey('bearer  first-key ', hashes)).toBe(hashOf('first-key'));
  for (const header of [
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'first-key',
    'Basic first-key',
    'Bearer first-ke',
    'Bearer first-key second-key',
    `Bearer ${hashOf('first-key')}`,
  ]) {
    expect(await knownKey(header, hashes), header ?? 'none').toBeUndefined();
  }
});

describe('where keys are configured', () => {
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    harness().request(path, { method, headers }, { API_KEYS });

  test.each([
    '/v1/analyze',
    '/v1/batch',
    '/v1/verify',
    '/v1/rules',
    '/v1/rules/a/b',
    '/v1/nothing',
  ])('%s wants one', async (path) => {
    const without = await ask(path);
    expect(without.status).toBe(401);
    expect(without.headers.get('www-authenticate')).toBe('Bearer');
    expect((await problemOf(without)).type).toBe('/problems/unauthorized');
    const wrong = await ask(path, bearer('third-key'));
    expect(wrong.status).toBe(401);
    expect(wrong.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(await wrong.text()).not.toContain('third-key');
  });

  test('a known one gets through', async () => {
    const { post } = harness();
    for (const key of KEYS) {
      expect((await post('text', bearer(key), '', { API_KEYS })).status).toBe(200);
    }
  });

  test('health stays open and says so, and so does asking for methods', async () => {
    const health = await ask('/health');
    expect(await health.json()).toMatchObject({ protection: { keys: true } });
    expect((await ask('/v1/analyze', {}, 'OPTIONS')).status).toBe(204);
    expect((await ask('/nothing')).status).toBe(404);
  });

  test('a mistyped list is a fault, not an open door', async () => {
    const { request } = harness();
    for (const path of ['/health', '/v1/analyze']) {
      expect((await request(path, {}, { API_KEYS: 'first-key' })).status).toBe(500);
    }
  });
});

describe('where requests are limited', () => {
  /** Lets `most` requests of each key through, and tells the keys. */
  function limiter(most: number): Env & { counted: string[] } {
    const counted: string[] = [];
    const limit = async ({ key }: { key: string }) => {
      counted.push(key);
      return { success: counted.filter((other) => other === key).length <= most };
    };
    return { RATE_LIMITER: { limit }, TRUST_CLOUDFLARE_HEADERS: 'true', counted };
  }
  const from = (address: string) => ({ 'cf-connecting-ip': address });

  test('by address, without keys', async () => {
    const { post } = harness();
    const { counted: _, ...env } = limiter(1);
    expect((await post('a', from('192.0.2.1'), '', env)).status).toBe(200);
    const refused = await post('a', from('192.0.2.1'), '', env);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect((await problemOf(refused)).type).toBe('/problems/rate-limited');
    expect((await post('a', from('192.0.2.2'), '', env)).status).toBe(200);
    const short = await post('a', from('192.0.2.2'), '', { ...env, RATE_LIMIT_PERIOD: '10' });
    expect(short.headers.get('retry-after')).toBe('10');
  });

  test('by key where there is one, by address where it is wrong; keys themselves are not told', async () => {
    const { post } = harness();
    const { counted, ...env } = { ...limiter(1), API_KEYS };
    const headers = { ...from('192.0.2.1'), ...bearer('first-key') };
    expect((await post('a', headers, '', env)).status).toBe(200);
    expect((await post('a', { ...headers, ...from('192.0.2.9') }, '', env)).status).toBe(429);
    expect((await post('a', { ...headers, ...bearer('guess-1') }, '', env)).status).toBe(401);
    expect((await post('a', { ...headers, ...bearer('guess-2') }, '', env)).status).toBe(429);
    expect(new Set(counted)).toEqual(new Set([`key ${hashOf('first-key')}`, 'address 192.0.2.1']));
  });

  test('not by an address that a client may have made up: those without a key share one count', async () => {
    const { post } = harness();
    const { counted, ...limited } = limiter(1);
    const env = { ...limited, TRUST_CLOUDFLARE_HEADERS: 'false' };
    expect((await post('a', from('192.0.2.1'), '', env)).status).toBe(200);
    expect((await post('a', from('192.0.2.2'), '', env)).status).toBe(429);
    expect(new Set(counted)).toEqual(new Set(['address unknown']));
  });

  test('not on the open routes', async () => {
    const { counted, ...env } = limiter(0);
    expect((await harness().request('/health', {}, env)).status).toBe(200);
    expect((await harness().request('/v1/analyze', { method: 'OPTIONS' }, env)).status).toBe(204);
    expect(counted).toEqual([]);
  });
});
