/**
 * Files to text.
 * @module
 */
import { decodeHtml } from '../html/charset.ts';

export const MOST_BYTES = 10 * 1024 * 1024;

export interface Opened {
  readonly mode: 'text' | 'html';
  readonly text: string;
}

/**
 * The text of a file; null for one that is far larger than the service takes. Plain text does not say what it is in either:
 * it is decoded as a page is.
 */
export async function openFile(file: File): Promise<Opened | null> {
  if (file.size > MOST_BYTES) return null;
  const text = decodeHtml(new Uint8Array(await file.arrayBuffer()), undefined) ?? '';
  return { mode: isHtml(file, text) ? 'html' : 'text', text };
}

function isHtml({ type, name }: File, text: string): boolean {
  return (
    type === 'text/html' ||
    /\.(?:x?html?)$/i.test(name) ||
    /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 200))
  );
}
