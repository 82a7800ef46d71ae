/**
 * Rows that are packed for another thread come out as they went in.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack, unpack } from '../../src/archive/pack.ts';
import { rowsOf, TABLE_NAMES, TABLES, type Cell, type Rows } from '../../src/archive/tables.ts';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { Page } from '../../tools/bench/pages.ts';

const text = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\0', '\ud800'),
);
const number = fc.oneof(fc.constant(null), fc.integer(), fc.double({ noNaN: true }));

const someRows = fc.record(
  Object.fromEntries(
    TABLE_NAMES.map((table) => {
      const cells = Object.entries(TABLES[table]).map(([name, type]) => [
        name,
        type === 'STRING' ? text : number,
      ]);
      return [table, fc.array(fc.record(Object.fromEntries(cells)), { maxLength: 4 })];
    }),
  ),
) as unknown as fc.Arbitrary<Rows>;

/** The cells of a table, column by column. */
function columnsOf(pages: readonly Rows[], table: (typeof TABLE_NAMES)[number]): Cell[][] {
  const rows = pages.flatMap((page): readonly Readonly<Record<string, Cell>>[] => page[table]);
  return Object.keys(TABLES[table]).map((name) => rows.map((row) => row[name] as Cell));
}

test('unpack undoes pack, whatever the cells hold', () => {
  fc.assert(
    fc.property(fc.array(someRows, { maxLength: 4 }), (pages) => {
      const columns = unpack(structuredClone(pages.map(pack)));
      for (const table of TABLE_NAMES) expect(columns[table]).toEqual(columnsOf(pages, table));
    }),
  );
});

test('rows have their cells in the order of the columns', () => {
  const facts = { pageId: 1, id: 'a', url: null, file: 'a', record: 1 };
  const page = { ...facts, published: null, captured: null };
  const rows = rowsOf(page, analyze(new Page(2000).text, rules, {}), rules, true);
  for (const table of TABLE_NAMES) {
    expect(rows[table].length).toBeGreaterThan(0);
    for (const row of rows[table]) expect(Object.keys(row)).toEqual(Object.keys(TABLES[table]));
  }
});
