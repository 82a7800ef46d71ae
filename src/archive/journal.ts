/**
 * How far a run has come: a line for each batch that lies in the files for good. What the files have beyond the last line was being written
 * when the run was killed, and is cut off before it goes on.
 * @module
 */
import { closeSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import type { PlacedGroup } from './parquet.ts';
import type { Table } from './tables.ts';

/** What a run is about: another one must not go on with its files. */
export interface RunIdentity {
  readonly engine: string;
  readonly rulesVersion: string;
  /** Options and formats. */
  readonly settings: string;
  /** A hash of the names and sizes of all files. */
  readonly inputs: string;
}

export interface Entry {
  /** Pages so far, those with errors among them. */
  readonly pages: number;
  readonly errors: number;
  /** The last page: the number of its file, from 0, and its number in it, from 1. */
  readonly file: number;
  readonly record: number;
  /** Lengths of all files, in bytes. */
  readonly sizes: Readonly<Record<string, number>>;
  /** What Parquet remembers of the batch. */
  readonly groups?: Partial<Readonly<Record<Table, PlacedGroup>>>;
  readonly done?: true;
}

export const NOTHING: Entry = { pages: 0, errors: 0, file: 0, record: 0, sizes: {} };

/** The folder belongs to a run of other inputs, options or rules. */
export class JournalError extends Error {
  override readonly name = 'JournalError';
}

export class Journal {
  readonly #path: string;
  readonly #file: number;
  /** The last batch that counts. */
  last: Entry = NOTHING;

  /** Begins a journal, or goes on with one of the same run. @throws {JournalError} */
  constructor(path: string, identity: RunIdentity) {
    this.#path = path;
    const [first, ...entries] = readLines(path);
    if (first !== undefined) {
      const known = first as RunIdentity;
      const names = Object.keys(identity) as (keyof RunIdentity)[];
      const other = names.filter((name) => known[name] !== identity[name]);
      if (other.length > 0) throw new JournalError(`holds a run with other ${other.join(', ')}`);
    }
    this.#file = openSync(path, 'a');
    if (first === undefined) this.#write(identity);
    this.last = (entries.at(-1) as Entry | undefined) ?? NOTHING;
  }

  add(entry: Entry): void {
    this.#write(entry);
    this.last = entry;
  }

  /** What Parquet remembers of all groups of a table, in order. */
  groupsOf(table: Table): readonly PlacedGroup[] {
    return readLines(this.#path)
      .slice(1)
      .flatMap((entry) => (entry as Entry).groups?.[table] ?? []);
  }

  close(): void {
    closeSync(this.#file);
  }

  #write(value: object): void {
    writeSync(this.#file, `${JSON.stringify(value)}\n`);
    fsyncSync(this.#file);
  }
}

/** All whole lines. Half a line at the end was being written when the run was killed: it is cut off. */
function readLines(path: string): readonly object[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  const end = bytes.lastIndexOf(10) + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  return lines.map((line) => {
    try {
      return JSON.parse(line) as object;
    } catch {
      throw new JournalError('holds a journal that somebody else has changed');
    }
  });
}
