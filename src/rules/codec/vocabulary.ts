/**
 * How the words that rules know lie in memory: a hash table with open addressing.
 *
 *     text    "{n} said to in court"    all words in order of their numbers, a space between them
 *     starts  0 4 9 12 15 21            word n: from starts[n] to starts[n + 1] - 1, without the space
 *     slots   0 0 3 1 0 …               word n is at the slot of its hash, or at the next free one behind; 0: free
 *
 * The number of slots is a power of two, and at most half of them are taken. Word 0 stands for any number and has no slot.
 * The table is made by the compiler: hashing twenty thousand words takes longer than all the rest of opening the rules.
 *
 * `tools/rules/encode/vocabulary.ts` fills it.
 * @module
 */
import { openNumbers, type Numbers } from './numbers.ts';

/** The table above. */
export interface WordTable {
  readonly text: string;
  readonly starts: Numbers;
  readonly slots: Numbers;
}

/** The same with texts in place of lists of numbers. */
export type PackedVocabulary = Readonly<Record<keyof WordTable, string>>;

/** A slot that holds no word. */
export const FREE = 0;

export function openWordTable({ text, starts, slots }: PackedVocabulary): WordTable {
  return { text, starts: openNumbers(starts), slots: openNumbers(slots) };
}
