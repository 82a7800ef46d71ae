import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { buildTrie } from '../../src/rules/trie.ts';
import { NUMERIC, splitWords } from '../../src/text/words.ts';
import { file, read, rule, rulesOf } from './small.ts';

/** Words of a phrase as they are compared: folded, `{n}` for any number. */
function wordsOf(phrase: string): readonly string[] {
  return phrase.match(/\{n\}|[\p{L}\p{N}']+/gu) ?? [];
}

/** Every place where a phrase stands, by trying each at every word. */
function naive(phrases: readonly string[], text: string): readonly string[] {
  const folded = fold(text);
  const words = splitWords(text, folded, new Map());
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
    const entry = rules.entries[hits.entry[i] as number];
    if (entry?.type === 'segment') found.push(`${entry.rule} ${hits.from[i]}-${hits.to[i]}`);
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

describe('buildTrie', () => {
  it('leads nowhere when empty', () => {
    const trie = buildTrie([], []);
    expect([trie.next(0, 0), trie.next(5, -1)]).toEqual([-1, -1]);
    expect(trie.accepts(0)).toEqual([]);
  });

  it('keeps every edge apart, thousands of them', () => {
    const edges: number[] = [];
    for (let i = 0; i < 20_000; i++) edges.push(i % 97, i, i + 1);
    const trie = buildTrie(edges, [3, 1, 3, 2]);
    for (let i = 0; i < 20_000; i++) expect(trie.next(i % 97, i)).toBe(i + 1);
    for (let i = 0; i < 1000; i++) expect(trie.next((i % 97) + 1, i)).toBe(-1);
    expect(trie.accepts(3)).toEqual([1, 2]);
  });
});
