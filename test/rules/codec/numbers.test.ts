import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openNumbers } from '../../../src/rules/codec/numbers.ts';
import { packNumbers } from '../../../tools/rules/encode/numbers.ts';

describe('lists of numbers', () => {
  const sized = fc.oneof(fc.nat(255), fc.nat(65_535), fc.integer({ min: -32_768, max: 32_767 }), fc.integer());

  it('are what was packed', () => {
    fc.assert(
      fc.property(fc.array(sized), (numbers) => {
        expect([...openNumbers(packNumbers(numbers))]).toEqual(numbers);
      }),
    );
  });

  it.each([
    [[], 'u8:'],
    [[0, 1, 2], 'u8:AAEC'],
    [[255], 'u8:/w=='],
    [[256], 'u16:AAE='],
    [[-1, 255], 'i16:////AA=='],
    [[-1, 40_000], 'i32://///0CcAAA='],
    [[65_536], 'i32:AAABAA=='],
  ])('%j is %s, in the narrowest type', (numbers, text) => {
    expect(packNumbers(numbers)).toBe(text);
  });

  it('have memory of their own, as long as they are', () => {
    const opened = openNumbers(packNumbers([300, 2]));
    expect([opened.byteOffset, opened.buffer.byteLength]).toEqual([0, 4]);
  });

  it.each([[[0.5]], [[2 ** 31]], [[-(2 ** 31) - 1]], [[Number.NaN]]])('cannot hold %j', (numbers) => {
    expect(() => packNumbers(numbers)).toThrow(RangeError);
  });

  it.each(['', 'AAEC', 'u64:AAEC', 'constructor:AAEC'])('are not in "%s"', (text) => {
    expect(() => openNumbers(text)).toThrow('no list of numbers');
  });
});
