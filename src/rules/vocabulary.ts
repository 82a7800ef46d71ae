/**
 * Numbers of the words that rules know.
 * @module
 */
import { hashOf } from '../text/hash.ts';
import { FREE, openWordTable, type PackedVocabulary, type WordTable } from './codec/vocabulary.ts';

/** Looks words up. Words are found where they stand in a text, without being cut out of it. */
export class Vocabulary {
  readonly #packed: PackedVocabulary;
  #opened: WordTable | undefined;

  constructor(packed: PackedVocabulary) {
    this.#packed = packed;
  }

  /** The number of a folded word, or undefined. */
  get(word: string): number | undefined {
    return this.find(word, 0, word.length);
  }

  /** The number of the word from `from` to `to` (UTF-16, half-open) of a folded text, or undefined. */
  find(folded: string, from: number, to: number): number | undefined {
    const { slots } = this.#table;
    const last = slots.length - 1;
    // A third of the slots is free, so the search ends after a few.
    for (let slot = hashOf(folded, from, to) & last; ; slot = (slot + 1) & last) {
      const number = slots[slot] as number;
      if (number === FREE) return undefined;
      if (this.#is(number, folded, from, to)) return number;
    }
  }

  /** The word with a number. */
  word(number: number): string {
    const { text, starts } = this.#table;
    return text.slice(starts[number], (starts[number + 1] as number) - 1);
  }

  #is(number: number, folded: string, from: number, to: number): boolean {
    const { text, starts } = this.#table;
    const start = starts[number] as number;
    if ((starts[number + 1] as number) - 1 - start !== to - from) return false;
    for (let i = 0; i < to - from; i++)
      if (text.charCodeAt(start + i) !== folded.charCodeAt(from + i)) return false;
    return true;
  }

  /** Opened when the first text asks, not when the program starts. */
  get #table(): WordTable {
    return (this.#opened ??= openWordTable(this.#packed));
  }
}
