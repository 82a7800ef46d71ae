/**
 * The files of an archive. They only grow, a batch at a time, and tell how long they are.
 * @module
 */
import { closeSync, fsyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { headOf, type ArchiveFormat, type LineFormat } from './formats.ts';
import { endOfFile, type PlacedGroup } from './parquet.ts';
import { TABLE_NAMES, type Table } from './tables.ts';
import type { Groups } from './work.ts';

export const ERRORS = 'errors.ndjson';

/** A page that failed. */
export interface Failure {
  readonly page_id: number;
  readonly file: string;
  readonly record: number;
  readonly reason: string;
}

export type TableLines = Readonly<Record<Table, Uint8Array>>;

/** Pages that go into the files together: their lines in each format, and their row groups. */
export interface Batch {
  readonly lines: Partial<Readonly<Record<LineFormat, TableLines>>>;
  readonly groups: Groups;
  readonly failures: readonly Failure[];
}

export type PlacedGroups = Partial<Readonly<Record<Table, PlacedGroup>>>;

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
  add({ lines, groups, failures }: Batch): PlacedGroups {
    const placed: Partial<Record<Table, PlacedGroup>> = {};
    for (const table of TABLE_NAMES) {
      for (const format of ['ndjson', 'csv'] as const) {
        const bytes = lines[format]?.[table];
        if (bytes !== undefined) this.#append(`${table}.${format}`, bytes);
      }
      const group = groups[table];
      if (group === undefined) continue;
      const name = `${table}.parquet`;
      placed[table] = { at: this.#size(name), meta: group.meta };
      this.#append(name, group.bytes);
    }
    this.#append(ERRORS, Buffer.from(failures.map((one) => `${JSON.stringify(one)}\n`).join('')));
    this.#sync();
    return placed;
  }

  /** Ends all files that have an end. */
  finish(groupsOf: (table: Table) => readonly PlacedGroup[]): void {
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
