/**
 * FNV-1a, 32 bits, by UTF-16 units.
 * @module
 */

/** The hash of nothing. */
export const HASH_START = 0x811c9dc5;
/** A unit more: `Math.imul(hash ^ unit, HASH_FACTOR)`. */
export const HASH_FACTOR = 0x01000193;

/** The hash of a text from `from` to `to` (UTF-16, half-open); a signed number. */
export function hashOf(text: string, from = 0, to = text.length): number {
  let hash = HASH_START;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), HASH_FACTOR);
  return hash;
}
