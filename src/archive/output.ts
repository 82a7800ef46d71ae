/**
 * The files of an archive. They only grow, a batch at a time, and tell how long they are.
 * @module
 */
import { closeSync, fsync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
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
  /** Has grown since it was last on the disk. */
  isNew: boolean;
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
      this.#files.set(name, { descriptor, size, isNew: false });
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

  /** Adds a batch, and resolves when it is on the disk. What is remembered of it must be kept for {@link finish}. */
  async add({ lines, groups, failures }: Batch): Promise<PlacedGroups> {
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
    await this.#sync();
    return placed;
  }

  /** Ends all files that have an end. */
  async finish(groupsOf: (table: Table) => readonly PlacedGroup[]): Promise<void> {
    if (this.#formats.includes('parquet'))
      for (const table of TABLE_NAMES) {
        const name = `${table}.parquet`;
        this.#append(name, endOfFile(table, groupsOf(table), this.#size(name)));
      }
    await this.#sync();
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
    if (bytes.length > 0) file.isNew = true;
  }

  /** Disks are slow: all files at once, while pages go on. */
  async #sync(): Promise<void> {
    const files = [...this.#files.values()].filter(({ isNew }) => isNew);
    for (const file of files) file.isNew = false;
    await Promise.all(files.map(({ descriptor }) => promisify(fsync)(descriptor)));
  }
}
