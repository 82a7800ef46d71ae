import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords, Vocabulary } from '../../src/rules/vocabulary.ts';
import { file, read, rule, rulesOf } from './small.ts';

describe('Vocabulary', () => {
  it('numbers words from 1 on', () => {
    const vocabulary = new Vocabulary(packWords(['ann', 'bob', 'the']));
    const numbers = ['ann', 'bob', 'the', 'cam', 'an', 'anna', ''].map((word) => vocabulary.get(word));
    expect(numbers).toEqual([1, 2, 3, undefined, undefined, undefined, undefined]);
    expect([1, 2, 3].map((number) => vocabulary.word(number))).toEqual(['ann', 'bob', 'the']);
  });

  it('knows nothing where there are no words', () => {
    const vocabulary = new Vocabulary('');
    expect(['ann', '{n}', ''].map((word) => vocabulary.get(word))).toEqual([undefined, undefined, undefined]);
  });

  it('writes how many letters of the word before go, and the new ones', () => {
    const long = 'y'.repeat(40);
    expect(packWords(['an', 'ann', 'anna', 'bob', 'bobo'])).toBe('AanAnAaEbobAo');
    expect(packWords([long, `${long}z`, 'z', 'za'])).toBe(`A${long}AzZzAa`);
    expect(() => packWords(['ann', 'Bob'])).toThrow('not folded');
  });

  const letter = fc.constantFrom('a', 'b', 'é', 'ß', '字', '\u{1e922}', '\u{1e923}', "'", '1', '.');
  const word = fc.oneof(fc.string({ unit: letter, minLength: 1, maxLength: 6 }), fc.string({ unit: letter, minLength: 25, maxLength: 60 }));

  it('finds the words that it was made of, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.boolean(), fc.array(word), (words, isSorted, others) => {
        const known = isSorted ? words.toSorted() : words;
        const packed = packWords(known);
        expect(packed.isWellFormed()).toBe(true);
        const vocabulary = new Vocabulary(packed);
        expect(known.map((w) => vocabulary.get(w))).toEqual(known.map((_, i) => i + 1));
        expect(known.map((_, i) => vocabulary.word(i + 1))).toEqual(known);
        const numbers = new Map(known.map((w, i) => [w, i + 1]));
        for (const other of others) expect(vocabulary.get(other)).toBe(numbers.get(other));
      }),
    );
  });

  it('has the words of all phrases, sorted', () => {
    const rules = rulesOf(file([rule({ any: ['zebra', 'a b c', 'x b {n}'] })]));
    expect(['a', 'b', 'c', 'x', 'zebra', '{n}'].map((w) => rules.vocabulary.get(w))).toEqual([1, 2, 3, 4, 5, undefined]);
    expect(read(rules, 'Zebra; a b c').hits.count).toBe(2);
  });
});
