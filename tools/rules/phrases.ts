/**
 * Phrases to word numbers and a trie.
 * @module
 */
import type { CompiledRules } from '../../src/rules/types.ts';
import { fold } from '../../src/text/fold.ts';
import { NUMBER_ID, splitWords, vocabularyOf, type Vocabulary } from '../../src/text/words.ts';
import { packTrie, type TrieNode } from './encode/trie.ts';
import { packVocabulary } from './encode/vocabulary.ts';

const NUMBER = '{n}';

/** Seven phrases in ten: words of small letters, a space between them. Splitting them as texts are split took a third of a compilation. */
const PLAIN = /^[a-zß-öø-ÿа-я]+(?: [a-zß-öø-ÿа-я]+)*$/;

interface Node {
  readonly accepts: number[];
  /** Made for the first child: most nodes are the end of a phrase. */
  children?: Map<number, Node>;
}

const newNode = (): Node => ({ accepts: [] });
const NO_CHILDREN: TrieNode['children'] = new Map();

/** Builds the vocabulary and the trie of all phrases. */
export class PhraseTable {
  readonly #numbers = new Map<string, number>([[NUMBER, NUMBER_ID]]);
  readonly #elided: ReadonlyMap<string, number>;
  readonly #vocabulary: Vocabulary;
  readonly #root = newNode();

  /** @param elided words that end in an apostrophe and are cut off from the word behind (l', qu') */
  constructor(elided: readonly string[]) {
    this.#elided = new Map(elided.map((word, i) => [word, i]));
    this.#vocabulary = vocabularyOf(this.#elided);
  }

  /** Adds a phrase that stands for `entry`. @throws with the reason where the phrase cannot match. */
  add(phrase: string, entry: number): void {
    let node = this.#root;
    for (const word of this.words(phrase)) node = childOf(node, this.#number(word));
    node.accepts.push(entry);
  }

  /**
   * The vocabulary and the trie, with final numbers: first the words that start a phrase, then the others, both as they
   * came. Words of one list are neighbours then, which makes the trie's arrays even.
   * @param entryNumber final numbers of the entries
   */
  done(entryNumber: (entry: number) => number): Pick<CompiledRules, 'vocabulary' | 'trie'> {
    const isFirst = (number: number): boolean => number === NUMBER_ID || this.#root.children?.has(number) === true;
    const all = [...this.#numbers];
    const words = [...all.filter(([, n]) => isFirst(n)), ...all.filter(([, n]) => !isFirst(n))];
    const number = new Map(words.map(([, before], i) => [before, i]));
    return {
      vocabulary: packVocabulary(words.map(([word]) => word)),
      trie: packTrie(renumber(this.#root, number, entryNumber)),
    };
  }

  /** The words of a phrase, `{n}` for any number. @throws with the reason where the phrase cannot match. */
  words(phrase: string): readonly string[] {
    if (PLAIN.test(phrase)) return phrase.split(' ');
    const folded = fold(phrase);
    if (folded !== phrase) throw new Error(`folding changes the phrase "${phrase}": write "${folded}"`);
    const words = phrase
      .split(NUMBER)
      .flatMap((part, index) => [...(index > 0 ? [NUMBER] : []), ...this.#plainWords(part)]);
    if (words.length === 0) throw new Error(`the phrase "${phrase}" has no words`);
    return words;
  }

  #plainWords(part: string): readonly string[] {
    if (this.#elided.has(part)) return [part];
    // "avant d'": no letter follows that would part the word at its apostrophe.
    const last = part.lastIndexOf(' ') + 1;
    if (last > 0 && this.#elided.has(part.slice(last)))
      return [...this.#plainWords(part.slice(0, last)), part.slice(last)];
    const words = splitWords(part, part, this.#vocabulary);
    return Array.from({ length: words.count }, (_, i) => part.slice(words.start[i], words.end[i]));
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }
}

function childOf(node: Node, word: number): Node {
  const children = (node.children ??= new Map<number, Node>());
  let child = children.get(word);
  if (!child) children.set(word, (child = newNode()));
  return child;
}

function renumber({ accepts, children }: Node, words: ReadonlyMap<number, number>, entryNumber: (entry: number) => number): TrieNode {
  return {
    accepts: accepts.map(entryNumber),
    children: children
      ? new Map([...children].map(([word, child]) => [words.get(word) as number, renumber(child, words, entryNumber)]))
      : NO_CHILDREN,
  };
}
