/**
 * Ranks of the words that stand inside phrases: small numbers for those that do so often, since small numbers make short
 * texts. Words that stand at the start of phrases only have none.
 * @module
 */
import { packNumbers, unpackNumbers } from './numbers.ts';

/** Words that are used more often than twice to the power of this are all the same. */
const MOST_OFTEN = 7;
const SORTS = MOST_OFTEN + 1;

/** How often a word is used, roughly: the logarithm. */
function sortOf(uses: number): number {
  return Math.min(MOST_OFTEN, 31 - Math.clz32(uses));
}

/**
 * The text of the ranks of words: for each used one in order, how many others come before, and roughly how often it is used.
 * @param uses how often each word stands inside phrases, by word number
 */
export function packRanks(uses: readonly number[]): string {
  const numbers: number[] = [];
  let others = 0;
  for (const used of uses) {
    if (used > 0) numbers.push(others * SORTS + sortOf(used));
    others = used > 0 ? 0 : others + 1;
  }
  return packNumbers(numbers);
}

/**
 * Ranks by word number; -1 for words that have none.
 * @param words how many word numbers there are
 */
export function openRanks(packed: string, words: number): Int32Array {
  const sorts: number[][] = Array.from({ length: SORTS }, () => []);
  let word = 0;
  for (const number of unpackNumbers(packed)) {
    const sort = number % SORTS;
    word += (number - sort) / SORTS;
    sorts[MOST_OFTEN - sort]?.push(word++);
  }
  const ranks = new Int32Array(words).fill(-1);
  let rank = 0;
  for (const known of sorts.flat()) ranks[known] = rank++;
  return ranks;
}
