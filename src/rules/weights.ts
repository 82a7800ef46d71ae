/**
 * Fitted weights, opened into arrays by feature number.
 *
 * A fitted table has weights by the names of features. A bundle has no names, only rows in the order of the sections that
 * the model is made of. The key of a section tells whether the model still has it as it was when the rules were compiled;
 * weights of a section that it no longer has are left out.
 * @module
 */
import { firstWhere } from '../text/search.ts';
import { openCells, type PackedWeights } from './codec/weights.ts';
import type { Weights, WeightTable } from './types.ts';

/** A run of rows that a model reads together. */
export interface Section {
  /** Tells it from the other sections of its model. */
  readonly key: string;
  readonly size: number;
  /** The name that the fitting tool gives to a row. */
  nameOf(row: number): string;
}

/** A section of named rows. */
export function sectionOf(names: readonly string[]): Section {
  return keyed(names.length, (row) => names[row] as string);
}

/** A section with a row for every pair of values: that of pair (i, j) has number `i * second.length + j`. */
export function productOf(prefix: string, first: readonly string[], joint: string, second: readonly string[]): Section {
  const columns = second.length;
  return keyed(
    first.length * columns,
    (row) => `${prefix}=${first[Math.floor(row / columns)]}${joint}${second[row % columns]}`,
  );
}

/**
 * The key is made of the first name, the last one and their number. It is there for the developer who has added a value
 * and not compiled the rules since; to hash all names would take a third of the time in which a model is opened.
 */
function keyed(size: number, nameOf: (row: number) => string): Section {
  return { key: size === 0 ? '' : `${nameOf(0)} to ${nameOf(size - 1)}: ${size}`, size, nameOf };
}

/** The names of all its rows, in order. */
export function namesOf({ size, nameOf }: Section): readonly string[] {
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
 * Fills in the weights that a table has for some sections. A table without one has nothing for it.
 * @param columns names of the columns that the places have
 * @returns for each place, 1 for every row that the table has
 */
export function openWeights(table: Weights | undefined, columns: readonly string[], places: readonly Place[]): readonly Uint8Array[] {
  const present = places.map(({ section }) => new Uint8Array(section.size));
  if (!table) return present;
  const columnOf = table.columns.map((column) => columns.indexOf(column));
  if ('sections' in table) openPacked(table, columnOf, columns.length, places, present);
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
  table: PackedWeights,
  columnOf: readonly number[],
  width: number,
  places: readonly Place[],
  present: readonly Uint8Array[],
): void {
  const { row, column, weight } = openCells(table.cells);
  const placeOf = new Map(places.map(({ section }, p) => [section.key, p]));
  let next = 0;
  let first = 0;
  for (const [key, size] of table.sections) {
    const p = placeOf.get(key) ?? -1;
    const { into, base } = places[p] ?? NOWHERE;
    const rows = present[p] ?? NO_ROWS;
    for (; (row[next] as number) < first + size; next++) {
      const at = (row[next] as number) - first;
      rows[at] = 1;
      const to = columnOf[column[next] as number] as number;
      if (to >= 0) into[base + at * width + to] = (weight[next] as number) / PER_UNIT;
    }
    first += size;
  }
}

/** Where weights of sections go that the model has not: writing outside of a typed array does nothing. */
const NO_ROWS = new Uint8Array(0);
const NOWHERE: Pick<Place, 'into' | 'base'> = { into: new Float64Array(0), base: 0 };
