/**
 * The program over the bundled rules, as the routes take it.
 * @module
 */
import { analyze, ENGINE_VERSION, readPage } from './analyze.ts';
import type { Service } from './http/env.ts';
import { rules } from './rules/load.ts';

export const service: Service = {
  engine: ENGINE_VERSION,
  rulesVersion: rules.version,
  readHtml: (html, most, url) => readPage(html, rules, most, url),
  analyze: (source, options) => analyze(source, rules, options),
};
