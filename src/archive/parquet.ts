/**
 * Parquet that grows: each batch adds a row group, and the last bytes tell where the groups lie. What the library knows of a group is kept
 * as JSON between two batches, so that a file can be gone on with by another process. A group is made by a thread, which does not know where
 * in the file it will lie: offsets count from its own beginning until the file ends.
 * @module
 */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer';
import { TABLES, type Cell, type ColumnType, type Table } from './tables.ts';

/** The four bytes that the writer begins every file with. */
const MAGIC_BYTES = 4;

type RowGroup = ParquetWriter['row_groups'][number];

interface Column {
  readonly name: string;
  readonly data: readonly Cell[];
  readonly type: ColumnType;
  readonly nullable: true;
  readonly offsetIndex: false;
  readonly encoding?: 'PLAIN';
  readonly statistics?: false;
  readonly codec?: 'UNCOMPRESSED';
}

/** A row group, and what to remember of it. */
export interface Group {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly meta: string;
}

/** A group in its file. */
export interface PlacedGroup {
  /** Where it begins, in bytes. */
  readonly at: number;
  readonly meta: string;
}

/** @param columns the cells of each */
export function groupOf(table: Table, columns: readonly (readonly Cell[])[]): Group {
  const { writer, bytes } = open(table, 0);
  const rowGroupSize = columns[0]?.length ?? 0;
  void writer.write({ columnData: columnsOf(table, columns) as never, rowGroupSize });
  return { bytes: bytes.getBytes().slice(MAGIC_BYTES), meta: pack(writer.row_groups[0]) };
}

/** What ends a file. @param groups in order */
export function endOfFile(
  table: Table,
  groups: readonly PlacedGroup[],
  offset: number,
): Uint8Array {
  const { writer, bytes } = open(table, offset);
  for (const { at, meta } of groups) {
    const known = placed(unpack(meta), BigInt(at));
    writer.row_groups.push(known);
    writer.num_rows += known.num_rows;
  }
  void writer.finish();
  return bytes.getBytes().slice(MAGIC_BYTES);
}

function placed(group: RowGroup, at: bigint): RowGroup {
  const columns = group.columns.map((column) => {
    const { file_offset, meta_data } = column;
    if (!meta_data) return column;
    const { data_page_offset, dictionary_page_offset } = meta_data;
    return {
      ...column,
      file_offset: file_offset + at,
      meta_data: {
        ...meta_data,
        data_page_offset: data_page_offset + at,
        ...(dictionary_page_offset === undefined
          ? {}
          : { dictionary_page_offset: dictionary_page_offset + at }),
      },
    };
  });
  return { ...group, columns };
}

function open(table: Table, offset: number): { writer: ParquetWriter; bytes: ByteWriter } {
  const bytes = new ByteWriter();
  bytes.offset = offset - MAGIC_BYTES;
  const schema = schemaFromColumnData({ columnData: columnsOf(table, []) as never });
  return { writer: new ParquetWriter({ writer: bytes, schema, createdBy: 'copydesk' }), bytes };
}

/** Cells that hardly ever come twice: a dictionary of them is looked for in vain. */
const UNIQUE: ReadonlySet<string> = new Set([
  'id',
  'url',
  'headline',
  'length',
  'start',
  'end',
  'text',
  'content',
  'fingerprint',
]);

/** Hexadecimal digits of hashes: the compressor looks for what comes again, and nothing does. */
const RANDOM: ReadonlySet<string> = new Set(['fingerprint']);

/** Cells by whose least and greatest a reader can pass over a group; of others they say nothing. */
const ORDERED: ReadonlySet<string> = new Set(['page_id', 'file', 'published', 'year', 'captured']);

function columnsOf(table: Table, columns: readonly (readonly Cell[])[]): readonly Column[] {
  return Object.entries(TABLES[table]).map(([name, type], i) => ({
    name,
    data: columns[i] ?? [],
    type,
    nullable: true,
    // An index of pages would have to be kept until the end, and readers do without.
    offsetIndex: false,
    ...(UNIQUE.has(name) ? { encoding: 'PLAIN' as const } : {}),
    ...(RANDOM.has(name) ? { codec: 'UNCOMPRESSED' as const } : {}),
    ...(ORDERED.has(name) ? {} : { statistics: false as const }),
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
