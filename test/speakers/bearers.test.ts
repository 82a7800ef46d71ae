import { describe, expect, it } from 'vitest';
import { BearersByName } from '../../src/speakers/bearers.ts';

/** So many bearers of one name, introduced ten words apart. */
function bearers(count: number): {
  readonly names: BearersByName<{ readonly id: number }>;
  readonly all: readonly { readonly id: number }[];
} {
  const names = new BearersByName<{ readonly id: number }>();
  const all = Array.from({ length: count }, (_, id) => ({ id }));
  all.forEach((one, i) => names.add('hale', one, 10 * i));
  return { names, all };
}

const ids = (list: readonly { readonly id: number }[]): readonly number[] =>
  list.map(({ id }) => id);

describe('the bearers of a name', () => {
  it.each([0, 1, 2, 40])('are all given where there are few: %i', (count) => {
    const { names, all } = bearers(count);
    expect(names.last('hale')).toEqual(all);
    expect(names.before('hale', 15)).toEqual(all);
    expect(names.last('reed')).toEqual([]);
  });

  it('are each given once, however often they are added', () => {
    const { names, all } = bearers(30);
    for (const one of all) names.add('hale', one, 1000);
    expect(names.last('hale')).toEqual(all);
  });

  it('are those introduced last before a word where there are many', () => {
    const { names } = bearers(1000);
    expect(ids(names.before('hale', 5001))).toEqual(Array.from({ length: 40 }, (_, i) => 461 + i));
    expect(ids(names.before('hale', 0))).toEqual([0]);
    expect(ids(names.last('hale'))).toEqual(Array.from({ length: 40 }, (_, i) => 960 + i));
  });
});
