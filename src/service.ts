/**
 * The program over a set of rules, as the routes take it.
 * @module
 */
import { analyze, answerTo, ENGINE_VERSION, readNews, readPage } from './analyze.ts';
import type { Service } from './http/env.ts';
import { bundledRules, bundledVersion } from './rules/bundled.ts';
import { ruledAs } from './rules/language.ts';
import type { Rules } from './rules/rules.ts';
import { verifyAgainst } from './verify/verify.ts';

function serviceOf(rulesVersion: string, rules: () => Rules): Service {
  return {
    engine: ENGINE_VERSION,
    rulesVersion,
    readHtml: (html, most, url) => readPage(html, rules(), most, url),
    readNews: (news, most) => readNews(news, rules(), most),
    ruledAs: (language) => ruledAs(rules(), language),
    analyze: (source, options) => analyze(source, rules(), options),
    answer: (source, options) => answerTo(source, rules(), options),
    verify: (text, quotes, analysis, unit) => verifyAgainst(text, quotes, analysis, rules(), unit),
  };
}

/** Over the bundled rules, which are opened with the first request. */
export const service: Service = serviceOf(bundledVersion, bundledRules);

/** Over rules that are open. */
export function serviceOver(rules: Rules): Service {
  return serviceOf(rules.version, () => rules);
}
