/**
 * The Worker: wiring only.
 * @module
 */
import { analyze, ENGINE_VERSION, readPage } from './analyze.ts';
import { createApp } from './http/app.ts';
import type { Env } from './http/env.ts';
import { rules } from './rules/load.ts';

export type { AppType } from './http/app.ts';

const app = createApp({
  engine: ENGINE_VERSION,
  rulesVersion: rules.version,
  readHtml: (html, most) => readPage(html, rules, most),
  analyze: (source, options) => analyze(source, rules, options),
});

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
