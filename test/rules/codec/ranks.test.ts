import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openRanks, packRanks } from '../../../src/rules/codec/ranks.ts';

describe('ranks', () => {
  it('are smaller for words that are used more', () => {
    const uses = [0, 1, 900, 2, 0, 0, 1, 9];
    expect([...openRanks(packRanks(uses), uses.length)]).toEqual([-1, 3, 0, 2, -1, -1, 4, 1]);
  });

  it('are from 0 on, one for every used word, roughly by use', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constant(0), fc.nat(5), fc.nat(1000))), (uses) => {
        const ranks = [...openRanks(packRanks(uses), uses.length)];
        expect(ranks.map((rank) => rank >= 0)).toEqual(uses.map((used) => used > 0));
        const ranked = ranks.filter((rank) => rank >= 0).sort((a, b) => a - b);
        expect(ranked).toEqual(ranked.map((_, i) => i));
        for (let a = 0; a < uses.length; a++)
          for (let b = 0; b < uses.length; b++) {
            const isFarMore = (uses[a] as number) >= 2 * (uses[b] as number) && (uses[b] as number) > 0 && (uses[b] as number) < 64;
            if (isFarMore) expect(ranks[a]).toBeLessThan(ranks[b] as number);
          }
      }),
    );
  });
});
