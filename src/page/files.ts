/**
 * Files to text.
 * @module
 */
import { decodeHtml } from '../html/charset.ts';
import { declaredIn } from '../html/xml-charset.ts';
import type { Mode } from './words.ts';

export const MOST_BYTES = 10 * 1024 * 1024;

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
  const declared = named === 'xml' ? declaredIn(bytes) : undefined;
  const text = decodeHtml(bytes, declared) ?? decodeHtml(bytes, undefined) ?? '';
  return { mode: named ?? (isHtml(file, text) ? 'html' : 'text'), text };
}

function isHtml({ type }: File, text: string): boolean {
  return type === 'text/html' || /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 200));
}
