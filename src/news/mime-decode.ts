/**
 * How the bytes of a mail are encoded: base64 and quoted-printable (RFC 2045), encoded words in headers (RFC 2047), charsets.
 * @module
 */

/** Bytes without their transfer encoding. Linear in them; what is no base64 is passed over. */
export function decodeTransfer(bytes: Uint8Array, encoding: string): Uint8Array {
  if (/^base64\b/i.test(encoding)) return fromBase64(bytes);
  return /^quoted-printable\b/i.test(encoding) ? fromQuotedPrintable(bytes, false) : bytes;
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const NO_DIGIT = 64;
const PADDING = 61;

function fromBase64(bytes: Uint8Array): Uint8Array {
  const values = new Uint8Array(256).fill(NO_DIGIT);
  for (let i = 0; i < BASE64.length; i++) values[BASE64.charCodeAt(i)] = i;
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const byte of bytes) {
    // Some programs pad every line.
    if (byte === PADDING) count = 0;
    const value = values[byte] as number;
    if (value === NO_DIGIT) continue;
    bits = ((bits << 6) | value) & 0xffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out[length++] = (bits >> count) & 0xff;
  }
  return out.subarray(0, length);
}

const EQUALS = 61;
const UNDERSCORE = 95;
const SPACE = 32;
const TAB = 9;
const CR = 13;
const LF = 10;

/** @param isWord in words of headers `_` is a space */
function fromQuotedPrintable(bytes: Uint8Array, isWord: boolean): Uint8Array {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] as number;
    if (isWord && byte === UNDERSCORE) out[length++] = SPACE;
    else if (byte !== EQUALS) out[length++] = byte;
    else {
      const value = 16 * digit(bytes[at + 1]) + digit(bytes[at + 2]);
      const end = value >= 0 ? -1 : softBreakEnd(bytes, at + 1);
      out[length] = value >= 0 ? value : byte;
      // A lone sign is itself; a soft line break is nothing.
      if (end < 0) length++;
      at = value >= 0 ? at + 2 : Math.max(at, end);
    }
  }
  return out.subarray(0, length);
}

/** The value of a hexadecimal digit; far below zero for another character. */
function digit(byte = 0): number {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte & ~32;
  return letter >= 65 && letter <= 70 ? letter - 55 : -1000;
}

/** The last byte of the line break behind an `=`, or -1. */
function softBreakEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === SPACE || bytes[at] === TAB) at++;
  if (bytes[at] === CR) at++;
  return bytes[at] === LF ? at : -1;
}

/** Labels that say nothing: mail without another is often in UTF-8 all the same. */
const PLAIN = /^(?:us-ascii|ascii|utf-?8|)$/i;

/** Characters of a charset. One that is not named, or does not exist, is UTF-8 if that fits, and else windows-1252. */
export function decodeCharset(bytes: Uint8Array, charset = ''): string {
  const label = charset.trim();
  if (!PLAIN.test(label)) {
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // There is no such charset.
    }
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

const WORD = /=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bq])\?([^?\n]*)\?=/gi;
/** White space between two encoded words is none of the text. */
const BETWEEN = /(\?=)[ \t]+(?==\?)/g;

/**
 * The text of a header field.
 * @param bytes its value, in which programs also write UTF-8 as it is
 */
export function decodeWords(bytes: Uint8Array): string {
  const value = decodeCharset(bytes).replace(BETWEEN, '$1');
  const parts: string[] = [];
  let at = 0;
  let pending: { readonly charset: string; readonly bytes: number[] } | null = null;
  const flush = (): void => {
    if (pending) parts.push(decodeCharset(Uint8Array.from(pending.bytes), pending.charset));
    pending = null;
  };
  for (const {
    0: word,
    1: charset = '',
    2: encoding = '',
    3: content = '',
    index,
  } of value.matchAll(WORD)) {
    const decoded = decodeWord(content, encoding);
    // A letter may be divided between two words.
    if (pending && index === at && (pending as { charset: string }).charset === charset)
      for (const byte of decoded) (pending as { bytes: number[] }).bytes.push(byte);
    else {
      flush();
      parts.push(value.slice(at, index));
      pending = { charset, bytes: [...decoded] };
    }
    at = index + word.length;
  }
  flush();
  parts.push(value.slice(at));
  return parts.join('').replace(/\s+/g, ' ').trim();
}

function decodeWord(content: string, encoding: string): Uint8Array {
  const bytes = new TextEncoder().encode(content);
  return /b/i.test(encoding) ? fromBase64(bytes) : fromQuotedPrintable(bytes, true);
}
