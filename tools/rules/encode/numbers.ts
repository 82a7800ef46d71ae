/**
 * Writes lists of whole numbers as text; `src/rules/codec/numbers.ts` has the format and opens them.
 * @module
 */
import { NUMBER_TYPES, type NumberType } from '../../../src/rules/codec/numbers.ts';

/** The least and the greatest number of each type, narrow types first. */
const RANGES: readonly (readonly [type: NumberType, least: number, most: number])[] = [
  ['u8', 0, 0xff],
  ['u16', 0, 0xffff],
  ['i16', -0x8000, 0x7fff],
  ['i32', -0x80000000, 0x7fffffff],
];

/** The text of some numbers, in the narrowest type that holds them. @throws {RangeError} unless all are 32-bit integers */
export function packNumbers(numbers: readonly number[]): string {
  let least = 0;
  let most = 0;
  for (const number of numbers) {
    if (!Number.isInteger(number)) throw new RangeError(`${number} is not a whole number`);
    least = Math.min(least, number);
    most = Math.max(most, number);
  }
  const range = RANGES.find(([, from, to]) => from <= least && most <= to);
  if (!range) throw new RangeError(`${least} to ${most} does not fit into 32 bits`);
  const [type] = range;
  return `${type}:${Buffer.from(NUMBER_TYPES[type].from(numbers).buffer).toString('base64')}`;
}
