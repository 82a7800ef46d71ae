import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similar } from '../../src/speakers/spelling.ts';

/** Edit distance by the textbook's table, to compare with. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1));
    }
    row = next;
  }
  return row[b.length] as number;
}

describe('spelling variants', () => {
  it('are at most two edits apart, alike at the start and long', () => {
    const tail = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(tail, tail, (one, other) => {
        const [a, b] = [`hale${one}`, `hale${other}`];
        const isLong = Math.min(a.length, b.length) >= 6;
        expect(similar(a, b)).toBe(a === b || (isLong && distance(a, b) <= 2));
      }),
    );
  });

  it('are never told by other beginnings, or by short names', () => {
    expect(similar('zelensky', 'zelenskiy')).toBe(true);
    expect(similar('zelensky', 'belensky')).toBe(false);
    expect(similar('reed', 'reid')).toBe(false);
  });
});
