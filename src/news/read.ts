/**
 * From a news document to a page: which format it is, and its fields as text.
 * @module
 */
import type { HintReader } from '../html/reader.ts';
import { composePage, type NewsPage } from './compose.ts';
import { NewsError } from './error.ts';
import { readAtom, readRss } from './feeds.ts';
import type { NewsDocument } from './item.ts';
import { readNewsMl } from './newsml.ts';
import { readNinjs } from './ninjs.ts';
import { readNitf } from './nitf.ts';
import { parseXml, type XmlElement } from './xml.ts';

export interface ReadNewsOptions {
  readonly hintsOf: HintReader;
  /** UTF-16 units of text after which reading stops; the text is then longer than this. */
  readonly most?: number;
}

/** Readers by the name of the root. */
const READERS: ReadonlyMap<string, (root: XmlElement) => NewsDocument> = new Map([
  ['nitf', readNitf],
  ['newsMessage', readNewsMl],
  ['newsItem', readNewsMl],
  ['packageItem', readNewsMl],
  ['rss', readRss],
  ['RDF', readRss],
  ['feed', readAtom],
  ['entry', readAtom],
]);

const OTHER =
  'As XML, NITF, NewsML-G2, RSS and Atom are read; send a page as text/html and a text as text/plain.';

/**
 * Reads NITF, NewsML-G2, RSS or Atom. Linear in the document's length.
 * @param xml the document, decoded
 * @throws {NewsError} for what is not well-formed, and for other XML
 */
export function readNewsXml(xml: string, { hintsOf, most = Infinity }: ReadNewsOptions): NewsPage {
  const root = parseXml(xml);
  const read = READERS.get(root.name);
  if (!read) throw NewsError.refused(OTHER);
  return composePage(read(root), hintsOf, most);
}

/**
 * Reads ninjs.
 * @param value the document, parsed
 * @throws {NewsError} for what is no ninjs
 */
export function readNewsJson(
  value: unknown,
  { hintsOf, most = Infinity }: ReadNewsOptions,
): NewsPage {
  return composePage(readNinjs(value), hintsOf, most);
}

const ROOTS = [...READERS.keys()].join('|');
/** A declaration of XML, or the root of a format with an attribute or none. */
const XML = new RegExp(
  `^\\uFEFF?\\s*<(?:\\?xml\\s|!DOCTYPE\\s+nitf\\s|(?:\\w+:)?(?:${ROOTS})(?:>|\\s[^<>]*=))`,
);
/** As far into a text as its root is looked for. */
const MOST_READ = 1024;

/** Whether a text is a document for {@link readNewsXml}, or another that begins as XML does. */
export function looksLikeXml(text: string): boolean {
  return XML.test(text.slice(0, MOST_READ));
}
