/**
 * Writes the words that rules know; `src/rules/codec/vocabulary.ts` has the layout.
 * @module
 */
import { BETWEEN, type PackedVocabulary } from '../../../src/rules/codec/vocabulary.ts';

/** The words in order of their numbers. @param words the first one stands for any number, and is never found */
export function packVocabulary(words: readonly string[]): PackedVocabulary {
  return { text: words.join(BETWEEN) };
}
