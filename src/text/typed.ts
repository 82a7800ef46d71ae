/**
 * Typed arrays that grow.
 * @module
 */

/** A copy with room for as much again. */
export function doubled(from: Int32Array): Int32Array {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}
