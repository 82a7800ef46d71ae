/**
 * Files to text.
 * @module
 */
import { decodeHtml } from '../html/charset.ts';
import { decodeXml } from '../html/xml-charset.ts';

export const MOST_BYTES = 10 * 1024 * 1024;

/** How a text is read: the name of its field in a request. */
export const MODES = ['text', 'markdown', 'html', 'xml', 'ninjs', 'mail'] as const;
export type Mode = (typeof MODES)[number];

export interface Opened {
  readonly mode: Mode;
  readonly text: string;
}

/** As on the command line. */
const BY_NAME: readonly (readonly [name: RegExp, mode: Mode])[] = [
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.x?html?$/i, 'html'],
  [/\.(?:xml|rss|atom)$/i, 'xml'],
  [/\.ninjs\.json$/i, 'ninjs'],
  [/\.eml$/i, 'mail'],
];

/**
 * The text of a file; null for one that is far larger than the service takes. Plain text does not say what it is in either:
 * it is decoded as a page is.
 */
export async function openFile(file: File): Promise<Opened | null> {
  if (file.size > MOST_BYTES) return null;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const named = BY_NAME.find(([name]) => name.test(file.name))?.[1];
  const xml = named === 'xml' ? decodeXml(bytes, undefined) : null;
  const text = xml ?? decodeHtml(bytes, undefined) ?? '';
  return { mode: named ?? (isHtml(file, text) ? 'html' : 'text'), text };
}

function isHtml({ type }: File, text: string): boolean {
  return type === 'text/html' || /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 200));
}
