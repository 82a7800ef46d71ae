/**
 * `GET /health`: whether the service runs, which program with which rules, and whether it is protected.
 * @module
 */
import { Hono } from 'hono/tiny';
import type { Health } from '../schema/health.ts';
import type { AppEnv, Service } from './env.ts';
import { keyHashes } from './keys.ts';

/** The route. It touches nothing but constants and configuration, so it may be polled. */
export function healthRoute({ engine, rulesVersion }: Service) {
  return new Hono<AppEnv>().get('/health', (c) => {
    const protection = {
      keys: keyHashes(c.env).length > 0,
      rateLimit: c.env?.RATE_LIMITER !== undefined,
    };
    const health: Health = { status: 'ok', engine, rulesVersion, protection };
    return c.json(health, 200);
  });
}
