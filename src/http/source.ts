/**
 * What a request wants analysed: a text, or a page that is read into one; neither larger than allowed.
 * @module
 */
import * as v from 'valibot';
import type { Source } from '../analyze.ts';
import type { NewsPage } from '../news/compose.ts';
import { NewsError } from '../news/error.ts';
import { tooLarge } from './body.ts';
import type { Service } from './env.ts';
import { checkTextSize } from './intake.ts';
import { fitsUtf8, type Limits } from './limits.ts';
import { refuseData } from './not-text.ts';
import { Problem } from './problems.ts';

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
  xml: v.exactOptional(
    v.pipe(
      v.string(STRING),
      v.description('NITF, NewsML-G2, RSS or Atom, whose text comes back as `text`.'),
    ),
  ),
  ninjs: v.exactOptional(
    v.pipe(
      v.record(v.string(), v.unknown(), 'must be an object'),
      v.description('A document as ninjs, whose text comes back as `text`.'),
    ),
  ),
} as const;

const NAMES = ['text', 'markdown', 'html', 'xml', 'ninjs'] as const;
export const INPUTS = [['text'], ['markdown'], ['html'], ['xml'], ['ninjs']] as const;
export const MISSING = 'is required, or markdown, html, xml or ninjs';
export const BESIDE = 'must not stand beside another of text, markdown, html, xml and ninjs';

/** One of them. */
export interface Given {
  readonly text?: string | undefined;
  readonly markdown?: string | undefined;
  readonly html?: string | undefined;
  readonly xml?: string | undefined;
  readonly ninjs?: unknown;
}

export function hasInput(given: Given): boolean {
  return NAMES.some((name) => given[name] !== undefined);
}

export function isAlone(given: Given): boolean {
  return NAMES.filter((name) => given[name] !== undefined).length < 2;
}

export type { Source };

/** What the offsets of an answer point into. */
export function textOf(source: Source): string {
  return typeof source === 'string' ? source : source.text;
}

/**
 * Throws 413 for a page or a text over its limit, the text of a page included; 400 and 422 for a news document that cannot be
 * read.
 * @param url where it comes from, if that is known
 */
export function sourceOf(given: Given, service: Service, limits: Limits, url?: string): Source {
  const { text = '', markdown, html } = given;
  if (markdown !== undefined) {
    checkTextSize(markdown, limits);
    return { format: 'markdown', text: markdown };
  }
  if (html !== undefined && !fitsUtf8(html, limits.htmlBytes)) throw tooLarge();
  const page =
    html === undefined
      ? newsIn(given, service, limits)
      : service.readHtml(html, limits.textBytes, url);
  if (page === null) {
    checkTextSize(text, limits);
    refuseData(text);
    return text;
  }
  checkTextSize(page.text, limits);
  return page;
}

function newsIn({ xml, ninjs }: Given, service: Service, limits: Limits): NewsPage | null {
  if (xml === undefined && ninjs === undefined) return null;
  if (xml !== undefined && !fitsUtf8(xml, limits.htmlBytes)) throw tooLarge();
  try {
    return service.readNews(xml === undefined ? { ninjs } : { xml }, limits.textBytes);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    throw new Problem(error.isMalformed ? 'malformed-xml' : 'invalid-request', error.message);
  }
}
