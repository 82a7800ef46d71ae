/**
 * The rows of a page in three pieces that threads hand to each other at the price of copying memory. An object a row would have to be
 * taken apart and built again, twice on its way to Parquet, and that takes longer than writing Parquet does.
 * @module
 */
import {
  TABLE_NAMES,
  TABLES,
  type Cell,
  type ColumnType,
  type Rows,
  type Table,
} from './tables.ts';

/** Cells row by row, in the order of the columns; the rows of all tables one behind the other. */
export interface Pack {
  /** How many rows each table has, in the order of the tables. */
  readonly counts: readonly number[];
  /** Cells with numbers; NaN for null. */
  readonly numbers: Float64Array;
  /** Lengths of the cells with text (UTF-16 units); -1 for null. */
  readonly lengths: Int32Array;
  /** These cells, joined. */
  readonly text: string;
}

/** A column as it goes into Parquet. */
export type Cells = Cell[];

export function pack(rows: Rows): Pack {
  const counts = TABLE_NAMES.map((table) => rows[table].length);
  const numbers = new Float64Array(cellsOf(counts, NUMBERS));
  const lengths = new Int32Array(cellsOf(counts, TEXTS));
  const texts: string[] = [];
  let number = 0;
  let length = 0;
  for (const table of TABLE_NAMES)
    for (const row of rows[table]) {
      const cells = Object.values<Cell>(row);
      COLUMNS[table].forEach((type, column) => {
        const cell = cells[column] ?? null;
        if (type !== 'STRING') numbers[number++] = (cell ?? NaN) as number;
        else {
          lengths[length++] = cell === null ? -1 : (cell as string).length;
          if (cell !== null) texts.push(cell as string);
        }
      });
    }
  return { counts, numbers, lengths, text: texts.join('') };
}

/** The columns of all tables, with the rows of all packs one behind the other. */
export function unpack(packs: readonly Pack[]): Readonly<Record<Table, readonly Cells[]>> {
  const tables = mapTables((table) => COLUMNS[table].map((): Cells => []));
  for (const one of packs) unpackInto(tables, one);
  return tables;
}

function unpackInto(
  tables: Readonly<Record<Table, readonly Cells[]>>,
  { counts, numbers, lengths, text }: Pack,
): void {
  let number = 0;
  let length = 0;
  let at = 0;
  TABLE_NAMES.forEach((table, i) => {
    for (let row = 0; row < (counts[i] as number); row++)
      COLUMNS[table].forEach((type, column) => {
        const cells = tables[table][column] as Cells;
        if (type === 'STRING') {
          const size = lengths[length++] as number;
          cells.push(size < 0 ? null : text.slice(at, (at += size)));
        } else {
          const cell = numbers[number++] as number;
          cells.push(Number.isNaN(cell) ? null : cell);
        }
      });
  });
}

function mapTables<Value>(of: (table: Table) => Value): Readonly<Record<Table, Value>> {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, of(table)])) as Record<Table, Value>;
}

/** Types of columns. */
const COLUMNS = mapTables((table) => Object.values<ColumnType>(TABLES[table]));
/** How many columns of text each table has, and of numbers. */
const TEXTS = TABLE_NAMES.map((t) => COLUMNS[t].filter((type) => type === 'STRING').length);
const NUMBERS = TABLE_NAMES.map((t, i) => COLUMNS[t].length - (TEXTS[i] as number));

function cellsOf(counts: readonly number[], columns: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + count * (columns[i] as number), 0);
}
