import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../src/text/fold.ts';
import {
  AFTER_BREAK,
  ALL_CAPS,
  CAMEL,
  CAPITAL,
  GLUED,
  IDEOGRAPH,
  NUMBER_ID,
  NUMERIC,
  UNKNOWN_ID,
  firstWordAfter,
  splitWords,
  vocabularyOf,
  wordsWithin,
  type Words,
} from '../../src/text/words.ts';

function words(text: string, vocabulary: readonly string[] = []): Words {
  const numbers = new Map(['{n}', ...vocabulary].map((word, i) => [word, i]));
  return splitWords(text, fold(text), vocabularyOf(numbers));
}

function shown(text: string): readonly string[] {
  const { count, start, end } = words(text);
  return Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]));
}

const shapes = (text: string): readonly number[] => [...words(text).shape];

describe('splitWords', () => {
  it.each<[string, readonly string[]]>([
    ['l’accord qu’il', ['l’', 'accord', 'qu’', 'il']],
    ["L'accord", ["L'", 'accord']],
    ["D'Angelo L'OCCITANE", ["D'Angelo", "L'OCCITANE"]],
    ["don't l' l'", ["don't", 'l', 'l']],
  ])('cut off where the vocabulary has them with their apostrophe: %s', (text, expected) => {
    const { count, start, end, id } = words(text, ["l'", "qu'", "d'"]);
    expect(Array.from({ length: count }, (_, i) => text.slice(start[i], end[i]))).toEqual(expected);
    if (text.startsWith('l’')) expect([...id]).toEqual([1, UNKNOWN_ID, 2, UNKNOWN_ID]);
  });

  it.each<[string, string, string[]]>([
    ['nothing in nothing', '', []],
    ['nothing in signs', ' … — “” \u0301 \u200d', []],
    ['at hyphens and slashes', 'on-line and/or e-mail', ['on', 'line', 'and', 'or', 'e', 'mail']],
    [
      'with an apostrophe inside',
      "don’t Reed's rock ’n’ roll",
      ['don’t', "Reed's", 'rock', 'n', 'roll'],
    ],
    ['without an apostrophe at the ends', "'workers' rights'", ['workers', 'rights']],
    [
      'with the points of numbers inside',
      '12.5 1,204 10:30 3. v1.2',
      ['12.5', '1,204', '10:30', '3', 'v1.2'],
    ],
    ['not joining number and letter at a point', '3.x 5:a', ['3', 'x', '5', 'a']],
    ['not joining letters at a point', 'U.S. a.m.', ['U', 'S', 'a', 'm']],
    ['with letters after digits', '3k 24h 2nd', ['3k', '24h', '2nd']],
    ['with combining marks inside', 'cafe\u0301s na\u0308ive', ['cafe\u0301s', 'na\u0308ive']],
    [
      'with soft hyphens and joiners inside',
      'news\u00adpaper می\u200cخواهم',
      ['news\u00adpaper', 'می\u200cخواهم'],
    ],
    ['a character of Chinese and Thai each', '你好ไท', ['你', '好', 'ไ', 'ท']],
    ['apart where scripts meet', 'abc字def', ['abc', '字', 'def']],
    ['ideographs with their marks', 'か\u3099な', ['か\u3099', 'な']],
    ['letters beyond the basic plane', '𝐀𝐁 𐐨c 𠮷野', ['𝐀𝐁', '𐐨c', '𠮷', '野']],
    ['around emoji', 'a😀b', ['a', 'b']],
    ['around lone surrogates', 'a\ud83db\udc00c \ud835', ['a', 'b', 'c']],
    ['around NUL and zero-width blanks', 'a\u0000b\u200bc', ['a', 'b', 'c']],
  ])('cuts %s', (_, text, expected) => {
    expect(shown(text)).toEqual(expected);
  });

  it('numbers the words that rules know by their folded form', () => {
    const { id } = words('Don’t SAY Élan 12 7 zebra', ["don't", 'say', 'élan', '7']);
    expect([...id]).toEqual([1, 2, 3, NUMBER_ID, 4, UNKNOWN_ID]);
  });

  it('numbers words whatever vowel points, stretches and soft hyphens they are written with', () => {
    const { id, count } = words('خَبَر خـــبر news\u00adpaper cafe\u0301', [
      'خبر',
      'newspaper',
      'cafe',
    ]);
    expect([count, ...id]).toEqual([4, 1, 1, 2, UNKNOWN_ID]);
  });

  it('tells shapes', () => {
    const bare = (text: string): number => (shapes(text)[0] as number) & ~GLUED;
    expect(bare('word')).toBe(0);
    expect(bare('Word')).toBe(CAPITAL);
    expect(bare('NATO')).toBe(CAPITAL | ALL_CAPS);
    expect(bare('I')).toBe(CAPITAL);
    expect(bare('McCain')).toBe(CAPITAL | CAMEL);
    expect(bare('iPhone')).toBe(CAMEL);
    expect(bare('G7')).toBe(CAPITAL);
    expect(bare('24h')).toBe(NUMERIC);
    expect(bare('字')).toBe(IDEOGRAPH);
  });

  it('glues words that stand near each other', () => {
    const glued = (text: string): boolean => ((shapes(text)[1] as number) & GLUED) !== 0;
    expect(['a b', 'a, b', 'a – b', 'a-b'].map(glued)).toEqual([true, true, true, true]);
    expect(['a    b', 'a . . b'].map(glued)).toEqual([false, false]);
  });

  it('tells where a line broke', () => {
    const breaks = (text: string): readonly boolean[] =>
      shapes(text).map((s) => (s & AFTER_BREAK) !== 0);
    expect(breaks('a b\nc\r\nd\u2028e f')).toEqual([false, false, true, true, true, false]);
  });

  it('holds more words than it reckoned with', () => {
    const text = '字'.repeat(5000);
    const { count, start, end, id, shape } = words(text);
    expect([count, start.length, end.length, id.length, shape.length]).toEqual([
      5000, 5000, 5000, 5000, 5000,
    ]);
    expect([start[4999], end[4999]]).toEqual([4999, 5000]);
  });

  it('yields words in order, apart, within the text, cut from characters of words', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom("'", '’', '.', '12', 'a', '字', '𝐀', '\ud835', '\u0301', ' '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const text = pieces.join('');
        const { count, start, end } = words(text);
        let at = 0;
        for (let i = 0; i < count; i++) {
          expect(start[i]).toBeGreaterThanOrEqual(at);
          at = end[i] as number;
          const word = text.slice(start[i], at);
          expect(word).toMatch(/^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’ʼ.,:]|\u200c|\u200d|\u00ad)*$/u);
        }
        expect(at).toBeLessThanOrEqual(text.length);
        const letters = (s: string): number => s.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
        expect(shown(text).reduce((sum, word) => sum + letters(word), 0)).toBe(letters(text));
      }),
    );
  });
});

describe('looking up words by offset', () => {
  it('agrees with looking at each', () => {
    const text = 'one two,  three—four 字 five';
    const list = words(text);
    for (let offset = -1; offset <= text.length + 1; offset++) {
      const naive = [...list.end].findIndex((end) => end > offset);
      expect(firstWordAfter(list, offset)).toBe(naive < 0 ? list.count : naive);
    }
  });

  it('finds the words of a span', () => {
    const text = 'one two three';
    const list = words(text);
    expect(wordsWithin(list, 0, text.length)).toEqual({ from: 0, to: 3 });
    expect(wordsWithin(list, 4, 7)).toEqual({ from: 1, to: 2 });
    expect(wordsWithin(list, 3, 4)).toEqual({ from: 1, to: 1 });
    expect(wordsWithin(list, 7, 9)).toEqual({ from: 2, to: 3 });
    expect(wordsWithin(list, 13, 13)).toEqual({ from: 3, to: 3 });
  });
});
