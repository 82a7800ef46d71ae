import { expect, test } from 'vitest';
import type { Env } from '../../src/http/env.ts';
import { PAGE_PATHS } from '../../src/http/page.ts';
import { harness } from './harness.ts';

const ETAG = '"one"';
const ASSETS: Env['ASSETS'] = {
  fetch: async ({ pathname }, init) => {
    if (new Headers(init?.headers).get('if-none-match') === ETAG) {
      return new Response(null, { status: 304, headers: { etag: ETAG } });
    }
    const headers = { etag: ETAG, 'content-type': 'text/html; charset=utf-8', 'x-other': 'a' };
    return new Response(`file ${pathname}`, { headers });
  },
};

test.each(PAGE_PATHS)('%s is a file, under a policy', async (path) => {
  const response = await harness().request(path, {}, { ASSETS });
  expect(response.status).toBe(200);
  expect(await response.text()).toBe(`file ${path}`);
  const headers = Object.fromEntries(response.headers);
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html; charset=utf-8',
    etag: ETAG,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
  expect(headers['x-other']).toBeUndefined();
  const policy = headers['content-security-policy'] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("connect-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*|data:/);
});

test('who has the page already gets 304, under the same policy', async () => {
  const init = { headers: { 'if-none-match': ETAG } };
  const response = await harness().request('/', init, { ASSETS });
  expect(response.status).toBe(304);
  expect(response.headers.get('etag')).toBe(ETAG);
  expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('needs no key: it asks for one itself', async () => {
  const env = { ASSETS, API_KEYS: 'a'.repeat(64) };
  expect((await harness().request('/', {}, env)).status).toBe(200);
});

test('a page that was not built is our fault', async () => {
  const missing: Env['ASSETS'] = { fetch: async () => new Response(null, { status: 404 }) };
  expect((await harness().request('/', {}, { ASSETS: missing })).status).toBe(500);
});
