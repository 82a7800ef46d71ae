import { expect, test } from 'vitest';
import { batchesOf, quotesIn } from '../../src/page/quote-list.ts';

test.each([
  ['', []],
  [' \n\n ', []],
  ['one', ['one']],
  ['one\ntwo\r\nthree', ['one', 'two', 'three']],
  ['one\nand on\n\ntwo', ['one\nand on', 'two']],
  ['one\r\n \t\r\ntwo\n\n\n\nthree\n', ['one', 'two', 'three']],
])('%j', (text, quotes) => {
  expect(quotesIn(text)).toEqual(quotes);
});

test('requests hold what the service takes, in order', () => {
  const many = Array.from({ length: 120 }, (_, i) => `quote ${i}`);
  expect(batchesOf(many).map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(batchesOf(many).flat()).toEqual(many);
  const long = Array.from({ length: 7 }, () => 'x'.repeat(4000));
  expect(batchesOf(long).map(({ length }) => length)).toEqual([5, 2]);
  expect(batchesOf([])).toEqual([]);
});
