/**
 * Offsets in code points for clients that count them (Python, W3C annotations).
 * @module
 */
import { firstWhere } from './search.ts';

/** What offsets may count: UTF-16 code units, or code points. */
export type OffsetUnit = 'utf16' | 'codepoint';

export type OffsetMap = (offset: number) => number;

const same: OffsetMap = (offset) => offset;

/**
 * A map from UTF-16 offsets into `text` to offsets in `unit`.
 * A lone surrogate is one code point; an offset inside a pair maps to the pair's start.
 */
export function offsetMap(text: string, unit: OffsetUnit): OffsetMap {
  if (unit === 'utf16') return same;
  const pairs = surrogatePairs(text);
  if (pairs.length === 0) return same;
  return (offset) => offset - pairsBefore(pairs, offset);
}

/** Offsets of the second halves of all surrogate pairs. */
function surrogatePairs(text: string): readonly number[] {
  return [...text.matchAll(/[\ud800-\udbff](?=[\udc00-\udfff])/g)].map((m) => m.index + 1);
}

function pairsBefore(pairs: readonly number[], offset: number): number {
  return firstWhere(pairs.length, (i) => (pairs[i] as number) > offset);
}
