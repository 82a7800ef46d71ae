import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Weights, WeightTable } from '../../src/rules/types.ts';
import { openWeights, productOf, sectionOf, type Section } from '../../src/rules/weights.ts';
import { packWeights } from '../../tools/rules/encode/weights.ts';

const COLUMNS = ['x', 'y', 'z'];
const colours = sectionOf(['red', 'green', 'blue', 'grey']);
const sizes = sectionOf(['small', 'large']);
const table: WeightTable = {
  columns: COLUMNS,
  rows: { red: [0, 150, 2, -25], blue: [], grey: [1, 7], large: [2, -1234], gone: [0, 1] },
};

/** The weights of some sections, and which rows there are, as plain lists. */
function opened(from: Weights | undefined, sections: readonly Section[], columns: readonly string[] = COLUMNS): unknown {
  const places = sections.map((section) => ({ section, into: new Float64Array(section.size * columns.length), base: 0 }));
  const present = openWeights(from, columns, places);
  return places.map(({ section, into }, p) => [section.nameOf(0), [...into], [...(present[p] as Uint8Array)]]);
}

describe('weights', () => {
  const packed = packWeights(table, [colours, sizes]);
  const whole = [
    ['red', [1.5, 0, -0.25, 0, 0, 0, 0, 0, 0, 0, 0.07, 0], [1, 0, 1, 1]],
    ['small', [0, 0, 0, 0, 0, -12.34], [0, 1]],
  ];

  it('are the same by name and packed', () => {
    expect(opened(table, [colours, sizes])).toEqual(whole);
    expect(opened(packed, [colours, sizes])).toEqual(whole);
  });

  it('find their sections in any order', () => {
    expect(opened(packed, [sizes, colours])).toEqual(whole.toReversed());
    expect(opened(packed, [sizes])).toEqual([whole[1]]);
  });

  it('go where they belong in columns of another order', () => {
    expect(opened(packed, [sizes], ['z', 'q'])).toEqual([['small', [0, 0, -12.34, 0], [0, 1]]]);
    expect(opened(table, [sizes], ['z', 'q'])).toEqual([['small', [0, 0, -12.34, 0], [0, 1]]]);
  });

  it('start at a base', () => {
    const into = new Float32Array(8);
    openWeights(packed, COLUMNS, [{ section: sizes, into, base: 2 }]);
    expect([...into]).toEqual([0, 0, 0, 0, 0, 0, 0, Math.fround(-12.34)]);
  });

  it('are left out where the section is another one now', () => {
    const grown = sectionOf(['red', 'green', 'blue', 'grey', 'pink']);
    expect(opened(packed, [grown, sizes])).toEqual([['red', Array(15).fill(0), [0, 0, 0, 0, 0]], whole[1]]);
    expect(sectionOf(['red', 'green', 'blue', 'gray']).key).not.toBe(colours.key);
    expect(sectionOf(['rose', 'green', 'blue', 'grey']).key).not.toBe(colours.key);
    expect(productOf('p', ['a'], '/', ['x', 'y']).key).not.toBe(productOf('p', ['a', 'b'], '/', ['x', 'y']).key);
  });

  it('are nothing without a table', () => {
    expect(opened(undefined, [sizes])).toEqual([['small', [0, 0, 0, 0, 0, 0], [0, 0]]]);
  });

  it('may have one column', () => {
    const single: WeightTable = { columns: ['weight'], rows: { red: [0, -3], grey: [0, 300] } };
    const small = packWeights(single, [colours]);
    expect(opened(small, [colours], ['weight'])).toEqual(opened(single, [colours], ['weight']));
  });

  const weight = fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: -9, max: 9 }), fc.integer({ min: -3000, max: 3000 }));
  const row = fc.option(fc.array(weight, { maxLength: 3 }), { nil: undefined });

  it('are what was packed, rows without weights included', () => {
    fc.assert(
      fc.property(fc.array(fc.array(row, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }), (groups) => {
        const sections = groups.map((rows, s) => sectionOf(rows.map((_, r) => `s${s}r${r}`)));
        const rows = groups.flatMap((group, s) =>
          group.flatMap((cells, r) => (cells ? [[`s${s}r${r}`, cells.flatMap((cell, c) => [c, cell])] as const] : [])),
        );
        const named: WeightTable = { columns: COLUMNS, rows: Object.fromEntries(rows) };
        expect(opened(packWeights(named, sections), sections)).toEqual(opened(named, sections));
        expect(opened(packWeights(named, sections), sections.slice(1))).toEqual(opened(named, sections.slice(1)));
      }),
    );
  });
});
