import { describe, expect, it } from 'vitest';
import { packWords, Vocabulary } from '../../src/rules/vocabulary.ts';
import { file, read, rule, rulesOf } from './small.ts';

describe('Vocabulary', () => {
  it('numbers common words, then rare ones', () => {
    const vocabulary = new Vocabulary('{n}\nthe\nof', packWords(['ann', 'bob']));
    const numbers = ['{n}', 'the', 'of', 'ann', 'bob', 'cam', ''].map((word) => vocabulary.get(word));
    expect(numbers).toEqual([0, 1, 2, 3, 4, undefined, undefined]);
  });

  it('knows nothing but common words where there are no rare ones', () => {
    const vocabulary = new Vocabulary('{n}\nthe', '');
    expect(['the', 'ann'].map((word) => vocabulary.get(word))).toEqual([1, undefined]);
  });

  it('reads rare words that share their first letters', () => {
    const long = 'y'.repeat(40);
    const words = ['an', 'ann', 'anna', 'bob', 'éa', 'éab', long, `${long}z`, '字'];
    const packed = packWords(words);
    expect(packed.split('\n').slice(0, 4)).toEqual(['Aan', 'Cn', 'Da', 'Abob']);
    const vocabulary = new Vocabulary('{n}', packed);
    expect(words.map((word) => vocabulary.get(word))).toEqual(words.map((_, i) => i + 1));
    expect(['', 'a', 'annab', 'yy'].map((word) => vocabulary.get(word))).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('has the words of all phrases, those inside of phrases first', () => {
    const rules = rulesOf(file([rule({ any: ['zebra', 'a b c', 'x b'] })]));
    expect(['{n}', 'b', 'c'].map((word) => rules.vocabulary.get(word))).toEqual([0, 1, 2]);
    expect(['a', 'x', 'zebra'].map((word) => rules.vocabulary.get(word))).toEqual([3, 4, 5]);
    expect(read(rules, 'Zebra; a b c').hits.count).toBe(2);
  });
});
