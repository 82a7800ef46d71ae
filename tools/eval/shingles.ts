/**
 * Texts as multisets of four consecutive words (shingles).
 *
 * Chinese, Japanese and Thai are written without spaces, so each of their characters counts as a word.
 * @module
 */

export type Shingles = ReadonlyMap<string, number>;

const UNSPACED = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}]';
const WORD = new RegExp(`${UNSPACED}|(?:(?!${UNSPACED})[\\p{L}\\p{N}_])+`, 'gu');
const LENGTH = 4;

/** How often each shingle occurs. A text of fewer words is one shingle. */
export function shinglesOf(text: string): Shingles {
  const words = text.match(WORD) ?? [];
  const counts = new Map<string, number>();
  const last = words.length > 0 && words.length < LENGTH ? 0 : words.length - LENGTH;
  for (let i = 0; i <= last; i++) {
    const shingle = words.slice(i, i + LENGTH).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

export function sizeOf(shingles: Shingles): number {
  let size = 0;
  for (const n of shingles.values()) size += n;
  return size;
}

/** The size of the intersection of two multisets. */
export function commonShingles(a: Shingles, b: Shingles): number {
  let common = 0;
  for (const [shingle, n] of a) common += Math.min(n, b.get(shingle) ?? 0);
  return common;
}
