/**
 * How the words that rules know lie in memory: a hash table with open addressing.
 *
 *     text    "{n}¶said¶to¶in¶court"    all words in order of their numbers, a line break between them
 *     starts  0 4 9 12 15 21            word n: from starts[n] to starts[n + 1] - 1, without the break
 *     slots   0 0 3 1 0 …               word n is at the slot of its hash, or at the next free one behind; 0: free
 *
 * The number of slots is a power of two, and at most two in three are taken. Word 0 stands for any number and has no slot.
 * The slots are made by the compiler: hashing forty thousand words takes longer than all the rest of opening the rules. The starts are not kept:
 * they would be a tenth of the Worker, and looking for the breaks takes a millisecond.
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

/** What is kept of it, with a text in place of a list of numbers. */
export type PackedVocabulary = Readonly<Record<'text' | 'slots', string>>;

/** Stands between words. A space may be part of one: “parce qu'”. */
export const BETWEEN = '\n';

/** A slot that holds no word. */
export const FREE = 0;

export function openWordTable({ text, slots }: PackedVocabulary): WordTable {
  return { text, starts: startsOf(text), slots: openNumbers(slots) };
}

/** Where words start, and where one behind the last would. */
function startsOf(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, at + 1)) starts.push(at + 1);
  starts.push(text.length + BETWEEN.length);
  return Int32Array.from(starts);
}
