/**
 * What Cloudflare says of a request in headers of its own. Cloudflare overwrites these on every request, but anywhere else a
 * client may send what it likes. Nothing in a request tells the two apart: the local runtimes fill in `request.cf` as well,
 * partly from what the client sends. So the deployment says whether to believe them.
 * @module
 */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppEnv, Env } from './env.ts';
import { ConfigError } from './limits.ts';

const RAY = /^[0-9a-f]{16}(?:-[A-Z]{3})?$/;

/** Throws `ConfigError` for what is neither true nor false. */
export function trustsCloudflare(env: Env | undefined): boolean {
  const setting = String(env?.TRUST_CLOUDFLARE_HEADERS ?? '');
  if (setting === 'true') return true;
  if (setting === '' || setting === 'false') return false;
  throw new ConfigError('TRUST_CLOUDFLARE_HEADERS must be true or false');
}

/** Calls the request by its ray id, where Cloudflare gave it one. */
export const takeRayId = createMiddleware<AppEnv>(async (c, next) => {
  const ray = trustsCloudflare(c.env) ? (c.req.header('cf-ray') ?? '') : '';
  if (RAY.test(ray)) c.set('requestId', ray);
  await next();
});

/** The address that the request came from, if that is known. */
export function addressOf(c: Context<AppEnv>): string | undefined {
  return trustsCloudflare(c.env) ? c.req.header('cf-connecting-ip') : c.env?.CLIENT_ADDRESS;
}
