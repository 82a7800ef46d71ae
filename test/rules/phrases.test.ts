/**
 * The short way to split a phrase finds what the way of texts does.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import { splitWords, vocabularyOf } from '../../src/text/words.ts';
import { PhraseTable } from '../../tools/rules/phrases.ts';

const table = new PhraseTable(["l'"]);

function asInTexts(phrase: string): readonly string[] {
  const { count, start, end } = splitWords(phrase, fold(phrase), vocabularyOf(new Map()));
  return Array.from({ length: count }, (_, i) => phrase.slice(start[i], end[i]));
}

/** Characters of the scripts and signs that phrases have, those around the ends of each range among them. */
const CHARS = [...'abyz`{ ·ßàöø÷ÿþĀāяюа', ...'аё҂', ...'0-.\'', ...'中あé'];

it('a phrase of any characters is split as a text is, or refused', () => {
  const phrases = fc.array(fc.constantFrom(...CHARS), { minLength: 1, maxLength: 8 }).map((chars) => chars.join(''));
  fc.assert(
    fc.property(phrases, (phrase) => {
      const words = asInTexts(phrase);
      if (fold(phrase) !== phrase || words.length === 0) expect(() => table.words(phrase)).toThrow();
      else expect(table.words(phrase)).toEqual(words);
    }),
    { numRuns: 2000 },
  );
});

it('every letter by itself', () => {
  for (let code = 0x61; code < 0x500; code++) {
    const letter = String.fromCharCode(code);
    if (fold(letter) === letter && asInTexts(letter).length > 0) expect(table.words(letter)).toEqual([letter]);
    else expect(() => table.words(letter), letter).toThrow();
  }
});
