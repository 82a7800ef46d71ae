/**
 * Verification over the bundled rules.
 * @module
 */
import { readPage, type Source } from '../analyze.ts';
import { bundledRules } from '../rules/bundled.ts';
import type { AnalyzeOptions } from '../schema/types.ts';
import type { Verification } from '../verify/types.ts';
import { verify as run } from '../verify/verify.ts';
import { checkOptions, checkText } from './check.ts';

export type VerifyOptions = Pick<
  AnalyzeOptions,
  'id' | 'url' | 'language' | 'quotesIn' | 'minConfidence' | 'offsetUnit'
>;

/**
 * Whether quotes stand in a text: verbatim, in other typography, altered or not at all; where, and who says them there.
 * @throws {TypeError} for quotes or options that are none
 */
export function verify(
  text: string,
  quotes: readonly string[],
  options: VerifyOptions = {},
): Verification {
  checkText('text', text);
  return verified(text, quotes, options);
}

/** The same against a page of HTML. Offsets point into the answer's `text`. */
export function verifyHtml(
  html: string,
  quotes: readonly string[],
  options: VerifyOptions = {},
): Verification {
  checkText('html', html);
  return verified(readPage(html, bundledRules(), undefined, options.url), quotes, options);
}

function verified(source: Source, quotes: readonly string[], options: VerifyOptions): Verification {
  if (!Array.isArray(quotes)) throw new TypeError('quotes must be a list of strings');
  quotes.forEach((quote, i) => {
    checkText(`quotes[${i}]`, quote);
    if (quote.trim() === '') throw new TypeError(`quotes[${i}] must not be empty`);
  });
  return run(source, quotes, bundledRules(), checkOptions(options));
}
