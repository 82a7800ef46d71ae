/**
 * Bytes of an XML document as characters: its encoding is that of a byte-order mark, the transport's word or the document's own
 * declaration, in this order, and else UTF-8.
 * @module
 */

const DECLARED = /^\s*<\?xml\s[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;
/** A declaration stands in so many bytes. */
const DECLARATION_BYTES = 256;

/**
 * Decodes a document.
 * @param declared the charset of the Content-Type, if it has one
 * @returns null for an encoding that does not exist, and for bytes that are none of it
 */
export function decodeXml(bytes: Uint8Array, declared: string | undefined): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, DECLARATION_BYTES));
  const own = DECLARED.exec(head)?.[1]?.toLowerCase();
  // Where the declaration could be read byte by byte, it is not in UTF-16.
  const label = byMark(bytes) ?? declared ?? (own?.startsWith('utf-16') ? undefined : own);
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

function byMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}
