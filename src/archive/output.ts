/**
 * The files of an archive. They only grow, a batch at a time, and tell how long they are.
 * @module
 */
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { headOf, type ArchiveFormat } from './formats.ts';
import { endOfFile, groupOf } from './parquet.ts';
import { TABLE_NAMES, type Row, type Table } from './tables.ts';
import type { Done } from './worker.ts';

export const ERRORS = 'errors.ndjson';

/** A page that failed. */
export interface Failure {
  readonly page_id: number;
  readonly file: string;
  readonly record: number;
  readonly reason: string;
}

/** Pages that go into the files together. */
export interface Batch {
  readonly done: readonly Done[];
  readonly failures: readonly Failure[];
}

export type Groups = Partial<Record<Table, string>>;

interface OpenFile {
  readonly descriptor: number;
  size: number;
}

export class Output {
  readonly #files = new Map<string, OpenFile>();
  readonly #formats: readonly ArchiveFormat[];

  /** Opens all files, cut to these sizes; those without one are begun. */
  constructor(
    folder: string,
    formats: readonly ArchiveFormat[],
    sizes: Readonly<Record<string, number>>,
  ) {
    this.#formats = formats;
    const open = (name: string, head: string): void => {
      const descriptor = openSync(join(folder, name), 'a');
      const size = sizes[name] ?? 0;
      ftruncateSync(descriptor, size);
      this.#files.set(name, { descriptor, size });
      if (size === 0) this.#append(name, Buffer.from(head));
    };
    for (const format of formats)
      for (const table of TABLE_NAMES) open(`${table}.${format}`, headOf(format, table));
    open(ERRORS, '');
  }

  /** Lengths of all files, in bytes. */
  get sizes(): Record<string, number> {
    return Object.fromEntries([...this.#files].map(([name, { size }]) => [name, size]));
  }

  /** Adds a batch. What is remembered of it must be kept for {@link finish}. */
  add({ done, failures }: Batch): Groups {
    const groups: Groups = {};
    for (const format of this.#formats)
      for (const table of TABLE_NAMES) {
        const name = `${table}.${format}`;
        if (format !== 'parquet') {
          const lines = done.map((page) => page.lines[format]?.[table] ?? '').join('');
          this.#append(name, Buffer.from(lines));
          continue;
        }
        const rows: readonly Row[] = done.flatMap((page) => page.rows?.[table] ?? []);
        if (rows.length === 0) continue;
        const { bytes, meta } = groupOf(table, rows, this.#size(name));
        this.#append(name, bytes);
        groups[table] = meta;
      }
    this.#append(ERRORS, Buffer.from(failures.map((one) => `${JSON.stringify(one)}\n`).join('')));
    this.#sync();
    return groups;
  }

  /** Ends all files that have an end. */
  finish(groupsOf: (table: Table) => readonly string[]): void {
    if (this.#formats.includes('parquet'))
      for (const table of TABLE_NAMES) {
        const name = `${table}.parquet`;
        this.#append(name, endOfFile(table, groupsOf(table), this.#size(name)));
      }
    this.#sync();
  }

  close(): void {
    for (const { descriptor } of this.#files.values()) closeSync(descriptor);
  }

  #size(name: string): number {
    return (this.#files.get(name) as OpenFile).size;
  }

  #append(name: string, bytes: Uint8Array): void {
    const file = this.#files.get(name) as OpenFile;
    for (let at = 0; at < bytes.length;) at += writeSync(file.descriptor, bytes, at);
    file.size += bytes.length;
  }

  #sync(): void {
    for (const { descriptor } of this.#files.values()) fsyncSync(descriptor);
  }
}
