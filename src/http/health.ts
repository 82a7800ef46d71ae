/**
 * `GET /health`: whether the service runs, and which program with which rules.
 * @module
 */
import { Hono } from 'hono';
import type { AppEnv, Service } from './env.ts';

/** The route. It touches nothing but constants, so it may be polled. */
export function healthRoute({ engine, rulesVersion }: Service) {
  return new Hono<AppEnv>().get('/health', (c) => {
    c.header('cache-control', 'no-store');
    return c.json({ status: 'ok', engine, rulesVersion } as const, 200);
  });
}
