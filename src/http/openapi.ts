/**
 * `GET /openapi.json`: the description of this API, which `tools/openapi` writes from the schemas that validate requests.
 * @module
 */
import { Hono } from 'hono/tiny';
import { fileAnswer } from './assets.ts';
import type { AppEnv } from './env.ts';

export const OPENAPI = '/openapi.json';

export function openapiRoute() {
  return new Hono<AppEnv>().get(OPENAPI, (c) => fileAnswer(c, OPENAPI));
}
