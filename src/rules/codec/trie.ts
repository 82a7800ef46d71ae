/**
 * How the trie of all phrases lies in memory.
 *
 * Nodes are numbered level by level, so the children of a node are neighbours. The first level has one node for each word
 * that starts a phrase; such words have the lowest word numbers, and the node has the number of its word. The root itself
 * needs no node. With the phrases "said" (entry 70), "said to" (20), "to" (40 and 41) and "said in court" (70):
 *
 *     node        0 {n}  1 said  2 to  |  3 to  4 in  |  5 court
 *     children    0      2       0        0     1        0                 how many children n has
 *     firstChild  3      3       5        5     5        6          6      children of n: firstChild[n] to firstChild[n + 1] - 1
 *     word                                2     3        4                 the word that leads to node n: word[n - first level]
 *     accepts     0      1       3        6     0        1                 where the list of n's entries starts
 *     lists       0 | 1 70 | 2 40 41 | 1 20                                how many entries, then the entries
 *
 * Equal lists are stored once, and most nodes share theirs: all names of a list of names do. List 0 is empty. Siblings are
 * in order of their words. Of `children` and `firstChild` only the first is kept: nearly all of its numbers are 0, and adding them up when the table is
 * opened takes a millisecond, where keeping the sums took 6 % of the Worker.
 *
 * `tools/rules/encode/trie.ts` lays it out.
 * @module
 */
import { openNumbers, type Numbers } from './numbers.ts';

/** The arrays above. */
export interface TrieArrays {
  /** How many nodes the first level has. */
  readonly firstLevel: number;
  readonly firstChild: Numbers;
  readonly word: Numbers;
  readonly accepts: Numbers;
  readonly lists: Numbers;
}

/** The same as texts of lists of numbers, `children` in place of `firstChild`. */
export type PackedTrie = Readonly<Record<'children' | 'word' | 'accepts' | 'lists', string>>;

/** The list of entries of a node where no phrase ends. */
export const NO_ENTRIES = 0;

export function openTrie(packed: PackedTrie): TrieArrays {
  const children = openNumbers(packed.children);
  const word = openNumbers(packed.word);
  // All nodes but those of the first level are children.
  const firstLevel = children.length - word.length;
  return {
    firstLevel,
    firstChild: sumsFrom(firstLevel, children),
    word,
    accepts: openNumbers(packed.accepts),
    lists: openNumbers(packed.lists),
  };
}

function sumsFrom(start: number, counts: Numbers): Int32Array {
  const sums = new Int32Array(counts.length + 1);
  let sum = start;
  for (let i = 0; i < counts.length; i++) {
    sums[i] = sum;
    sum += counts[i] as number;
  }
  sums[counts.length] = sum;
  return sums;
}
