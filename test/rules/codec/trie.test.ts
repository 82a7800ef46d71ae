import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTrie, type TrieArrays } from '../../../src/rules/codec/trie.ts';
import { allPhrases, phrasesFrom, type Phrase } from '../../../tools/rules/dump.ts';
import { packTrie, type TrieNode } from '../../../tools/rules/encode/trie.ts';

interface Growing {
  readonly accepts: number[];
  readonly children: Map<number, Growing>;
}

function trieOf(phrases: readonly Phrase[]): TrieNode {
  const newNode = (): Growing => ({ accepts: [], children: new Map() });
  const root = newNode();
  for (const { entry, words } of phrases) {
    let node = root;
    for (const word of words) {
      const child = node.children.get(word) ?? newNode();
      node.children.set(word, child);
      node = child;
    }
    node.accepts.push(entry);
  }
  return root;
}

const opened = (phrases: readonly Phrase[]): TrieArrays => openTrie(packTrie(trieOf(phrases)));
const textOf = ({ entry, words }: Phrase): string => `${words.join(' ')}: ${entry}`;

const phrase = fc.record({
  entry: fc.oneof(fc.nat(3), fc.nat(100), fc.nat(100_000)),
  words: fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }),
});

describe('a packed trie', () => {
  it('is laid out as the drawing says', () => {
    const [SAID, TO, IN, COURT] = [1, 2, 3, 4];
    const trie = opened([
      { words: [SAID], entry: 70 },
      { words: [SAID, TO], entry: 20 },
      { words: [TO], entry: 40 },
      { words: [TO], entry: 41 },
      { words: [SAID, IN, COURT], entry: 70 },
    ]);
    expect([...trie.firstChild]).toEqual([3, 3, 5, 5, 5, 6, 6]);
    expect([...trie.word]).toEqual([TO, IN, COURT]);
    expect([...trie.accepts]).toEqual([0, 1, 3, 6, 0, 1]);
    expect([...trie.lists]).toEqual([0, 1, 70, 2, 40, 41, 1, 20]);
  });

  it('has all phrases, and no others', () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 80 }), (phrases) => {
        const listed = allPhrases(opened(phrases));
        expect(listed.map(textOf).sort()).toEqual(phrases.map(textOf).sort());
        const withFirst = (word: number): readonly Phrase[] => listed.filter(({ words }) => words[0] === word);
        for (const word of [0, 7, 60]) expect(phrasesFrom(opened(phrases), word)).toEqual(withFirst(word));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the entries of a phrase in order', () => {
    const entries = [9, 2, 12, 2, 7, 0, 1];
    const phrases = entries.map((entry) => ({ entry, words: [4, 4] }));
    expect(allPhrases(opened(phrases)).map(({ entry }) => entry)).toEqual(entries);
  });

  it('stores equal lists of entries once', () => {
    const phrases = Array.from({ length: 50 }, (_, word) => ({ entry: 7, words: [word] }));
    expect([...opened(phrases).lists]).toEqual([0, 1, 7]);
  });
});
