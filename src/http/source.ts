/**
 * What a request wants analysed: a text, or a page that is read into one; neither larger than allowed.
 * @module
 */
import * as v from 'valibot';
import type { News, Source } from '../analyze.ts';
import type { NewsPage } from '../news/compose.ts';
import { NewsError } from '../news/error.ts';
import type { MailText } from '../news/mail-text.ts';
import type { MailSource } from '../news/mail.ts';
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
  mail: v.exactOptional(
    v.pipe(
      v.string(STRING),
      v.description(
        'A mail with its header, whose text comes back as `text`. Parts without a transfer encoding are taken as they stand here, whatever charset they name.',
      ),
    ),
  ),
} as const;

const NAMES = ['text', 'markdown', 'html', 'xml', 'ninjs', 'mail'] as const;
export const INPUTS = [['text'], ['markdown'], ['html'], ['xml'], ['ninjs'], ['mail']] as const;
export const MISSING =
  'is required, or markdown, html, xml, ninjs or mail; nothing is fetched from a url';
export const BESIDE = 'must not stand beside another of text, markdown, html, xml, ninjs and mail';

/** One of them. */
export interface Given {
  readonly text?: string | undefined;
  readonly markdown?: string | undefined;
  readonly html?: string | undefined;
  readonly xml?: string | undefined;
  readonly ninjs?: unknown;
  readonly mail?: MailSource | undefined;
}

/** The page in a request, apart from everything else in it. */
export function splitGiven<Request extends Given>({
  text,
  markdown,
  html,
  xml,
  ninjs,
  mail,
  ...rest
}: Request): { readonly given: Given; readonly rest: Omit<Request, keyof Given> } {
  return { given: { text, markdown, html, xml, ninjs, mail }, rest };
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
  if (html !== undefined && !fitsUtf8(html, limits.htmlBytes))
    throw tooLarge(limits.htmlBytes, 'document');
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

function newsIn(given: Given, service: Service, limits: Limits): NewsPage | MailText | null {
  const news = newsOf(given);
  if (news === null) return null;
  // Bytes were counted when they came.
  for (const sent of Object.values(news))
    if (typeof sent === 'string' && !fitsUtf8(sent, limits.htmlBytes))
      throw tooLarge(limits.htmlBytes, 'document');
  try {
    return service.readNews(news, limits.textBytes);
  } catch (error) {
    if (!(error instanceof NewsError)) throw error;
    throw new Problem(error.isMalformed ? 'malformed-xml' : 'invalid-request', error.message);
  }
}

function newsOf({ xml, ninjs, mail }: Given): News | null {
  if (mail !== undefined) return { mail };
  if (xml !== undefined) return { xml };
  return ninjs === undefined ? null : { ninjs };
}
