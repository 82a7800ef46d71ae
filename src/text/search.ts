/**
 * Search in what is in order.
 * @module
 */

/**
 * The first number from 0 to below `count` for which `holds`, or `count`: by halving, in the logarithm of `count`.
 * @param holds once true, true for all higher numbers
 */
export function firstWhere(count: number, holds: (number: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
