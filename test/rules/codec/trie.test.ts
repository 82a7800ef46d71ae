import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTrie, type TrieNode } from '../../../src/rules/codec/trie.ts';
import { Trie, type Phrase } from '../../../src/rules/match/trie.ts';

const WORDS = 60;
/** The first entry of a verb's forms. */
const CUES = 30;
const FORMS = 6;

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

/** The phrases of a packed trie, with the lemmas that they had before. */
function unpacked(phrases: readonly Phrase[]): readonly Phrase[] {
  const { packed, lemmas } = packTrie(trieOf(phrases), WORDS, CUES);
  const before = (entry: number): number => {
    if (entry < CUES) return entry;
    const form = (entry - CUES) % FORMS;
    return CUES + (lemmas[(entry - CUES - form) / FORMS] as number) * FORMS + form;
  };
  return [...new Trie(packed, CUES).phrases()].map(({ entry, words }) => ({ entry: before(entry), words }));
}

const textOf = ({ entry, words }: Phrase): string => `${words.join(' ')}: ${entry}`;

const phrase = fc.record({
  entry: fc.oneof(fc.nat(3), fc.nat(CUES - 1), fc.integer({ min: CUES, max: CUES + 20 * FORMS })),
  words: fc.array(fc.nat(WORDS - 1), { minLength: 1, maxLength: 5 }),
});

describe('a packed trie', () => {
  it('has all phrases, and no others', () => {
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 80 }), (phrases) => {
        expect(unpacked(phrases).map(textOf).sort()).toEqual(phrases.map(textOf).sort());
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the entries of a phrase in order', () => {
    const entries = [9, 2, CUES + 12, 2, 7, CUES, 1];
    expect(unpacked(entries.map((entry) => ({ entry, words: [4, 4] }))).map(({ entry }) => entry)).toEqual(entries);
  });

  it('numbers verbs as they come', () => {
    const forms = [5, 3, 5, 4].map((lemma, i) => ({ entry: CUES + lemma * FORMS + i, words: [i] }));
    const { packed, lemmas } = packTrie(trieOf(forms), WORDS, CUES);
    expect(lemmas).toEqual([5, 3, 4]);
    const entries = [...new Trie(packed, CUES).phrases()].map(({ entry }) => entry - CUES);
    expect(entries).toEqual([0, FORMS + 1, 2, 2 * FORMS + 3]);
  });

  it('says when a phrase stands for too much', () => {
    const root = trieOf(Array.from({ length: 64 }, (_, entry) => ({ entry, words: [1] })));
    expect(() => packTrie(root, WORDS, CUES + 64)).toThrow('a phrase stands for 64 rules');
  });
});
