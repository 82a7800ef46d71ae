/**
 * `GET /openapi.json`: the description of this API, which `tools/openapi` writes from the schemas that validate requests.
 * @module
 */
import { Hono } from 'hono';
import { asset } from './assets.ts';
import type { AppEnv } from './env.ts';

export const OPENAPI = '/openapi.json';

export function openapiRoute() {
  return new Hono<AppEnv>().get(OPENAPI, async (c) => {
    const tag = c.req.header('if-none-match');
    const file = await asset(c.env, OPENAPI, tag === undefined ? {} : { 'if-none-match': tag });
    if (!file.ok && file.status !== 304) throw new Error('openapi.json was not built');
    const headers = new Headers({ 'cache-control': 'no-cache' });
    for (const name of ['content-type', 'etag']) {
      const value = file.headers.get(name);
      if (value !== null) headers.set(name, value);
    }
    return new Response(file.body, { status: file.status, headers });
  });
}
