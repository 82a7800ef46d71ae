import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTrie, type TrieNode } from '../../../src/rules/codec/trie.ts';
import { ROOT, Trie } from '../../../src/rules/match/trie.ts';
import { fold } from '../../../src/text/fold.ts';
import { NUMERIC, splitWords, vocabularyOf } from '../../../src/text/words.ts';
import { file, read, rule, rulesOf } from '../small.ts';

/** Words of a phrase as they are compared: folded, `{n}` for any number. */
function wordsOf(phrase: string): readonly string[] {
  return phrase.match(/\{n\}|[\p{L}\p{N}']+/gu) ?? [];
}

/** Every place where a phrase stands, by trying each at every word. */
function naive(phrases: readonly string[], text: string): readonly string[] {
  const folded = fold(text);
  const words = splitWords(text, folded, vocabularyOf(new Map()));
  const fits = (pattern: string, i: number): boolean =>
    i < words.count &&
    (pattern === '{n}'
      ? ((words.shape[i] as number) & NUMERIC) !== 0
      : folded.slice(words.start[i], words.end[i]) === pattern);
  const near = (i: number): boolean => (words.start[i] as number) - (words.end[i - 1] as number) <= 3;
  const found: string[] = [];
  phrases.forEach((phrase, number) => {
    const pattern = wordsOf(phrase);
    for (let at = 0; at < words.count; at++)
      if (pattern.every((word, i) => fits(word, at + i) && (i === 0 || near(at + i))))
        found.push(`${number} ${at}-${at + pattern.length}`);
  });
  return found.sort();
}

function matched(phrases: readonly string[], text: string): readonly string[] {
  const rules = rulesOf(file(phrases.map((phrase, i) => rule({ id: `xx/test/r${i}`, any: [phrase] }))));
  const { hits } = read(rules, text);
  const found: string[] = [];
  for (let i = 0; i < hits.count; i++) {
    const entry = rules.entries.at(hits.entry[i] as number);
    if (entry.type === 'segment') found.push(`${entry.rule} ${hits.from[i]}-${hits.to[i]}`);
  }
  expect([...hits.from]).toEqual([...hits.from].sort((a, b) => a - b));
  return found.sort();
}

const phraseWord = fc.constantFrom('a', 'b', 'c', "d's", '12', '{n}', 'é');
const phrase = fc.array(phraseWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const textWord = fc.constantFrom('a', 'A', 'b', 'c', "d's", 'D’s', '12', '7', '1,204', '3k', 'É', 'zebra', '字');
const gap = fc.constantFrom(' ', ' ', ' ', ', ', ' – ', '-', '    ', '\n', '. . ', ' 😀 ');

describe('findPhrases', () => {
  it('finds what trying every phrase at every word finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(phrase, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(textWord, gap), { maxLength: 30 }),
        (phrases, pieces) => {
          const text = pieces.flat().join('');
          expect(matched(phrases, text)).toEqual(naive(phrases, text));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('finds overlapping phrases of all lengths', () => {
    expect(matched(['a', 'a b', 'b c', 'a b c'], 'a b c')).toEqual(['0 0-1', '1 0-2', '2 1-3', '3 0-3']);
  });

  it('ignores case, typography and punctuation between the words', () => {
    expect(matched(['e-mail this', "don't miss"], 'E-mail this! e mail: this. DON’T… miss')).toEqual([
      '0 0-3',
      '0 3-6',
      '1 6-8',
    ]);
  });

  it('takes {n} for any number, one that a phrase spells out included', () => {
    expect(matched(['{n} comments', '24 hours', '{n} hours'], '12 comments, 24 hours; 3k comments')).toEqual([
      '0 0-2',
      '0 4-6',
      '1 2-4',
      '2 2-4',
    ]);
  });

  it('does not take a number for a word, nor a word for a number', () => {
    expect(matched(['{n} comments'], 'no comments')).toEqual([]);
  });
});

describe('Trie', () => {
  /** Entries from here on would be of verbs. */
  const CUES = 100_000;
  const node = (accepts: readonly number[], children: readonly (readonly [number, TrieNode])[] = []): TrieNode => ({
    accepts,
    children: new Map(children),
  });
  const open = (root: TrieNode, words: number): Trie => new Trie(packTrie(root, words, CUES).packed, CUES);

  it('leads nowhere when empty', () => {
    const trie = open(node([]), 3);
    expect([0, 2, 3, -1].map((word) => trie.next(ROOT, word))).toEqual([-1, -1, -1, -1]);
    expect([...trie.phrases()]).toEqual([]);
  });

  it('keeps every edge apart, thousands of them', () => {
    const many = 5000;
    const word = (i: number): number => i * 3 + 1;
    const leaves = Array.from({ length: many }, (_, i) => [word(i), node([i, i * 7])] as const);
    const trie = open(node([], [[2, node([], leaves)], [5, node([9], leaves.slice(0, 3))]]), word(many));
    const two = trie.next(ROOT, 2);
    expect(trie.acceptCount(two)).toBe(0);
    leaves.forEach(([w], i) => {
      const leaf = trie.next(two, w);
      expect([trie.acceptCount(leaf), trie.accept(leaf, 0), trie.accept(leaf, 1)]).toEqual([2, i, i * 7]);
      expect([trie.next(two, w + 1), trie.next(leaf, w)]).toEqual([-1, -1]);
    });
    const five = trie.next(ROOT, 5);
    expect([trie.acceptCount(five), trie.accept(five, 0)]).toEqual([1, 9]);
    expect([1, 4, 7, 10].map((w) => trie.next(five, w) !== -1)).toEqual([true, true, true, false]);
    expect(trie.next(ROOT, 2)).toBe(two);
  });

  it('has nodes with one entry and no child', () => {
    const trie = open(node([], [[1, node([7])], [2, node([], [[1, node([0])]])]]), 3);
    const one = trie.next(ROOT, 1);
    expect([trie.acceptCount(one), trie.accept(one, 0), trie.next(one, 1)]).toEqual([1, 7, -1]);
    const below = trie.next(trie.next(ROOT, 2), 1);
    expect([trie.acceptCount(below), trie.accept(below, 0), trie.next(below, 1)]).toEqual([1, 0, -1]);
  });

  it('lists its phrases', () => {
    const trie = open(node([], [[2, node([7], [[0, node([3, 4])]])], [1, node([5])]]), 3);
    expect([...trie.phrases()]).toEqual([
      { entry: 5, words: [1] },
      { entry: 7, words: [2] },
      { entry: 3, words: [2, 0] },
      { entry: 4, words: [2, 0] },
    ]);
  });
});
