import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forEachEntry, ROOT, Trie } from '../../../src/rules/match/trie.ts';
import { fold } from '../../../src/text/fold.ts';
import { NUMERIC, splitWords, vocabularyOf } from '../../../src/text/words.ts';
import { packTrie, type TrieNode } from '../../../tools/rules/encode/trie.ts';
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
  forEachEntry(hits, (number, from, to) => {
    const entry = rules.entries.at(number);
    if (entry.type === 'segment') found.push(`${entry.rule} ${from}-${to}`);
  });
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
  const node = (accepts: readonly number[], children: readonly (readonly [number, TrieNode])[] = []): TrieNode => ({
    accepts,
    children: new Map(children),
  });
  const open = (root: TrieNode): Trie => new Trie(packTrie(root));
  const entriesAt = ({ arrays: { accepts, lists } }: Trie, at: number): readonly number[] => {
    const list = accepts[at] as number;
    return [...lists.slice(list + 1, list + 1 + (lists[list] as number))];
  };

  it('leads nowhere when empty', () => {
    const trie = open(node([]));
    expect([2, 3, -1].map((word) => trie.next(ROOT, word))).toEqual([-1, -1, -1]);
    // Any number has a node, whatever the phrases are.
    const any = trie.next(ROOT, 0);
    expect([entriesAt(trie, any), trie.next(any, 0)]).toEqual([[], -1]);
  });

  it('keeps every edge apart, thousands of them', () => {
    const many = 5000;
    const word = (i: number): number => i * 3 + 1;
    const leaves = Array.from({ length: many }, (_, i) => [word(i), node([i, i * 7])] as const);
    const trie = open(node([], [[2, node([], leaves)], [5, node([9], leaves.slice(0, 3))]]));
    const two = trie.next(ROOT, 2);
    expect(entriesAt(trie, two)).toEqual([]);
    leaves.forEach(([w], i) => {
      const leaf = trie.next(two, w);
      expect(entriesAt(trie, leaf)).toEqual([i, i * 7]);
      expect([trie.next(two, w + 1), trie.next(leaf, w)]).toEqual([-1, -1]);
    });
    const five = trie.next(ROOT, 5);
    expect(entriesAt(trie, five)).toEqual([9]);
    expect([-1, 1, 4, 7, 10].map((w) => trie.next(five, w) !== -1)).toEqual([false, true, true, true, false]);
    expect(trie.next(ROOT, 2)).toBe(two);
  });
});
