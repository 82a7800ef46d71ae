/**
 * Numbers of the words that rules know.
 * @module
 */

/**
 * Looks words up; a `Map` would do. Rare words, with which phrases at most begin, names above all, are many times the
 * common ones: they are only read when the first text is.
 */
export class Vocabulary {
  readonly #common: ReadonlyMap<string, number>;
  readonly #rareText: string;
  #rare: ReadonlyMap<string, number> | undefined;

  /** @param common words by number, joined by line breaks; @param rare the words with the numbers that follow */
  constructor(common: string, rare: string) {
    this.#common = numbered(common, 0);
    this.#rareText = rare;
  }

  /** The number of a folded word, or undefined. */
  get(word: string): number | undefined {
    const number = this.#common.get(word);
    if (number !== undefined) return number;
    this.#rare ??= numbered(this.#rareText, this.#common.size);
    return this.#rare.get(word);
  }
}

function numbered(text: string, first: number): ReadonlyMap<string, number> {
  const words = text.split('\n');
  const numbers = new Map<string, number>();
  for (let i = 0; i < words.length; i++) numbers.set(words[i] as string, first + i);
  return numbers;
}
