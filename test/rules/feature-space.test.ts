import { describe, expect, it } from 'vitest';
import { FeatureSpace, namesOf } from '../../src/rules/feature-space.ts';

const SIZES = namesOf(['small', 'large']);
const COLOURS = namesOf(['red', 'green', 'blue']);

describe('FeatureSpace', () => {
  const space = new FeatureSpace();
  const bias = space.flag('bias');
  const size = space.oneOf('size', SIZES);
  const both = space.grid('size+colour', SIZES, COLOURS);
  const words = space.steps('words', [2, 5]);
  const product = space.product('pair', SIZES.list, COLOURS.list);

  it('numbers features in the order in which they are added', () => {
    expect([bias, size.at('small'), both.at('small', 'red'), words.at(0), product]).toEqual([
      0, 1, 3, 9, 12,
    ]);
    expect(space.size).toBe(18);
  });

  it('finds features by their names', () => {
    const name = (feature: number): string => space.nameOf(feature);
    expect(name(bias)).toBe('bias');
    expect(SIZES.list.map((one) => name(size.at(one)))).toEqual(['size=small', 'size=large']);
    for (const row of SIZES.list)
      for (const column of COLOURS.list)
        expect(name(both.at(row, column))).toBe(`size+colour=${row}+${column}`);
    expect(name(product + 5)).toBe('pair=large/blue');
  });

  it('puts counts on the first step that they do not exceed', () => {
    expect([0, 2, 3, 5, 6, 99].map((count) => space.nameOf(words.at(count)))).toEqual([
      'words<=2',
      'words<=2',
      'words<=5',
      'words<=5',
      'words>5',
      'words>5',
    ]);
  });
});

it('numbers of different lists are different types', () => {
  const grid = new FeatureSpace().grid('size+colour', SIZES, COLOURS);
  const { small } = SIZES.numbers;
  const { red, blue } = COLOURS.numbers;
  expect(grid.cell(small, blue)).toBe(grid.at('small', 'blue'));
  // @ts-expect-error: a colour is not a size.
  expect(grid.cell(red, blue)).toBe(grid.cell(small, blue));
});
