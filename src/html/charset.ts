/**
 * Bytes of a page as characters, after the HTML standard's "determining the character encoding": a byte-order mark, the
 * transport's word, the page's own `<meta>`, in this order.
 * @module
 */

type Decoder = InstanceType<typeof TextDecoder>;

/** The standard looks for a declaration in so many bytes. */
const PRESCAN_BYTES = 1024;
const COMMENT = /<!--[^]*?(?:-->|$)/g;
const META = /<meta[\s/][^>]*/gi;
const CHARSET = /charset\s*=\s*(?:["']\s*)?([^\s"'/>;]+)/i;

/**
 * Decodes a page. Bytes that are none of the encoding become U+FFFD. A page that does not say what it is in is UTF-8 if
 * all of it is valid UTF-8, and else windows-1252, which most old pages are.
 * @param declared the charset of the Content-Type, if it has one
 * @returns null for a declared charset that does not exist
 */
export function decodeHtml(bytes: Uint8Array, declared: string | undefined): string | null {
  const transport = declared === undefined ? undefined : decoderOf(declared);
  if (transport === null) return null;
  const mark = byMark(bytes);
  const decoder = mark === undefined ? (transport ?? byMeta(bytes)) : new TextDecoder(mark);
  if (decoder) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The decoder of a charset by any of its names; null where there is none. */
function decoderOf(label: string): Decoder | null {
  try {
    return new TextDecoder(label);
  } catch {
    return null;
  }
}

/** The encoding of a byte-order mark, if the bytes begin with one. */
export function byMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return a === 0xff && b === 0xfe ? 'utf-16le' : undefined;
}

function byMeta(bytes: Uint8Array): Decoder | null {
  const head = String.fromCharCode(...bytes.subarray(0, PRESCAN_BYTES)).replace(COMMENT, '');
  for (const [meta] of head.matchAll(META)) {
    const label = CHARSET.exec(meta)?.[1]?.toLowerCase();
    if (label === undefined) continue;
    // A declaration that could be read is not in UTF-16, and nobody means "x-user-defined".
    if (label.startsWith('utf-16')) return decoderOf('utf-8');
    const decoder = decoderOf(label === 'x-user-defined' ? 'windows-1252' : label);
    if (decoder) return decoder;
  }
  return null;
}
