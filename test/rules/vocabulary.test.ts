import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Vocabulary } from '../../src/rules/vocabulary.ts';
import { packVocabulary } from '../../tools/rules/encode/vocabulary.ts';
import { file, read, rule, rulesOf } from './small.ts';

const vocabularyOf = (words: readonly string[]): Vocabulary => new Vocabulary(packVocabulary(['{n}', ...words]));

describe('Vocabulary', () => {
  it('numbers words from 1 on', () => {
    const vocabulary = vocabularyOf(['ann', 'bob', 'the']);
    const numbers = ['ann', 'bob', 'the', 'cam', 'an', 'anna', ''].map((word) => vocabulary.get(word));
    expect(numbers).toEqual([1, 2, 3, undefined, undefined, undefined, undefined]);
    expect([0, 1, 2, 3].map((number) => vocabulary.word(number))).toEqual(['{n}', 'ann', 'bob', 'the']);
  });

  it('knows nothing where there are no words', () => {
    const vocabulary = vocabularyOf([]);
    expect(['ann', '{n}', ''].map((word) => vocabulary.get(word))).toEqual([undefined, undefined, undefined]);
  });

  it('finds words where they stand in a text', () => {
    const vocabulary = vocabularyOf(['ann', 'an']);
    expect([vocabulary.find('anna', 0, 3), vocabulary.find('anna', 0, 2), vocabulary.find('anna', 1, 3)]).toEqual([1, 2, undefined]);
  });

  const letter = fc.constantFrom('a', 'b', 'é', 'ß', '字', '\u{1e922}', '\u{1e923}', "'", '1', '.');
  const word = fc.oneof(fc.string({ unit: letter, minLength: 1, maxLength: 6 }), fc.string({ unit: letter, minLength: 25, maxLength: 60 }));

  it('finds the words that it was made of, and no others', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), fc.array(word), (known, others) => {
        const vocabulary = vocabularyOf(known);
        expect(known.map((w) => vocabulary.get(w))).toEqual(known.map((_, i) => i + 1));
        expect(known.map((_, i) => vocabulary.word(i + 1))).toEqual(known);
        const numbers = new Map(known.map((w, i) => [w, i + 1]));
        for (const other of others) expect(vocabulary.get(other)).toBe(numbers.get(other));
      }),
    );
  });

  it('has the words of all phrases, those that start one before the others', () => {
    const rules = rulesOf(file([rule({ any: ['zebra', 'a b c', 'x b {n}'] })]));
    expect(['zebra', 'a', 'x', 'b', 'c', '{n}'].map((w) => rules.vocabulary.get(w))).toEqual([1, 2, 3, 4, 5, undefined]);
    expect(read(rules, 'Zebra; a b c').hits.count).toBe(2);
  });
});
