/**
 * Headers of every answer: what browsers may do with it, and which pages may ask.
 * @module
 */
import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { AppEnv, Env } from './env.ts';
import { ConfigError } from './limits.ts';

/** An answer is data: never guessed to be a page, run, framed or kept. A route that answers a page sets its own. */
const DEFAULTS: readonly (readonly [string, string])[] = [
  ['cache-control', 'no-store'],
  ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
  ['referrer-policy', 'no-referrer'],
  ['strict-transport-security', 'max-age=31536000'],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
];

/** Sets what the route has not set. */
export const secure = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  for (const [name, value] of DEFAULTS) if (!c.res.headers.has(name)) c.header(name, value);
});

/** Lets pages of the configured origins ask. Plain OPTIONS requests pass, to be answered with Allow. */
export const crossOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const origins = corsOrigins(c.env);
  const asksBeforehand = c.req.header('access-control-request-method') !== undefined;
  if (origins.length === 0 || (c.req.method === 'OPTIONS' && !asksBeforehand)) return next();
  return cors({
    origin: origins[0] === '*' ? '*' : [...origins],
    allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
    allowHeaders: [
      ...['authorization', 'content-type', 'content-encoding', 'if-none-match'],
      ...['mcp-protocol-version', 'mcp-method', 'mcp-name'],
    ],
    exposeHeaders: ['etag', 'retry-after', 'www-authenticate', 'x-request-id'],
    maxAge: 86_400,
  })(c, next);
});

/** Throws `ConfigError` for anything that is not an origin: it would never match, in silence. */
export function corsOrigins(env: Env | undefined): readonly string[] {
  const origins = (env?.CORS_ORIGINS ?? '').split(/[\s,]+/).filter((origin) => origin !== '');
  if (origins.length === 1 && origins[0] === '*') return origins;
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      throw new ConfigError('CORS_ORIGINS must be origins, such as https://desk.example, or *');
    }
  }
  return origins;
}
