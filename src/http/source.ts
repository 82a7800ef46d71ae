/**
 * What a request wants analysed: a text, or a page that is read into one; neither larger than allowed.
 * @module
 */
import type { HtmlPage } from '../html/reader.ts';
import { tooLarge } from './body.ts';
import type { Service } from './env.ts';
import { checkTextSize } from './intake.ts';
import { fitsUtf8, type Limits } from './limits.ts';

/** One of the two; `text` where both are missing is empty. */
export interface Given {
  readonly text?: string;
  readonly html?: string;
}

/** What `Service.analyze` takes. Throws 413 for a page or a text over its limit, the text of a page included. */
export function sourceOf(
  { text = '', html }: Given,
  service: Service,
  limits: Limits,
): string | HtmlPage {
  if (html === undefined) {
    checkTextSize(text, limits);
    return text;
  }
  if (!fitsUtf8(html, limits.htmlBytes)) throw tooLarge();
  const page = service.readHtml(html, limits.textBytes);
  checkTextSize(page.text, limits);
  return page;
}
