/**
 * What a request wants analysed: a text, or a page that is read into one; neither larger than allowed.
 * @module
 */
import * as v from 'valibot';
import type { Source } from '../analyze.ts';
import { tooLarge } from './body.ts';
import type { Service } from './env.ts';
import { checkTextSize } from './intake.ts';
import { fitsUtf8, type Limits } from './limits.ts';

const STRING = 'must be a string';

/** The ways to hand in a page, of which a JSON request takes one. */
export const inputEntries = {
  text: v.exactOptional(v.pipe(v.string(STRING), v.description('The plain text of a page.'))),
  markdown: v.exactOptional(
    v.pipe(v.string(STRING), v.description('The text of a page as Markdown.')),
  ),
  html: v.exactOptional(
    v.pipe(v.string(STRING), v.description('A page as HTML, whose text comes back as `text`.')),
  ),
} as const;

export const INPUTS = [['text'], ['markdown'], ['html']] as const;
export const MISSING = 'is required, or markdown or html';
export const BESIDE = 'must not stand beside text or markdown';

/** One of them. */
export interface Given {
  readonly text?: string | undefined;
  readonly markdown?: string | undefined;
  readonly html?: string | undefined;
}

export function hasInput({ text, markdown, html }: Given): boolean {
  return text !== undefined || markdown !== undefined || html !== undefined;
}

export function isAlone({ text, markdown, html }: Given): boolean {
  return [text, markdown, html].filter((one) => one !== undefined).length < 2;
}

export type { Source };

/** What the offsets of an answer point into. */
export function textOf(source: Source): string {
  return typeof source === 'string' ? source : source.text;
}

/**
 * Throws 413 for a page or a text over its limit, the text of a page included.
 * @param url where it comes from, if that is known
 */
export function sourceOf(
  { text = '', markdown, html }: Given,
  service: Service,
  limits: Limits,
  url?: string,
): Source {
  if (markdown !== undefined) {
    checkTextSize(markdown, limits);
    return { format: 'markdown', text: markdown };
  }
  if (html === undefined) {
    checkTextSize(text, limits);
    return text;
  }
  if (!fitsUtf8(html, limits.htmlBytes)) throw tooLarge();
  const page = service.readHtml(html, limits.textBytes, url);
  checkTextSize(page.text, limits);
  return page;
}
