/**
 * What a request wants analysed: a text, or a page that is read into one; neither larger than allowed.
 * @module
 */
import * as v from 'valibot';
import type { HtmlPage } from '../html/reader.ts';
import { tooLarge } from './body.ts';
import type { Service } from './env.ts';
import { checkTextSize } from './intake.ts';
import { fitsUtf8, type Limits } from './limits.ts';

const STRING = 'must be a string';

/** Both ways to hand in a page, of which a JSON request takes one. */
export const inputEntries = {
  text: v.exactOptional(v.pipe(v.string(STRING), v.description('The plain text of a page.'))),
  html: v.exactOptional(
    v.pipe(v.string(STRING), v.description('A page as HTML, whose text comes back as `text`.')),
  ),
} as const;

export const INPUTS = [['text'], ['html']] as const;
export const MISSING = 'is required, or html';
export const BESIDE = 'must not stand beside text';

/** One of the two. */
export interface Given {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

export function hasInput({ text, html }: Given): boolean {
  return text !== undefined || html !== undefined;
}

export function isAlone({ text, html }: Given): boolean {
  return text === undefined || html === undefined;
}

/** What `Service.analyze` takes. */
export type Source = string | HtmlPage;

/** What the offsets of an answer point into. */
export function textOf(source: Source): string {
  return typeof source === 'string' ? source : source.text;
}

/**
 * Throws 413 for a page or a text over its limit, the text of a page included.
 * @param url where it comes from, if that is known
 */
export function sourceOf(
  { text = '', html }: Given,
  service: Service,
  limits: Limits,
  url?: string,
): Source {
  if (html === undefined) {
    checkTextSize(text, limits);
    return text;
  }
  if (!fitsUtf8(html, limits.htmlBytes)) throw tooLarge();
  const page = service.readHtml(html, limits.textBytes, url);
  checkTextSize(page.text, limits);
  return page;
}
