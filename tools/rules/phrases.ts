/**
 * Phrases to word numbers and a trie.
 * @module
 */
import { packTrie, type TrieNode } from '../../src/rules/trie.ts';
import type { CompiledRules } from '../../src/rules/types.ts';
import { packWords } from '../../src/rules/vocabulary.ts';
import { fold } from '../../src/text/fold.ts';
import { NUMBER_ID, splitWords } from '../../src/text/words.ts';

const NUMBER = '{n}';

interface Node {
  readonly accepts: number[];
  readonly children: Map<number, Node>;
}

const newNode = (): Node => ({ accepts: [], children: new Map() });

/** Builds the vocabulary and the trie of all phrases. */
export class PhraseTable {
  readonly #numbers = new Map<string, number>([[NUMBER, NUMBER_ID]]);
  readonly #elided: ReadonlyMap<string, number>;
  readonly #root = newNode();

  /** @param elided words that end in an apostrophe and are cut off from the word behind (l', qu') */
  constructor(elided: readonly string[]) {
    this.#elided = new Map(elided.map((word, i) => [word, i]));
  }

  /** Adds a phrase that stands for `entry`. @throws with the reason where the phrase cannot match. */
  add(phrase: string, entry: number): void {
    let node = this.#root;
    for (const word of this.#words(phrase)) node = childOf(node, word);
    node.accepts.push(entry);
  }

  /**
   * The vocabulary and the trie as texts. Common words are those that stand inside phrases; they get the smaller numbers
   * the more phrases they go on in, since small numbers make short texts.
   * @param entryNumber final numbers of the entries
   */
  done(entryNumber: (entry: number) => number): Pick<CompiledRules, 'vocabulary' | 'rare' | 'trie'> {
    const uses = usesOf(this.#root);
    const usesOfWord = (word: string): number => uses.get(this.#number(word)) ?? 0;
    const words = [...this.#numbers.keys()].filter((word) => word !== NUMBER);
    const inside = words.filter((word) => usesOfWord(word) > 0).sort((a, b) => usesOfWord(b) - usesOfWord(a));
    const common = [NUMBER, ...inside];
    const rare = words.filter((word) => usesOfWord(word) === 0).sort();
    const rank = new Map([...common, ...rare].map((word, i) => [this.#number(word), i]));
    return {
      vocabulary: common.join('\n'),
      rare: packWords(rare),
      trie: packTrie(renumber(this.#root, rank, entryNumber), rank.size),
    };
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
    if (this.#elided.has(part)) return [this.#number(part)];
    const words = splitWords(part, part, this.#elided);
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
}

function childOf(node: Node, word: number): Node {
  let child = node.children.get(word);
  if (!child) node.children.set(word, (child = newNode()));
  return child;
}

/** How often each word stands in the trie, but for first words: these go by line. */
function usesOf(root: Node): ReadonlyMap<number, number> {
  const uses = new Map<number, number>();
  const count = (node: Node): void => {
    for (const [word, child] of node.children) {
      uses.set(word, (uses.get(word) ?? 0) + 1);
      count(child);
    }
  };
  for (const first of root.children.values()) count(first);
  return uses;
}

function renumber(node: Node, rank: ReadonlyMap<number, number>, entryNumber: (entry: number) => number): TrieNode {
  return {
    accepts: node.accepts.map(entryNumber),
    children: new Map([...node.children].map(([word, child]) => [rank.get(word) as number, renumber(child, rank, entryNumber)])),
  };
}
