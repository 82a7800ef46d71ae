import fc from 'fast-check';
import { expect, test } from 'vitest';
import { occurrences, places } from '../../src/verify/find.ts';

const words = (text: string): Int32Array => Int32Array.from(text, (char) => char.charCodeAt(0));
const runs = (...texts: readonly string[]): readonly Int32Array[] => texts.map(words);

test('a run is found wherever it stands, overlapping too', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 40 }),
      fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 6 }),
      (text, run) => {
        const expected = [...text].flatMap((_, i) => (text.startsWith(run, i) ? [i] : []));
        expect([...occurrences(words(text), words(run))]).toEqual(expected);
      },
    ),
  );
});

test('a run with an unknown word, and no run, stand nowhere', () => {
  expect(occurrences(words('abc'), Int32Array.of(97, -1))).toHaveLength(0);
  expect(occurrences(words('abc'), Int32Array.of())).toHaveLength(0);
  expect(places(words('abc'), [], [], 9)).toEqual({ starts: [], total: 0 });
});

test.each<[string, readonly string[], readonly number[], readonly (readonly number[])[]]>([
  ['aaaa', ['aa'], [], [[0], [2]]],
  ['ab..c', ['a', 'c'], [3], [[0, 4]]],
  ['ab..c', ['a', 'c'], [2], []],
  ['aaxb', ['a', 'b'], [5], [[1, 3]]],
  [
    'abab',
    ['a', 'b'],
    [5],
    [
      [0, 1],
      [2, 3],
    ],
  ],
  ['a.b.b', ['a', 'b', 'b'], [1, 1], [[0, 2, 4]]],
  [
    'abc abc',
    ['a', 'c'],
    [9],
    [
      [0, 2],
      [4, 6],
    ],
  ],
  ['ab', ['b', 'a'], [9], []],
  ['a......a.b', ['a', 'b'], [2], [[7, 9]]],
])('in %j the runs %j stand, with %j between, at %j', (text, parts, between, starts) => {
  expect(places(words(text), runs(...parts), between, 9)).toEqual({ starts, total: starts.length });
});

test('of many places the first are listed and all are counted', () => {
  expect(places(words('a'.repeat(9)), runs('a'), [], 2)).toEqual({ starts: [[0], [1]], total: 9 });
});
