import { describe, expect, it } from 'vitest';
import { findRepeats, type Spoken } from '../../src/quotes/repeats.ts';
import { hashOf } from '../../src/text/hash.ts';

const said = (text: string, speaker = -1): Spoken => ({
  words: text.split(' ').map((word) => hashOf(word)),
  speaker,
});

describe('findRepeats', () => {
  it.each<[string, Spoken[], number[]]>([
    ['the same words', [said('we will not leave today'), said('we will not leave today')], [-1, 0]],
    [
      'a part of them in a headline',
      [said('we will not leave'), said('we will not leave until they listen to us')],
      [-1, 0],
    ],
    [
      'a part of them in a pull quote',
      [said('we will not leave until they listen'), said('not leave until they listen')],
      [-1, 0],
    ],
    [
      'a third time, which is the first once more',
      [said('we will not leave'), said('we will not leave'), said('we will not leave')],
      [-1, 0, 0],
    ],
    [
      'words of somebody known after words of nobody known',
      [said('we will not leave'), said('we will not leave', 0)],
      [-1, 0],
    ],
  ])('links %s', (_, quotes, expected) => {
    expect(findRepeats(quotes)).toEqual(expected);
  });

  it.each<[string, Spoken[]]>([
    ['other words', [said('we will not leave today'), said('the bridge is safe again today')]],
    [
      'the same words of somebody else',
      [said('we will not leave', 0), said('we will not leave', 1)],
    ],
    ['three words', [said('yes we can'), said('yes we can')]],
    [
      'a phrase in common',
      [
        said('one two three four five six seven eight'),
        said('one two three four nine ten eleven twelve'),
      ],
    ],
    ['nothing', []],
  ])('leaves alone %s', (_, quotes) => {
    expect(findRepeats(quotes).every((first) => first === -1)).toBe(true);
  });
});
