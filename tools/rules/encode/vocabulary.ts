/**
 * Fills the hash table of words; `src/rules/codec/vocabulary.ts` has its layout.
 * @module
 */
import { FREE, BETWEEN, type PackedVocabulary } from '../../../src/rules/codec/vocabulary.ts';
import { hashOf } from '../../../src/text/hash.ts';
import { packNumbers } from './numbers.ts';

const LEAST_SLOTS = 16;
/** Set by hand: with 2 the table doubles at 32,768 words, and the Worker grows by a tenth. */
const SLOTS_PER_WORD = 1.5;

/** The table of words in order of their numbers. @param words the first one stands for any number, and is never found */
export function packVocabulary(words: readonly string[]): PackedVocabulary {
  return { text: words.join(BETWEEN), slots: packNumbers(slotsOf(words)) };
}

/** At most two in three slots are taken, so a search soon meets a free one. */
function slotsOf(words: readonly string[]): readonly number[] {
  let size = LEAST_SLOTS;
  while (size < words.length * SLOTS_PER_WORD) size *= 2;
  const slots: number[] = Array(size).fill(FREE);
  for (let number = 1; number < words.length; number++) {
    let slot = hashOf(words[number] as string) & (size - 1);
    while (slots[slot] !== FREE) slot = (slot + 1) & (size - 1);
    slots[slot] = number;
  }
  return slots;
}
