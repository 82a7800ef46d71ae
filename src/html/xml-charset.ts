/**
 * Bytes of an XML document as characters: its encoding is that of a byte-order mark, the transport's word or the document's own
 * declaration, in this order, and else UTF-8.
 * @module
 */
import { byMark } from './charset.ts';

const DECLARED = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;
/** A declaration stands in so many bytes. */
const DECLARATION_BYTES = 256;

/**
 * Decodes a document.
 * @param declared the charset of the Content-Type, if it has one
 * @returns null for an encoding that does not exist, and for bytes that are none of it
 */
export function decodeXml(bytes: Uint8Array, declared: string | undefined): string | null {
  const label = byMark(bytes) ?? declared ?? declaredIn(bytes);
  try {
    return new TextDecoder(label ?? 'utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether there is a charset of this name. */
export function isCharset(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** The encoding that a document's declaration names. Where it could be read byte by byte, it is not in UTF-16. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const label = DECLARED.exec(head)?.[1]?.toLowerCase();
  return label?.startsWith('utf-16') ? undefined : label;
}
