import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSign, packNumbers, packSymbols, unfoldSign, unpackNumbers, unpackSymbols } from '../../../src/rules/codec/numbers.ts';

describe('packed numbers', () => {
  it('are what was packed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(60), fc.nat(5000), fc.nat(0x7fffffff))), (numbers) => {
        expect([...unpackNumbers(packNumbers(numbers))]).toEqual(numbers);
      }),
    );
  });

  it.each([
    [0, 1],
    [56, 1],
    [57, 2],
    [1994, 2],
    [1995, 3],
    [67_886, 3],
    [67_887, 4],
  ])('%i takes %i characters', (number, length) => {
    expect(packNumbers([number])).toHaveLength(length);
  });

  it('stand in a string as they are', () => {
    const text = packNumbers(Array.from({ length: 10_000 }, (_, i) => i));
    expect(text).toMatch(/^[#-[\]-~]+$/);
    expect(JSON.stringify(text)).toBe(`"${text}"`);
  });
});

describe('packed symbols', () => {
  it('are what was packed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.nat(9), fc.nat(300), fc.nat(0xffffff))), (symbols) => {
        expect([...unpackSymbols(packSymbols(symbols))]).toEqual(symbols);
      }),
    );
  });

  it('take a character each where they are frequent', () => {
    const often = Array.from({ length: 1000 }, (_, i) => 1_000_000 + (i % 50));
    expect(packSymbols(often).length).toBeLessThan(1000 + 1 + 50 * 5);
  });
});

describe('signs', () => {
  it('fold into small numbers, and back', () => {
    expect([0, -1, 1, -2, 2].map(foldSign)).toEqual([0, 1, 2, 3, 4]);
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => unfoldSign(foldSign(n)) === n));
  });
});
