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

/** The words of a text. */
export function wordsOf(text: string): readonly string[] {
  return text.match(WORD) ?? [];
}

/** The shingles of a text. */
export function shinglesOf(text: string): Shingles {
  return shinglesIn(wordsOf(text));
}

/** How often each shingle occurs. Fewer words than a shingle has are one shingle. */
export function shinglesIn(words: readonly string[]): Shingles {
  const counts = new Map<string, number>();
  const last = words.length > 0 && words.length < LENGTH ? 0 : words.length - LENGTH;
  for (let i = 0; i <= last; i++) {
    const shingle = words.slice(i, i + LENGTH).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function sizeOf(shingles: Shingles): number {
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

/** Precision and recall, 0 to 1. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
}

/** How far an answer agrees with gold. Nothing agrees with nothing. */
export function agreement(gold: Shingles, told: Shingles): Agreement {
  const common = commonShingles(told, gold);
  const goldSize = sizeOf(gold);
  const toldSize = sizeOf(told);
  const share = (whole: number, other: number): number => (whole ? common / whole : other ? 0 : 1);
  return { precision: share(toldSize, goldSize), recall: share(goldSize, toldSize) };
}
