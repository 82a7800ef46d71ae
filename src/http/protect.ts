/**
 * Who may call, and how often.
 * @module
 */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { addressOf } from './cloudflare.ts';
import type { AppEnv } from './env.ts';
import { isHashItself, keyHashes, knownKey } from './keys.ts';
import { wholeNumber } from './limits.ts';
import { Problem } from './problems.ts';

/** Wants a key where keys are configured, and counts requests where a limiter is bound. Throws 401, 429 or 503. */
export const protect = createMiddleware<AppEnv>(async (c, next) => {
  // Browsers ask beforehand without credentials, and the answer holds nothing.
  if (c.req.method === 'OPTIONS') return next();
  // Before anything of the request is read, and before its key is looked at: that takes time too.
  if (c.env?.IS_BUSY === true) throw overloaded();
  const hashes = keyHashes(c.env);
  const authorization = c.req.header('authorization');
  const key = hashes.length === 0 ? undefined : await knownKey(authorization, hashes);
  // Before the refusal: guessing keys is limited as well.
  await countRequest(c, key);
  if (hashes.length > 0 && key === undefined) {
    const detail = isHashItself(authorization, hashes) ? HASH_SENT : UNKNOWN;
    throw unauthorized(authorization !== undefined, detail);
  }
  if (key !== undefined) c.set('key', key);
  return next();
});

/** Counted by key, without one by address; those whose address is not known share one count. Throws 429. */
async function countRequest(c: Context<AppEnv>, key: string | undefined): Promise<void> {
  const limiter = c.env?.RATE_LIMITER;
  if (limiter === undefined) return;
  const address = addressOf(c) ?? 'unknown';
  const { success } = await limiter.limit({
    key: key === undefined ? `address ${address}` : `key ${key}`,
  });
  if (success) return;
  const seconds = wholeNumber('RATE_LIMIT_PERIOD', c.env.RATE_LIMIT_PERIOD, 60, 'whole seconds');
  throw new Problem('rate-limited', 'Too many requests; Retry-After says when to try again.', {
    headers: { 'retry-after': String(seconds) },
  });
}

/** Those who wait are done in a second or two. */
const BUSY_SECONDS = 2;

function overloaded(): Problem {
  return new Problem('overloaded', 'Too many requests wait; Retry-After says when to try again.', {
    headers: { 'retry-after': String(BUSY_SECONDS) },
  });
}

const UNKNOWN = 'This route wants a known key: Authorization: Bearer KEY.';
const HASH_SENT =
  'What was sent stands in API_KEYS as it is. Either the hash was sent in place of the key, or the key was configured in place of its SHA-256 hash.';

function unauthorized(sent: boolean, detail: string): Problem {
  const challenge = sent ? 'Bearer error="invalid_token"' : 'Bearer';
  return new Problem('unauthorized', detail, {
    headers: { 'www-authenticate': challenge },
  });
}
