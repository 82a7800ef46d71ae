/**
 * The analysis over the bundled rules, one function for each sort of input.
 * @module
 */
import { analyze as run, readNews, readPage } from '../analyze.ts';
import { bundledRules } from '../rules/bundled.ts';
import type { Analysis, AnalyzeOptions } from '../schema/types.ts';
import { checkOptions, checkText } from './check.ts';

/**
 * Segments a text and finds its quotes and who said them. The same text, options and version give the same answer.
 * @param text any string; offsets of the answer point into it
 * @throws {TypeError} for options that are none
 */
export function analyze(text: string, options: AnalyzeOptions = {}): Analysis {
  checkText('text', text);
  return run(text, bundledRules(), checkOptions(options));
}

/** The same of a page of HTML. Offsets point into the answer's `text`, which is read from the page. */
export function analyzeHtml(html: string, options: AnalyzeOptions = {}): Analysis {
  checkText('html', html);
  const checked = checkOptions(options);
  const rules = bundledRules();
  return run(readPage(html, rules, undefined, checked.url), rules, checked);
}

/** The same of a text that is Markdown. Offsets point into it as it was given. */
export function analyzeMarkdown(markdown: string, options: AnalyzeOptions = {}): Analysis {
  checkText('markdown', markdown);
  return run({ format: 'markdown', text: markdown }, bundledRules(), checkOptions(options));
}

/** A news document: NITF, NewsML-G2, RSS or Atom as XML; ninjs, parsed; a mail. */
export type NewsInput =
  | { readonly xml: string }
  | { readonly ninjs: unknown }
  | { readonly mail: string | Uint8Array };

/**
 * The same of a news document. Offsets point into the answer's `text`.
 * @throws {NewsError} for a document that is malformed, or in no format that is known
 */
export function analyzeNews(news: NewsInput, options: AnalyzeOptions = {}): Analysis {
  const checked = checkOptions(options);
  const rules = bundledRules();
  return run(readNews(news, rules), rules, checked);
}

/** The text of a page of HTML alone: what {@link analyzeHtml} answers as `text`. */
export function readHtmlText(html: string): string {
  checkText('html', html);
  return readPage(html, bundledRules()).text;
}
