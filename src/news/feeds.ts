/**
 * Feeds: RSS (0.9 to 2.0) and Atom. Every entry is an item.
 * @module
 */
import { blocksOf, itemOf, lazily, type NewsDocument, type NewsItem } from './item.ts';
import { htmlFrom, markupIn, paragraphsOf, titleFrom } from './markup.ts';
import { allOf, attributeOf, childOf, childrenOf, languageOf, plainIn, textIn } from './tree.ts';
import type { XmlElement } from './xml.ts';

const CONTENT = 'http://purl.org/rss/1.0/modules/content/';
const DUBLIN_CORE = 'http://purl.org/dc/elements/1.1/';

/** Reads RSS: in version 1 items stand beside the channel, in the others inside of it. */
export function readRss(root: XmlElement): NewsDocument {
  const [channel] = allOf(root, 'channel');
  const language = childOf(channel, 'language') ?? childOf(channel, 'language', DUBLIN_CORE);
  return {
    format: 'rss',
    items: lazily(allOf(root, 'item'), (item) => rssItem(item, plainIn(childOf(channel, 'title')))),
    language: textIn(language).trim() || languageOf(root),
  };
}

function rssItem(item: XmlElement, site: string | undefined): NewsItem {
  const encoded = childOf(item, 'encoded', CONTENT);
  const description = childrenOf(item, 'description').map(contentOf);
  const creators = childrenOf(item, 'creator', DUBLIN_CORE);
  const authors = creators.length > 0 ? creators : childrenOf(item, 'author');
  const categories = childrenOf(item, 'category');
  const told = {
    title: plainIn(childOf(item, 'title')),
    authors: authors.flatMap((author) => nameIn(plainIn(author)) ?? []),
    published: plainIn(childOf(item, 'pubDate')) ?? plainIn(childOf(item, 'date', DUBLIN_CORE)),
    site,
    // Several are keywords.
    section: categories.length === 1 ? plainIn(categories[0]) : undefined,
  };
  const blocks = itemOf({
    headline: childrenOf(item, 'title').slice(0, 1).map(textIn).map(titleFrom),
    byline: authors.map(textIn).map(titleFrom),
    // A description beside the content is an extract of it.
    body: blocksOf('body', encoded ? [contentOf(encoded)] : description),
    copyright: childrenOf(item, 'rights', DUBLIN_CORE).map(textIn).map(titleFrom),
  });
  return { blocks, told };
}

/** A name, which RSS puts in brackets behind an address. */
function nameIn(author: string | undefined): string | undefined {
  if (author === undefined || !author.includes('@')) return author;
  return /\(([^()]+)\)/.exec(author)?.[1];
}

/** HTML is escaped, or in CDATA; some feeds put it in as it is. */
function contentOf(element: XmlElement): string {
  const hasElements = element.children.some((node) => typeof node !== 'string');
  return hasElements ? markupIn(element) : htmlFrom(textIn(element));
}

/** Reads Atom, a feed or a document of one entry. */
export function readAtom(root: XmlElement): NewsDocument {
  const entries = root.name === 'entry' ? [root] : childrenOf(root, 'entry');
  const language = languageOf(root) ?? (entries[0] && languageOf(entries[0]));
  const site = root.name === 'entry' ? undefined : plainIn(childOf(root, 'title'));
  return { format: 'atom', items: lazily(entries, (entry) => atomItem(entry, site)), language };
}

function atomItem(entry: XmlElement, site: string | undefined): NewsItem {
  const all = (name: string): readonly XmlElement[] => childrenOf(entry, name);
  const content = all('content').map(constructOf);
  const summary = all('summary').map(constructOf);
  const isFull = content.some((html) => html.trim() !== '');
  const told = {
    title: plainIn(childOf(entry, 'title')),
    authors: all('author').flatMap((author) => plainIn(childOf(author, 'name')) ?? []),
    published: plainIn(childOf(entry, 'published')),
    updated: plainIn(childOf(entry, 'updated')),
    site,
  };
  const blocks = itemOf({
    headline: all('title').slice(0, 1).map(lineOf),
    byline: all('author').map((author) => textIn(childOf(author, 'name'))),
    standfirst: isFull ? summary : [],
    body: blocksOf('body', isFull ? content : summary),
    copyright: all('rights').map(lineOf),
  });
  return { blocks, told };
}

/** Atom's text constructs say of what type they are, and so does its content. */
function constructOf(element: XmlElement): string {
  const type = attributeOf(element, 'type') ?? 'text';
  if (/xhtml/i.test(type)) return markupIn(element);
  if (/html/i.test(type)) return htmlFrom(textIn(element));
  return /^text\b/i.test(type) ? paragraphsOf(textIn(element)) : '';
}

function lineOf(element: XmlElement): string {
  const type = attributeOf(element, 'type') ?? 'text';
  if (type === 'xhtml') return markupIn(element);
  return type === 'html' ? titleFrom(textIn(element)) : textIn(element);
}
