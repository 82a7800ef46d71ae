import { describe, expect, it } from 'vitest';
import type { SegmentRule } from '../../../src/rules/types.ts';
import { fillUnfitted } from '../../../src/segments/model/backoff.ts';

const line = (id: string): SegmentRule => ({ id, kind: 'ads/house', match: 'line' });

/** Rows of two kinds; the rule's own is the second. Those given are fitted. */
function filled(
  rules: readonly SegmentRule[],
  given: readonly (readonly [number, number] | null)[],
) {
  const rows = Float32Array.from(given.flatMap((row) => row ?? [0, 0]));
  const fitted = Uint8Array.from(given, (row) => (row ? 1 : 0));
  fillUnfitted(rules, fitted, new Uint8Array(rules.length).fill(1), rows, () => 5);
  return rules.map((_, i) => [rows[2 * i], rows[2 * i + 1]]);
}

describe('fillUnfitted', () => {
  it('takes the mean of fitted rules of the same sort, and half as much again for its own kind', () => {
    const rules = ['a', 'b', 'c', 'd'].map(line);
    const given = [[0, 1], [3, 2], [0, 6], null] as const;
    expect(filled(rules, given)).toEqual([
      [0, 1],
      [3, 2],
      [0, 6],
      [1, 4.5],
    ]);
  });

  it('takes the prior where few of the sort are fitted', () => {
    const certain: SegmentRule = { ...line('d'), certain: true };
    const rules = [...['a', 'b', 'c'].map(line), certain];
    expect(filled(rules, [[0, 1], [0, 2], [0, 6], null])[3]).toEqual([0, 5]);
  });

  it('takes what a publisher’s rule states, whatever was fitted, and nothing of it for others', () => {
    const own: SegmentRule = { ...line('p'), weight: 5 };
    const rules = [...['a', 'b', 'c'].map(line), own, line('d')];
    const given = [[0, 1], [3, 2], [0, 6], [7, 100], null] as const;
    expect(filled(rules, given).slice(3)).toEqual([
      [0, 5],
      [1, 4.5],
    ]);
  });

  it('leaves fitted rows alone, those of nothing but zeros too', () => {
    const rules = ['a', 'b', 'c', 'd'].map(line);
    expect(
      filled(rules, [
        [0, 1],
        [0, 2],
        [0, 6],
        [0, 0],
      ])[3],
    ).toEqual([0, 0]);
  });
});
