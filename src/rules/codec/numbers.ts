/**
 * Opens lists of whole numbers.
 *
 * A list is the memory of a typed array, in base64, behind the name of its type: `u8:AAEC` is 0, 1, 2. Decoding is a single
 * native call, so the first request does not wait for a loop that no engine has compiled yet. Base64 is text, which a
 * bundle, Node and a test runner all load alike; binary files would need a loader in each. Bytes are little-endian, as on
 * every machine that workerd and Node run on.
 *
 * `tools/rules/encode/numbers.ts` writes them.
 * @module
 */

/** By name: the types that a list may have. The encoder takes the narrowest that holds all its numbers. */
export const NUMBER_TYPES = {
  u8: Uint8Array,
  u16: Uint16Array,
  i16: Int16Array,
  i32: Int32Array,
} as const;

export type NumberType = keyof typeof NUMBER_TYPES;
export type Numbers = Uint8Array | Uint16Array | Int16Array | Int32Array;

/** The list that a text holds. @throws {TypeError} where the text names no known type */
export function openNumbers(text: string): Numbers {
  const colon = text.indexOf(':');
  const type = text.slice(0, colon);
  if (!Object.hasOwn(NUMBER_TYPES, type)) throw new TypeError(`no list of numbers: ${text.slice(0, 20)}`);
  return new NUMBER_TYPES[type as NumberType](decodeBase64(text.slice(colon + 1)));
}

/** What the type definitions of this ECMAScript edition do not know yet, what only Node has, and what the rest has. */
interface Decoders {
  readonly Uint8Array: { readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer> };
  readonly Buffer?: { from(text: string, encoding: 'base64'): Uint8Array };
  readonly atob: (text: string) => string;
}

/** The decoded bytes, in memory of their own. Node has had `fromBase64` since version 25, Chromium since 140; before that others will do. */
function decodeBase64(text: string): ArrayBuffer {
  const { Uint8Array: bytes, Buffer: buffer, atob } = globalThis as unknown as Decoders;
  if (bytes.fromBase64) return bytes.fromBase64(text).buffer;
  // A small Buffer is a part of larger memory, hence the copy.
  if (buffer) return new Uint8Array(buffer.from(text, 'base64')).buffer;
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer;
}
