/**
 * The program over the bundled rules, as the routes take it.
 * @module
 */
import { analyze, ENGINE_VERSION, readNews, readPage } from './analyze.ts';
import type { Service } from './http/env.ts';
import { bundledRules, bundledVersion } from './rules/bundled.ts';

export const service: Service = {
  engine: ENGINE_VERSION,
  rulesVersion: bundledVersion,
  readHtml: (html, most, url) => readPage(html, bundledRules(), most, url),
  readNews: (news, most) => readNews(news, bundledRules(), most),
  analyze: (source, options) => analyze(source, bundledRules(), options),
};
