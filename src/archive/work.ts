/**
 * What goes to a thread, and what comes back.
 * @module
 */
import type { CompiledRules } from '../rules/types.ts';
import type { ArchiveFormat, LineFormat, Lines } from './formats.ts';
import type { Pack } from './pack.ts';
import type { PageSettings, Place } from './page.ts';
import type { Group } from './parquet.ts';
import type { Content } from './records.ts';
import type { Table } from './tables.ts';

export interface WorkerSettings extends PageSettings {
  readonly formats: readonly ArchiveFormat[];
  /** The project's rules with those of a folder; undefined for the project's alone. */
  readonly rules: CompiledRules | undefined;
}

/** A page to analyse. */
export interface PageWork extends Place {
  readonly kind: 'page';
  readonly content: Content;
  /** A thread that had it died: its answer must not wait for others. */
  readonly again?: true;
}

/** A batch to write as Parquet. */
export interface BatchWork {
  readonly kind: 'batch';
  /** Names it. */
  readonly batch: number;
  readonly packs: readonly Pack[];
}

export type Work = PageWork | BatchWork;

/** What became of a page: its rows as the files want them, or why it failed. */
export interface PageDone {
  readonly kind: 'page';
  readonly pageId: number;
  readonly error?: string;
  /** Roughly the bytes that are held for it. The same page has the same weight. */
  readonly weight: number;
  readonly lines: Partial<Readonly<Record<LineFormat, Lines>>>;
  /** Where Parquet is wanted. */
  readonly pack?: Pack;
}

/** Row groups, none for a table without rows. */
export type Groups = Partial<Readonly<Record<Table, Group>>>;

export interface BatchDone {
  readonly kind: 'batch';
  readonly batch: number;
  readonly groups: Groups;
}

export type Done = PageDone | BatchDone;

/** A page that came to nothing. */
export function failed(pageId: number, error: string): PageDone {
  return { kind: 'page', pageId, error, weight: error.length, lines: {} };
}
