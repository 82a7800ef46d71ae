/**
 * Fitted weights, opened into arrays by feature number.
 *
 * A bundle holds them without names: in the order of the sections that the model is made of. The key of a section tells
 * whether the model still has it as it was when the rules were compiled; weights of one that it has not are left out.
 * @module
 */
import { foldSign, packNumbers, unfoldSign, Unpacker } from './pack.ts';
import type { PackedWeights, Weights, WeightTable } from './types.ts';

/** A run of rows that a model reads together. */
export interface Section {
  readonly key: string;
  readonly size: number;
  /** The name that the fitting tool gives to a row. */
  nameOf(row: number): string;
}

/** A section of named rows. Its key changes with their number, and as good as always with their names. */
export function sectionOf(names: readonly string[]): Section {
  let check = 0;
  for (const name of names) check = (Math.imul(check, 31) + name.length) | 0;
  return { key: `${names[0]} ${names.length} ${check >>> 0}`, size: names.length, nameOf: (row) => names[row] as string };
}

/** Where the weights of a section go: row `r`, column `c` to `into[base + r * columns + c]`. */
export interface Place {
  readonly section: Section;
  readonly into: Float32Array | Float64Array;
  readonly base: number;
}

const PER_UNIT = 100;

/** The table without names. Rows of sections not given are dropped, and so are sections without rows. */
export function packWeights(table: WeightTable, sections: readonly Section[]): PackedWeights {
  const { columns, rows } = table;
  const filled = sections.filter((section) => hasRows(section, rows));
  const packed = filled.map((section) => packSection(section, rows, columns.length === 1));
  return {
    columns,
    sections: filled.map(({ key }) => key),
    packed: packNumbers(packed.flat()),
  };
}

function hasRows(section: Section, rows: WeightTable['rows']): boolean {
  for (let row = 0; row < section.size; row++) if (rows[section.nameOf(row)]) return true;
  return false;
}

/** How many rows there are; for each, how many absent ones stand before it, its pairs' number, and the pairs. */
function packSection(section: Section, rows: WeightTable['rows'], single: boolean): readonly number[] {
  const numbers = [0];
  let expected = 0;
  for (let row = 0; row < section.size; row++) {
    const pairs = rows[section.nameOf(row)];
    if (!pairs) continue;
    numbers[0] = (numbers[0] as number) + 1;
    numbers.push(row - expected);
    expected = row + 1;
    if (single) numbers.push(foldSign(pairs[1] ?? 0));
    else packPairs(pairs, numbers);
  }
  return numbers;
}

function packPairs(pairs: readonly number[], numbers: number[]): void {
  numbers.push(pairs.length / 2);
  let expected = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    const column = pairs[i] as number;
    if (column < expected) throw new Error('columns of a weight table must ascend');
    numbers.push(column - expected, foldSign(pairs[i + 1] as number));
    expected = column + 1;
  }
}

/**
 * Fills in the weights that a table has for some sections. A table without one has nothing for it.
 * @param columns names of the columns that the places have
 * @returns for each place, 1 for every row that the table has
 */
export function openWeights(table: Weights | undefined, columns: readonly string[], places: readonly Place[]): readonly Uint8Array[] {
  const present = places.map(({ section }) => new Uint8Array(section.size));
  if (!table) return present;
  const columnOf = table.columns.map((column) => columns.indexOf(column));
  if ('packed' in table) openPacked(table, columnOf, columns.length, places, present);
  else openNamed(table, columnOf, columns.length, places, present);
  return present;
}

function openNamed(
  { rows }: WeightTable,
  columnOf: readonly number[],
  width: number,
  places: readonly Place[],
  present: readonly Uint8Array[],
): void {
  places.forEach(({ section, into, base }, p) => {
    for (let row = 0; row < section.size; row++) {
      const pairs = rows[section.nameOf(row)];
      if (!pairs) continue;
      (present[p] as Uint8Array)[row] = 1;
      for (let i = 0; i < pairs.length; i += 2) {
        const column = columnOf[pairs[i] as number] ?? -1;
        if (column >= 0) into[base + row * width + column] = (pairs[i + 1] as number) / PER_UNIT;
      }
    }
  });
}

function openPacked(
  { sections, packed }: PackedWeights,
  columnOf: readonly number[],
  width: number,
  places: readonly Place[],
  present: readonly Uint8Array[],
): void {
  const numbers = new Unpacker(packed);
  const single = columnOf.length === 1;
  for (const key of sections) {
    const p = places.findIndex(({ section }) => section.key === key);
    const place = places[p];
    const rows = present[p];
    let row = -1;
    for (let left = numbers.next(); left > 0; left--) {
      row += 1 + numbers.next();
      if (rows) rows[row] = 1;
      const at = place ? place.base + row * width : 0;
      let column = -1;
      for (let pairs = single ? 1 : numbers.next(); pairs > 0; pairs--) {
        column += 1 + (single ? 0 : numbers.next());
        const weight = unfoldSign(numbers.next()) / PER_UNIT;
        const to = columnOf[column] as number;
        if (place && to >= 0) place.into[at + to] = weight;
      }
    }
  }
}
