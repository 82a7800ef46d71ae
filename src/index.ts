/**
 * The Worker: wiring only.
 * @module
 */
import { analyze, ENGINE_VERSION } from './analyze.ts';
import { createApp } from './http/app.ts';
import type { Env } from './http/env.ts';
import { rules } from './rules/load.ts';

export type { AppType } from './http/app.ts';

const app = createApp({
  engine: ENGINE_VERSION,
  rulesVersion: rules.version,
  analyze: (text, options) => analyze(text, rules, options),
});

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
