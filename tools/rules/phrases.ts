/**
 * Phrases to word numbers and a trie.
 * @module
 */
import { fold } from '../../src/text/fold.ts';
import { NUMBER_ID, splitWords } from '../../src/text/words.ts';

const NUMBER = '{n}';
const NO_WORDS: ReadonlyMap<string, number> = new Map();

/** Builds the vocabulary and the trie of all phrases. */
export class PhraseTable {
  readonly edges: number[] = [];
  readonly accepts: number[] = [];
  readonly #numbers = new Map<string, number>([[NUMBER, NUMBER_ID]]);
  readonly #next = new Map<string, number>();
  #nodes = 1;

  get vocabulary(): string {
    return [...this.#numbers.keys()].join('\n');
  }

  /** Adds a phrase that stands for `entry`. @throws with the reason where the phrase cannot match. */
  add(phrase: string, entry: number): void {
    let node = 0;
    for (const word of this.#words(phrase)) node = this.#child(node, word);
    this.accepts.push(node, entry);
  }

  #words(phrase: string): readonly number[] {
    const folded = fold(phrase);
    if (folded !== phrase) throw new Error(`folding changes the phrase "${phrase}": write "${folded}"`);
    const numbers = phrase
      .split(NUMBER)
      .flatMap((part, index) => [...(index > 0 ? [NUMBER_ID] : []), ...this.#plainWords(part)]);
    if (numbers.length === 0) throw new Error(`the phrase "${phrase}" has no words`);
    return numbers;
  }

  #plainWords(part: string): readonly number[] {
    const words = splitWords(part, part, NO_WORDS);
    return Array.from({ length: words.count }, (_, i) =>
      this.#number(part.slice(words.start[i], words.end[i])),
    );
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  #child(node: number, word: number): number {
    const key = `${node} ${word}`;
    const known = this.#next.get(key);
    if (known !== undefined) return known;
    const next = this.#nodes++;
    this.#next.set(key, next);
    this.edges.push(node, word, next);
    return next;
  }
}
