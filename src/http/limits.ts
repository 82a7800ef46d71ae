/**
 * How much a request may bring. All limits are in bytes.
 * @module
 */
import type { Env } from './env.ts';

const DEFAULT_TEXT_BYTES = 1024 * 1024;
const DEFAULT_HTML_BYTES = 5 * 1024 * 1024;

/** Room for options and punctuation around the text in a JSON body. */
const ENVELOPE_BYTES = 64 * 1024;

/** The longest way to write one byte of UTF-8 in JSON: `\u0041`. */
const ESCAPE_FACTOR = 6;

/** The same of HTML as programs write it: quotes, line breaks and some letters are escaped. More would not fit in memory. */
const HTML_ESCAPE_FACTOR = 2;

export interface Limits {
  /** Of the text itself, as UTF-8. */
  readonly textBytes: number;
  /** Of HTML, as it is sent or, in JSON, as UTF-8. */
  readonly htmlBytes: number;
  /** Of a whole JSON body: the text with every character escaped must still fit, and HTML that takes twice its room. */
  readonly jsonBytes: number;
}

/** A fault in the deployment's configuration. Its message names the variable and may be logged. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** The limits of this deployment. Throws `ConfigError`: a limit that was mistyped must not turn into another one. */
export function limitsOf(env: Env | undefined): Limits {
  const textBytes = bytesOf('MAX_TEXT_BYTES', env?.MAX_TEXT_BYTES, DEFAULT_TEXT_BYTES);
  const htmlBytes = bytesOf('MAX_HTML_BYTES', env?.MAX_HTML_BYTES, DEFAULT_HTML_BYTES);
  const escaped = Math.max(textBytes * ESCAPE_FACTOR, htmlBytes * HTML_ESCAPE_FACTOR);
  return { textBytes, htmlBytes, jsonBytes: escaped + ENVELOPE_BYTES };
}

function bytesOf(name: string, value: string | number | undefined, fallback: number): number {
  return wholeNumber(name, value, fallback, 'a whole number of bytes');
}

/** A configured number above 0. Throws `ConfigError` for anything else that was set. */
export function wholeNumber(
  name: string,
  value: string | number | undefined,
  fallback: number,
  what: string,
): number {
  if (value === undefined || value === '') return fallback;
  if (!/^[1-9]\d{0,9}$/.test(String(value))) throw new ConfigError(`${name} must be ${what}`);
  return Number(value);
}

/**
 * The most bytes that `limit` bytes may take up when compressed: what cannot be compressed grows by some bytes a
 * block, and must not be refused for that.
 */
export function compressedLimit(limit: number): number {
  return limit + Math.ceil(limit / 1000) + 1024;
}

/** Whether `text` has at most `limit` bytes as UTF-8. A lone surrogate counts three, as U+FFFD would. */
export function fitsUtf8(text: string, limit: number): boolean {
  if (text.length > limit) return false;
  if (text.length * 3 <= limit) return true;
  let bytes = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isPair(text, i)) {
      bytes += 4;
      i++;
    } else bytes += 3;
  }
  return bytes <= limit;
}

function isPair(text: string, i: number): boolean {
  const high = text.charCodeAt(i);
  const low = text.charCodeAt(i + 1);
  return high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
}
