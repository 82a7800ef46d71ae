/**
 * `GET /`: the playground; `GET /rules` and `GET /docs`: rules and API for people. `tools/page` bundles them from `src/page`.
 * @module
 */
import { Hono } from 'hono/tiny';
import { fileAnswer } from './assets.ts';
import type { AppEnv } from './env.ts';

/** The pages and their files. */
export const PAGE_PATHS = [
  ...(['/', '/page.js', '/page.css', '/icon.svg'] as const),
  ...(['/rules', '/rules.js', '/docs', '/docs.js', '/pages.css'] as const),
];

/** Only its own files, only calls to this service, and no string ever becomes markup or code. */
const POLICY = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
};

export function pageRoute() {
  const app = new Hono<AppEnv>();
  for (const path of PAGE_PATHS) app.get(path, (c) => fileAnswer(c, path, POLICY));
  return app;
}
