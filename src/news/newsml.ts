/**
 * NewsML-G2, the IPTC's envelope for news: metadata around a text in NITF, XHTML or plain characters.
 * @module
 */
import { NewsError } from './error.ts';
import {
  blocksOf,
  itemOf,
  lazily,
  type Contents,
  type NewsDocument,
  type NewsItem,
} from './item.ts';
import { htmlFrom, markupIn, paragraphsOf } from './markup.ts';
import { contentsOfNitf } from './nitf.ts';
import {
  allOf,
  attributeOf,
  childOf,
  childrenOf,
  elementsIn,
  languageOf,
  plainIn,
  textIn,
} from './tree.ts';
import type { XmlElement } from './xml.ts';

/** Reads the news items of a message, a package or a document of one. @throws {NewsError} if there is none */
export function readNewsMl(root: XmlElement): NewsDocument {
  const items = allOf(root, 'newsItem');
  const [first] = items;
  if (!first) throw NewsError.refused('NewsML-G2 without a newsItem has no text.');
  const tag = childOf(childOf(first, 'contentMeta'), 'language');
  const named = tag && attributeOf(tag, 'tag');
  return {
    format: 'newsml-g2',
    items: lazily(items, readItem),
    language: named ?? languageOf(first),
  };
}

function readItem(item: XmlElement): NewsItem {
  const meta = childOf(item, 'contentMeta');
  const rights = childrenOf(item, 'rightsInfo');
  const texts = (name: string): readonly string[] => childrenOf(meta, name).map(textIn);
  const headlines = texts('headline');
  const title = textIn(childOf(childOf(item, 'itemMeta'), 'title'));
  const content = contentOf(childOf(item, 'contentSet'), headlines[0] ?? title);
  const own = (
    name: Exclude<keyof Contents, 'body'>,
    outer: readonly string[],
  ): readonly string[] =>
    content[name]?.some((html) => html.trim() !== '') ? content[name] : outer;
  const itemMeta = childOf(item, 'itemMeta');
  const version = plainIn(childOf(itemMeta, 'versionCreated'));
  const first =
    plainIn(childOf(meta, 'contentCreated')) ?? plainIn(childOf(itemMeta, 'firstCreated'));
  const told = {
    authors: childrenOf(meta, 'by').flatMap((by) => plainIn(by) ?? []),
    published: first ?? version,
    updated:
      first === undefined ? undefined : (plainIn(childOf(meta, 'contentModified')) ?? version),
  };
  const blocks = itemOf({
    headline: own('headline', headlines.length > 0 ? headlines.slice(0, 1) : [title]),
    standfirst: own('standfirst', content.body ? headlines.slice(1) : texts('description')),
    byline: own('byline', texts('by')),
    dateline: own('dateline', texts('dateline')),
    body: content.body ?? [],
    source: own('source', texts('creditline')),
    copyright: own('copyright', [
      ...rights.flatMap((one) => childrenOf(one, 'copyrightNotice')).map(textIn),
      ...rights.flatMap((one) => childrenOf(one, 'usageTerms')).map(textIn),
    ]),
    note: [...(content.note ?? []), ...childrenOf(itemMeta, 'edNote').map(textIn)],
  });
  return { blocks, told };
}

/** The first form of the content that is text. */
function contentOf(set: XmlElement | undefined, headline: string): Contents {
  for (const form of set ? elementsIn(set) : []) {
    if (form.name === 'inlineXML') {
      const [root] = elementsIn(form);
      if (root?.name === 'nitf') return contentsOfNitf(root);
      if (root) return { body: blocksOf('body', [markupIn(without(root, headline))]) };
    } else if (form.name === 'inlineData') {
      const type = attributeOf(form, 'contenttype') ?? 'text/plain';
      const text = textIn(form);
      if (/html/i.test(type)) return { body: blocksOf('body', [htmlFrom(text)]) };
      if (/^text\//i.test(type)) return { body: blocksOf('body', [paragraphsOf(text)]) };
    }
  }
  return {};
}

/** A page without the heading that only says the headline again. */
function without(element: XmlElement, headline: string): XmlElement {
  const [heading] = allOf(element, 'h1');
  if (!heading || plain(textIn(heading)) !== plain(headline)) return element;
  const copy = (one: XmlElement): XmlElement => ({
    ...one,
    children: one.children
      .filter((child) => child !== heading)
      .map((child) => (typeof child === 'string' ? child : copy(child))),
  });
  return copy(element);
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
