import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWordTable } from '../../../src/rules/codec/vocabulary.ts';
import { packVocabulary } from '../../../tools/rules/encode/vocabulary.ts';

describe('a packed vocabulary', () => {
  it('is laid out as the drawing says', () => {
    const { text, starts, slots } = openWordTable(packVocabulary(['{n}', 'said', 'to', 'in', 'court']));
    expect(text).toBe('{n}\nsaid\nto\nin\ncourt');
    expect([...starts]).toEqual([0, 4, 9, 12, 15, 21]);
    expect([...slots].filter((number) => number !== 0).sort()).toEqual([1, 2, 3, 4]);
  });

  it('has a power of two of slots, of which at most two in three are taken', () => {
    fc.assert(
      fc.property(fc.nat(300), (count) => {
        const words = Array.from({ length: count + 1 }, (_, i) => `w${i}`);
        const { slots } = openWordTable(packVocabulary(words));
        expect(Math.log2(slots.length) % 1).toBe(0);
        expect(slots.filter((number) => number !== 0)).toHaveLength(count);
        expect(slots.length).toBeGreaterThanOrEqual(count * 1.5);
      }),
    );
  });
});
