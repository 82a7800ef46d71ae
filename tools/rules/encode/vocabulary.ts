/**
 * Fills the hash table of words; `src/rules/codec/vocabulary.ts` has its layout.
 * @module
 */
import { FREE, type PackedVocabulary } from '../../../src/rules/codec/vocabulary.ts';
import { hashOf } from '../../../src/text/hash.ts';
import { packNumbers } from './numbers.ts';

const LEAST_SLOTS = 16;
const SPACE = ' ';

/** The table of words in order of their numbers. @param words the first one stands for any number, and is never found */
export function packVocabulary(words: readonly string[]): PackedVocabulary {
  const starts = [0];
  for (const word of words) starts.push((starts.at(-1) as number) + word.length + SPACE.length);
  return { text: words.join(SPACE), starts: packNumbers(starts), slots: packNumbers(slotsOf(words)) };
}

/** At most half of the slots are taken, so a search soon meets a free one. */
function slotsOf(words: readonly string[]): readonly number[] {
  let size = LEAST_SLOTS;
  while (size < words.length * 2) size *= 2;
  const slots: number[] = Array(size).fill(FREE);
  for (let number = 1; number < words.length; number++) {
    let slot = hashOf(words[number] as string) & (size - 1);
    while (slots[slot] !== FREE) slot = (slot + 1) & (size - 1);
    slots[slot] = number;
  }
  return slots;
}
