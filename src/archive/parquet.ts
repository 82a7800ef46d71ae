/**
 * Parquet that grows: each batch adds a row group, and the last bytes tell where the groups lie. What the library knows of a group is kept
 * as JSON between two batches, so that a file can be gone on with by another process.
 * @module
 */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { TABLES, type Row, type Table } from './tables.ts';

/** The four bytes that the writer begins every file with. */
const MAGIC_BYTES = 4;

type RowGroup = ParquetWriter['row_groups'][number];

interface Columns {
  readonly name: string;
  readonly data: unknown[];
  readonly type: 'STRING' | 'INT32' | 'DOUBLE';
  readonly nullable: true;
  readonly offsetIndex: false;
}

/** A row group, and what to remember of it. */
export interface Group {
  readonly bytes: Uint8Array;
  readonly meta: string;
}

/** @param offset the length of the file so far */
export function groupOf(table: Table, rows: readonly Row[], offset: number): Group {
  const { writer, bytes } = open(table, offset);
  void writer.write({ columnData: columnsOf(table, rows) as never, rowGroupSize: rows.length });
  return { bytes: bytes.getBytes().slice(MAGIC_BYTES), meta: pack(writer.row_groups[0]) };
}

/** What ends a file. @param groups what {@link groupOf} said of each group, in order */
export function endOfFile(table: Table, groups: readonly string[], offset: number): Uint8Array {
  const { writer, bytes } = open(table, offset);
  for (const group of groups) {
    const known = unpack(group);
    writer.row_groups.push(known);
    writer.num_rows += known.num_rows;
  }
  void writer.finish();
  return bytes.getBytes().slice(MAGIC_BYTES);
}

function open(table: Table, offset: number): { writer: ParquetWriter; bytes: ByteWriter } {
  const bytes = new ByteWriter();
  bytes.offset = offset - MAGIC_BYTES;
  const schema = schemaFromColumnData({ columnData: columnsOf(table, []) as never });
  return { writer: new ParquetWriter({ writer: bytes, schema, createdBy: 'copydesk' }), bytes };
}

function columnsOf(table: Table, rows: readonly Row[]): readonly Columns[] {
  return Object.entries(TABLES[table]).map(([name, type], i) => ({
    name,
    data: rows.map((row) => row[i]),
    type,
    nullable: true,
    // An index of pages would have to be kept until the end, and readers do without.
    offsetIndex: false,
  }));
}

/** JSON, with numbers and bytes that JSON does not know. */
function pack(group: RowGroup | undefined): string {
  return JSON.stringify(group, (_, value: unknown) => {
    if (typeof value === 'bigint') return { $int: String(value) };
    if (value instanceof Uint8Array) return { $bytes: Buffer.from(value).toString('base64') };
    return value;
  });
}

function unpack(packed: string): RowGroup {
  return JSON.parse(packed, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const { $int, $bytes } = value as { $int?: string; $bytes?: string };
    if ($int !== undefined) return BigInt($int);
    return $bytes === undefined ? value : new Uint8Array(Buffer.from($bytes, 'base64'));
  }) as RowGroup;
}
