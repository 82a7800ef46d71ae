/**
 * Numbers of the words that rules know.
 * @module
 */

/** A letter for each number of characters that a word shares with the one before, from none on. */
const NONE = 65;
const MOST_SHARED = 26;

/** The text of words: a line each, with how much it shares with the one before, and the rest. Best for sorted words. */
export function packWords(words: readonly string[]): string {
  let before = '';
  const lines = words.map((word) => {
    let shared = 0;
    while (shared < MOST_SHARED && shared < word.length && word[shared] === before[shared]) shared++;
    before = word;
    return String.fromCharCode(NONE + shared) + word.slice(shared);
  });
  return lines.join('\n');
}

/**
 * Looks words up; a `Map` would do. Rare words, with which phrases at most begin, names above all, are many times the
 * common ones. Both are read when the first text is, to keep the start short.
 */
export class Vocabulary {
  readonly #words: string;
  readonly #packed: string;
  #common: ReadonlyMap<string, number> | undefined;
  #rare: ReadonlyMap<string, number> | undefined;

  /** @param common words by number, joined by line breaks; @param rare `packWords` of those with the numbers that follow */
  constructor(common: string, rare: string) {
    this.#words = common;
    this.#packed = rare;
  }

  /** The number of a folded word, or undefined. */
  get(word: string): number | undefined {
    this.#common ??= new Map(this.#words.split('\n').map((known, number) => [known, number]));
    const number = this.#common.get(word);
    if (number !== undefined) return number;
    this.#rare ??= unpackWords(this.#packed, this.#common.size);
    return this.#rare.get(word);
  }
}

function unpackWords(packed: string, first: number): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  if (packed === '') return numbers;
  const lines = packed.split('\n');
  let word = '';
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as string;
    word = word.slice(0, line.charCodeAt(0) - NONE) + line.slice(1);
    numbers.set(word, first + i);
  }
  return numbers;
}
