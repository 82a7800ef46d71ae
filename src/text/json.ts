/**
 * Whether a text is JSON by its beginning.
 * @module
 */

/** A member of an object, or a list of objects or lists. */
const START = /^(?:\{\s*"[^"\\]*"\s*:|\[\s*[{[]\s*")/;

/** @param start the first characters of a text, without white space in front */
export function startsAsJson(start: string): boolean {
  return START.test(start);
}
