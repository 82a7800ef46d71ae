/**
 * How the words that rules know lie in memory: a hash table with open addressing.
 *
 *     text    "{n}¶said¶to¶in¶court"    all words in order of their numbers, a line break between them
 *     starts  0 4 9 12 15 21            word n: from starts[n] to starts[n + 1] - 1, without the break
 *     slots   0 0 3 1 0 …               word n is at the slot of its hash, or at the next free one behind; 0: free
 *
 * The number of slots is a power of two, and at most two in three are taken. Word 0 stands for any number and has no slot.
 * Only the text is kept. Starts and slots are made when the table is opened: it takes some milliseconds, and kept they would be a fifth of the
 * Worker.
 *
 * `tools/rules/encode/vocabulary.ts` writes it.
 * @module
 */
import { hashOf } from '../../text/hash.ts';

/** The table above. */
export interface WordTable {
  readonly text: string;
  readonly starts: Int32Array;
  readonly slots: Int32Array;
}

/** What is kept of it. */
export type PackedVocabulary = Readonly<Record<'text', string>>;

/** Stands between words. A space may be part of one: “parce qu'”. */
export const BETWEEN = '\n';

/** A slot that holds no word. */
export const FREE = 0;

const LEAST_SLOTS = 16;
const SLOTS_PER_WORD = 1.5;

export function openWordTable({ text }: PackedVocabulary): WordTable {
  const starts = startsOf(text);
  return { text, starts, slots: slotsOf(text, starts) };
}

/** Where words start, and where one behind the last would. */
function startsOf(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf(BETWEEN); at >= 0; at = text.indexOf(BETWEEN, at + 1))
    starts.push(at + 1);
  starts.push(text.length + BETWEEN.length);
  return Int32Array.from(starts);
}

/** A third of the slots is free, so a search soon meets a free one. */
function slotsOf(text: string, starts: Int32Array): Int32Array {
  const words = starts.length - 1;
  let size = LEAST_SLOTS;
  while (size < words * SLOTS_PER_WORD) size *= 2;
  const slots = new Int32Array(size).fill(FREE);
  for (let number = 1; number < words; number++) {
    const end = (starts[number + 1] as number) - BETWEEN.length;
    let slot = hashOf(text, starts[number] as number, end) & (size - 1);
    while (slots[slot] !== FREE) slot = (slot + 1) & (size - 1);
    slots[slot] = number;
  }
  return slots;
}
