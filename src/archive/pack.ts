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

/** Cells column by column, as Parquet wants them; the columns of all tables one behind the other. */
export interface Pack {
  /** How many rows each table has, in the order of the tables. */
  readonly counts: readonly number[];
  /** Cells with numbers; NaN for null. */
  readonly numbers: Float64Array;
  /** Lengths of the cells with text (UTF-16 units), {@link NULL} or {@link SAME}. */
  readonly lengths: Int32Array;
  /** These cells, joined. */
  readonly text: string;
}

/** For a cell without text. */
const NULL = -1;
/** For a cell with the text of the row above, which most have: labels, speakers. They become one string, which Parquet hashes once. */
const SAME = -2;

/** A column as it goes into Parquet. */
export type Cells = Cell[];

export function pack(rows: Rows): Pack {
  const counts = TABLE_NAMES.map((table) => rows[table].length);
  const numbers = new Float64Array(cellsOf(counts, NUMBERS));
  const lengths = new Int32Array(cellsOf(counts, TEXTS));
  let text = '';
  let number = 0;
  let length = 0;
  for (const table of TABLE_NAMES)
    for (const { name, type } of COLUMNS[table]) {
      let above: Cell = null;
      for (const row of rows[table] as readonly AnyRow[]) {
        const cell = row[name] as Cell;
        if (type !== 'STRING') numbers[number++] = (cell ?? NaN) as number;
        else if (cell === null) lengths[length++] = NULL;
        else if (cell === above) lengths[length++] = SAME;
        else {
          lengths[length++] = (cell as string).length;
          text += cell as string;
          above = cell;
        }
      }
    }
  return { counts, numbers, lengths, text };
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
    const rows = counts[i] as number;
    COLUMNS[table].forEach(({ type }, column) => {
      const cells = tables[table][column] as Cells;
      if (type === 'STRING') {
        at = pushTexts(cells, lengths.subarray(length, length + rows), text, at);
        length += rows;
      } else {
        pushNumbers(cells, numbers.subarray(number, number + rows));
        number += rows;
      }
    });
  });
}

/** @param at where the texts of the cells begin @returns where they end */
function pushTexts(cells: Cells, lengths: Int32Array, text: string, at: number): number {
  let from = at;
  let above: Cell = null;
  for (const size of lengths) {
    if (size >= 0) above = text.slice(from, (from += size));
    cells.push(size === NULL ? null : above);
  }
  return from;
}

function pushNumbers(cells: Cells, numbers: Float64Array): void {
  for (const number of numbers) cells.push(Number.isNaN(number) ? null : number);
}

function mapTables<Value>(of: (table: Table) => Value): Readonly<Record<Table, Value>> {
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, of(table)])) as Record<Table, Value>;
}

interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

type AnyRow = Readonly<Record<string, Cell>>;

const COLUMNS = mapTables((table) =>
  Object.entries<ColumnType>(TABLES[table]).map(([name, type]): Column => ({ name, type })),
);
/** How many columns of text each table has, and of numbers. */
const TEXTS = TABLE_NAMES.map((t) => COLUMNS[t].filter(({ type }) => type === 'STRING').length);
const NUMBERS = TABLE_NAMES.map((t, i) => COLUMNS[t].length - (TEXTS[i] as number));

function cellsOf(counts: readonly number[], columns: readonly number[]): number {
  return counts.reduce((sum, count, i) => sum + count * (columns[i] as number), 0);
}
