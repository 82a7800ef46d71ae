/**
 * The tables of an archive, read again.
 * @module
 */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { FileError } from './files.ts';
import type { Cell, Table } from './tables.ts';

export type Read = Readonly<Record<string, Cell>>;

/** The rows of a table, from NDJSON or else Parquet, a few at a time. @throws {FileError} where the folder has neither. */
export async function* rowsIn(folder: string, table: Table): AsyncGenerator<Read> {
  const path = (format: string): string => join(folder, `${table}.${format}`);
  if (existsSync(path('ndjson'))) {
    const input = createReadStream(path('ndjson'));
    for await (const line of createInterface({ input, crlfDelay: Infinity }))
      if (line !== '') yield JSON.parse(line) as Read;
    return;
  }
  if (!existsSync(path('parquet')))
    throw new FileError(`${folder} has no tables of copydesk archive (NDJSON or Parquet)`);
  const file = await asyncBufferFromFile(path('parquet'));
  const metadata = await parquetMetadataAsync(file);
  let start = 0;
  for (const { num_rows } of metadata.row_groups) {
    const end = start + Number(num_rows);
    yield* (await parquetReadObjects({ file, metadata, rowStart: start, rowEnd: end })) as Read[];
    start = end;
  }
}
