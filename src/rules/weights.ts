/**
 * Fitted weights, opened into arrays by feature number.
 *
 * A bundle holds them without names: in the order of the sections that the model is made of. The key of a section tells
 * whether the model still has it as it was when the rules were compiled; weights of one that it has not are left out.
 * @module
 */
import { firstWhere } from '../text/search.ts';
import { foldSign, packNumbers, packSymbols, unfoldSign, unpackNumbers, unpackSymbols } from './codec/numbers.ts';
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
  return keyed({ size: names.length, nameOf: (row) => names[row] as string }, names);
}

/** A section with a row for every pair of values: that of pair (i, j) has number `i * second.length + j`. */
export function productOf(prefix: string, first: readonly string[], joint: string, second: readonly string[]): Section {
  const columns = second.length;
  const nameOf = (row: number): string => `${prefix}=${first[Math.floor(row / columns)]}${joint}${second[row % columns]}`;
  return keyed({ size: first.length * columns, nameOf }, [prefix, ...first, joint, ...second]);
}

/** Keys, like the names of pairs, are made when asked for: there are thousands, and the program has to start. */
function keyed(rows: Pick<Section, 'size' | 'nameOf'>, names: readonly string[]): Section {
  let key: string | undefined;
  return {
    ...rows,
    get key() {
      return (key ??= keyOf(names));
    },
  };
}

function keyOf(names: readonly string[]): string {
  let check = names.length;
  for (const name of names) {
    for (let i = 0; i < name.length; i++) check = (Math.imul(check, 31) + name.charCodeAt(i)) | 0;
    check = Math.imul(check, 31);
  }
  return (check >>> 0).toString(36);
}

/** The names of all its rows, in order. */
function namesOf({ size, nameOf }: Section): readonly string[] {
  return Array.from({ length: size }, (_, row) => nameOf(row));
}

/** A section, and the number of its first row where sections follow each other. */
export interface Group {
  readonly section: Section;
  readonly base: number;
}

/** Sections one after the other, whose rows are numbered through. */
export class Groups {
  readonly all: Group[] = [];
  #size = 0;

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /** Adds a section; answers the number of its first row. */
  add(section: Section): number {
    const base = this.#size;
    this.all.push({ section, base });
    this.#size += section.size;
    return base;
  }
}

/** The name of a row by its number over all groups, which stand in the order of their numbers. */
export function nameIn(groups: readonly Group[], number: number): string {
  const next = firstWhere(groups.length, (g) => (groups[g] as Group).base > number);
  const { section, base } = groups[next - 1] as Group;
  return section.nameOf(number - base);
}

/** The names of all rows of the groups, in order. */
export function namesIn(groups: readonly Group[]): readonly string[] {
  return groups.flatMap(({ section }) => namesOf(section));
}

/** Where the weights of a section go: row `r`, column `c` to `into[base + r * columns + c]`. */
export interface Place {
  readonly section: Section;
  readonly into: Float32Array | Float64Array;
  readonly base: number;
}

const PER_UNIT = 100;

/**
 * The table without names: all cells of a section row by row, weights, and runs of cells that have none. Rows of sections
 * not given are dropped, and so are sections without rows.
 */
export function packWeights(
  { columns, languages, rows }: WeightTable,
  sections: readonly Section[],
): PackedWeights {
  const cells: number[] = [];
  const empty: number[] = [];
  const units: number[] = [];
  const filled = sections.filter((section) => hasRows(section, rows));
  let others = 0;
  for (const section of filled) {
    const matrix = new Int32Array(section.size * columns.length);
    for (let row = 0; row < section.size; row++) {
      const pairs = rows[section.nameOf(row)];
      const isEmpty = pairs?.every((number, i) => i % 2 === 0 || number === 0) ?? false;
      if (isEmpty) empty.push(others);
      others = isEmpty ? 0 : others + 1;
      const told = pairs ?? [];
      for (let i = 0; i < told.length; i += 2)
        matrix[row * columns.length + (told[i] as number)] = told[i + 1] as number;
    }
    const unit = matrix.reduce(divisor, 0) || 1;
    units.push(unit);
    packCells(matrix.map((weight) => weight / unit), cells);
  }
  return {
    columns,
    ...(languages ? { languages } : {}),
    sections: filled.map(({ key, size }, i) => [key, size, units[i] as number]),
    cells: packSymbols(cells),
    empty: packNumbers(empty),
  };
}

/** The greatest common divisor. */
function divisor(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : divisor(b, a % b);
}

function hasRows(section: Section, rows: WeightTable['rows']): boolean {
  return namesOf(section).some((name) => rows[name]);
}

/** A weight as an odd number, a run of cells without one as an even number. */
function packCells(matrix: Int32Array, into: number[]): void {
  let without = 0;
  for (const weight of matrix) {
    if (weight !== 0 && without > 0) into.push(without * 2);
    if (weight !== 0) into.push(foldSign(weight) * 2 + 1);
    without = weight === 0 ? without + 1 : 0;
  }
  if (without > 0) into.push(without * 2);
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
  if ('cells' in table) openPacked(table, columnOf, columns.length, places, present);
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
  { columns, sections, cells, empty }: PackedWeights,
  columnOf: readonly number[],
  width: number,
  places: readonly Place[],
  present: readonly Uint8Array[],
): void {
  const symbols = unpackSymbols(cells);
  const empties = unpackNumbers(empty);
  let next = 0;
  let emptied = 0;
  let untilEmpty = empties[0] ?? Infinity;
  for (const [key, size, unit] of sections) {
    const p = places.findIndex(({ section }) => section.key === key);
    const { into, base } = places[p] ?? NOWHERE;
    const rows = present[p] ?? NO_ROWS;
    const all = size * columns.length;
    for (let cell = 0; cell < all; ) {
      const symbol = symbols[next++] as number;
      if ((symbol & 1) === 0) {
        cell += symbol >> 1;
        continue;
      }
      const column = cell % columns.length;
      const row = (cell - column) / columns.length;
      rows[row] = 1;
      const to = columnOf[column] as number;
      if (to >= 0) into[base + row * width + to] = (unfoldSign(symbol >> 1) * unit) / PER_UNIT;
      cell++;
    }
    for (; untilEmpty < size; untilEmpty += 1 + (empties[++emptied] ?? Infinity)) rows[untilEmpty] = 1;
    untilEmpty -= size;
  }
}

/** Where weights of sections go that the model has not: writing outside of a typed array does nothing. */
const NO_ROWS = new Uint8Array(0);
const NOWHERE: Pick<Place, 'into' | 'base'> = { into: new Float64Array(0), base: 0 };
