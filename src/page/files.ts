/**
 * Files to text.
 * @module
 */

export const MOST_BYTES = 10 * 1024 * 1024;

export interface Opened {
  readonly mode: 'text' | 'html';
  readonly text: string;
}

/** The text of a file; null for one that is far larger than the service takes. */
export async function openFile(file: File): Promise<Opened | null> {
  if (file.size > MOST_BYTES) return null;
  const text = decode(new Uint8Array(await file.arrayBuffer()));
  return { mode: isHtml(file, text) ? 'html' : 'text', text };
}

function isHtml({ type, name }: File, text: string): boolean {
  return (
    type === 'text/html' ||
    /\.(?:x?html?)$/i.test(name) ||
    /^\s*<(?:!doctype html|html)\b/i.test(text.slice(0, 200))
  );
}

/** By byte-order mark, as UTF-8 if it is that, by what a page says of itself, or as most old files are. */
export function decode(bytes: Uint8Array<ArrayBuffer>): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const latin = new TextDecoder('windows-1252').decode(bytes);
    const charset = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(latin.slice(0, 2048));
    return decodeAs(charset?.[1], bytes) ?? latin;
  }
}

function decodeAs(charset: string | undefined, bytes: Uint8Array<ArrayBuffer>): string | null {
  if (charset === undefined) return null;
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return null;
  }
}
