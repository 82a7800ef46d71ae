/**
 * Content of a news document as HTML.
 * @module
 */
import { classesOf, VOID } from '../html/elements.ts';
import { attributeOf, isElement } from './tree.ts';
import { unescapeAll, type XmlElement, type XmlNode } from './xml.ts';

/** Elements of NITF by those of HTML that show them alike. Both have most names in common. */
const SHOWN_AS: ReadonlyMap<string, string> = new Map([
  ['hl1', 'h1'],
  ['hl2', 'h2'],
  ['block', 'div'],
  ['bq', 'blockquote'],
  ['byttl', 'div'],
  ['credit', 'div'],
  ['nitf-table', 'div'],
  ['fn', 'aside'],
  ['note', 'aside'],
]);
/** Attributes that the reader of HTML looks at. */
const ATTRIBUTES = ['href', 'class', 'id', 'role', 'style', 'hidden', 'aria-hidden'] as const;

/** The content of an element of NITF or XHTML. */
export function markupIn(element: XmlElement): string {
  return element.children.map(htmlOf).join('');
}

/** The same for an element with its content, or a text. */
export function htmlOf(node: XmlNode): string {
  const parts: string[] = [];
  write(node, parts);
  return parts.join('');
}

function write(node: XmlNode, parts: string[]): void {
  if (!isElement(node)) {
    parts.push(node);
    return;
  }
  // Data about a table.
  if (node.name === 'nitf-table-metadata') return;
  const name =
    SHOWN_AS.get(node.name) ?? (/^[a-z][a-z0-9]*$/i.test(node.name) ? node.name : 'span');
  parts.push('<', name, ...attributesOf(node), '>');
  if (classesOf(name.toLowerCase()) & VOID) return;
  node.children.forEach((child) => write(child, parts));
  parts.push('</', name, '>');
}

function attributesOf(element: XmlElement): readonly string[] {
  if (element.attributes.length === 0) return [];
  return ATTRIBUTES.flatMap((name) => {
    const value = attributeOf(element, name);
    return value === undefined ? [] : [` ${name}="${value.replace(/[&"]/g, referenceTo)}"`];
  });
}

function referenceTo(sign: string): string {
  return sign === '"' ? '&quot;' : '&amp;';
}

/** What may be a tag: a text with none is no HTML. */
const TAG = /<\/?[a-z][^<>]*>/i;

/**
 * A field that holds HTML, escaped. Many programs write plain text into it.
 * @param escaped as it comes from the tree
 */
export function htmlFrom(escaped: string): string {
  const html = unescapeAll(escaped);
  return TAG.test(html) ? html : paragraphsOf(html);
}

const INLINE = /<(?!\/?(?:a|b|em|i|q|span|strong|sub|sup|small|cite)\b[^<>]*>)/gi;

/** A title, which may hold entities and emphasis of HTML, escaped once more, or signs that mean themselves. */
export function titleFrom(escaped: string): string {
  return unescapeAll(escaped).replace(INLINE, '&lt;');
}

/**
 * Plain text, as HTML: its paragraphs are divided by blank lines, or are its lines where there are none.
 * @param text with what is special in HTML escaped
 */
export function paragraphsOf(text: string): string {
  const lines = text.trim().split(/\r\n?|\n/);
  const hasBlank = lines.some((line) => line.trim() === '');
  const parts = lines.map((line) => (line.trim() === '' || !hasBlank ? `${line}</p><p>` : line));
  return `<p>${parts.join('\n')}</p>`;
}
