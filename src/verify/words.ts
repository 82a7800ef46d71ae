/**
 * Words as numbers: two words have the same one where they differ in nothing but case, typography and encoding.
 * @module
 */
import type { TextSpan } from '../schema/types.ts';
import { fold } from '../text/fold.ts';
import { offsetMap, type OffsetUnit } from '../text/offsets.ts';
import { splitWords, vocabularyOf, type Words } from '../text/words.ts';

/** A text in words. Offsets into it are UTF-16 units. */
export interface Tokens {
  readonly text: string;
  readonly words: Words;
  /** A number a word; -1 for a word that the verified text does not have. */
  readonly ids: Int32Array;
  /** A stretch as clients see it, in their unit; `null` where it is empty. */
  readonly span: (start: number, end: number) => TextSpan | null;
}

const NO_VOCABULARY = vocabularyOf(new Map());
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const PLAIN = /^[ -~]*$/;

/** The same characters in one encoding: composed, of usual width, without what is not seen. */
export function sameCharacters(word: string): string {
  return PLAIN.test(word) ? word : word.replace(INVISIBLE, '').normalize('NFKC');
}

/** Numbers words, of one text and whatever is compared with it. */
export class Lexicon {
  readonly #numbers = new Map<string, number>();
  readonly #unit: OffsetUnit;

  constructor(unit: OffsetUnit) {
    this.#unit = unit;
  }

  /** How many different words there are. */
  get size(): number {
    return this.#numbers.size;
  }

  /** Reads the text itself: its words are known from now on. */
  learn(text: string): Tokens {
    return this.#read(text, (key) => {
      const number = this.#numbers.get(key) ?? this.#numbers.size;
      this.#numbers.set(key, number);
      return number;
    });
  }

  /** Reads a text that is compared with it. */
  read(text: string): Tokens {
    return this.#read(text, (key) => this.#numbers.get(key) ?? -1);
  }

  #read(text: string, numberOf: (key: string) => number): Tokens {
    const folded = fold(text);
    // On folded text, where every apostrophe is one; the length is the same.
    const words = splitWords(folded, folded, NO_VOCABULARY);
    const ids = Int32Array.from({ length: words.count }, (_, i) =>
      numberOf(sameCharacters(folded.slice(words.start[i], words.end[i])).toLowerCase()),
    );
    const map = offsetMap(text, this.#unit);
    const span = (start: number, end: number): TextSpan | null =>
      start < end ? { start: map(start), end: map(end), text: text.slice(start, end) } : null;
    return { text, words, ids, span };
  }
}

export const startOf = ({ words }: Tokens, i: number): number => words.start[i] as number;
export const endOf = ({ words }: Tokens, i: number): number => words.end[i] as number;
