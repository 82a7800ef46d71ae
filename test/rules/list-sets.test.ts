import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EMPTY_SET, ListSets } from '../../src/rules/list-sets.ts';

const LISTS = 70;

it('holds what the sets that it was united of hold, however they come', () => {
  const some = fc.uniqueArray(fc.nat(LISTS - 1), { maxLength: 5 });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 200 }), (groups) => {
      const sets = new ListSets(LISTS);
      let set = EMPTY_SET;
      const expected = new Set<number>();
      for (const group of groups) {
        const one = sets.of(group);
        set = sets.union(set, one);
        for (const list of group) expected.add(list);
        const held = Array.from({ length: LISTS }, (_, list) => list);
        expect(held.filter((list) => sets.has(set, list))).toEqual([...expected].sort((a, b) => a - b));
        expect(held.filter((list) => sets.has(one, list))).toEqual([...group].sort((a, b) => a - b));
        // The other way round.
        const turned = sets.union(one, set);
        expect(held.every((list) => sets.has(turned, list) === expected.has(list))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

it('gives the same number to the same union', () => {
  const sets = new ListSets(LISTS);
  const [one, other] = [sets.of([1, 65]), sets.of([2])];
  expect(sets.union(one, other)).toBe(sets.union(one, other));
  expect(sets.union(one, EMPTY_SET)).toBe(one);
  expect(sets.union(one, sets.of([1]))).toBe(one);
  expect(sets.of([])).toBe(EMPTY_SET);
});
