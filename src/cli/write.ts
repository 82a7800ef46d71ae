/**
 * Answers in the format asked for, one after the other as they are made.
 * @module
 */
import { render } from '../formats/formats.ts';
import type { PageText } from '../formats/types.ts';
import type { Analysis, AnalyzeOptions } from '../schema/types.ts';
import type { Verification } from '../verify/types.ts';
import type { OutputFormat } from './settings.ts';
import { showAnalysis, type View } from './show.ts';
import { showVerification, verificationCsv } from './verdicts.ts';

/** What was made of one input. */
export type Result =
  | {
      readonly kind: 'analysis';
      readonly name: string;
      readonly text: string;
      /** The page that the text was read from, for formats that are about it. */
      readonly page?: PageText;
      readonly answer: Analysis;
    }
  | { readonly kind: 'verification'; readonly name: string; readonly answer: Verification };

export interface Writer {
  /** The characters for one more result. */
  readonly next: (result: Result) => string;
  /** What ends them all. */
  readonly end: () => string;
}

/**
 * A writer.
 * @param several whether there may be more than one result: JSON is then a list
 */
export function writer(
  format: OutputFormat,
  several: boolean,
  options: AnalyzeOptions,
  view: View,
): Writer {
  let number = 0;
  const line = (result: Result): string => {
    if (format === 'ndjson') return `${JSON.stringify(result.answer)}\n`;
    if (result.kind === 'verification') {
      if (format === 'csv') return verificationCsv(number === 1, result.answer);
      return `${showVerification(result.name, result.answer, view.paint)}\n`;
    }
    const { name, text, page, answer } = result;
    if (format === 'terminal') return `${showAnalysis(name, text, answer, view)}\n`;
    if (format === 'json') return '';
    const rendered = render(format, text, answer, options, page);
    if (format === 'csv') return number === 1 ? rendered : rendered.replace(/^.*\r\n/, '');
    return rendered.endsWith('\n') || rendered === '' ? rendered : `${rendered}\n`;
  };
  if (format !== 'json') return { next: (result) => ((number += 1), line(result)), end: () => '' };
  return {
    next(result) {
      const json = JSON.stringify(result.answer, null, 2);
      number += 1;
      return several ? `${number === 1 ? '[\n' : ',\n'}${json}` : `${json}\n`;
    },
    end: () => (several ? (number > 0 ? '\n]\n' : '[]\n') : ''),
  };
}
