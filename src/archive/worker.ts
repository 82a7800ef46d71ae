/**
 * A thread that analyses pages: work in, rows out, in the order of the work.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { bundledRules } from '../rules/bundled.ts';
import { linesOf, type ArchiveFormat } from './formats.ts';
import { PageError, rowsOfPage, type PageSettings, type Place } from './page.ts';
import type { Content } from './records.ts';
import { TABLE_NAMES, type Row, type Rows, type Table } from './tables.ts';

export interface WorkerSettings extends PageSettings {
  readonly formats: readonly ArchiveFormat[];
}

export interface Work extends Place {
  readonly content: Content;
}

/** What became of a page: its lines as they go into the files, and its rows where Parquet is wanted; or why it failed. */
export interface Done {
  readonly pageId: number;
  readonly error?: string;
  /** Roughly the characters in its rows. The same page has the same weight. */
  readonly weight: number;
  readonly lines: Partial<Readonly<Record<'ndjson' | 'csv', Readonly<Record<Table, string>>>>>;
  readonly rows?: Readonly<Record<Table, readonly Row[]>>;
}

async function doWork({ content, ...place }: Work, settings: WorkerSettings): Promise<Done> {
  const { pageId } = place;
  try {
    const rows = await rowsOfPage(place, content, settings, bundledRules());
    const texts = settings.formats.filter((format) => format !== 'parquet');
    const lines = Object.fromEntries(
      texts.map((format) => [
        format,
        Object.fromEntries(
          TABLE_NAMES.map((table) => [table, linesOf(format, table, rows[table])]),
        ),
      ]),
    ) as Done['lines'];
    return {
      pageId,
      weight: weightOf(rows),
      lines,
      ...(settings.formats.includes('parquet') ? { rows } : {}),
    };
  } catch (error) {
    // What a fault of the program says may quote the page.
    const reason = error instanceof PageError ? error.message : 'the analysis failed';
    return { pageId, error: reason, weight: reason.length, lines: {} };
  }
}

/** What a cell weighs beside its characters. */
const CELL = 8;

function weightOf(rows: Rows): number {
  let weight = 0;
  for (const table of TABLE_NAMES)
    for (const row of rows[table])
      for (const cell of row) weight += CELL + (typeof cell === 'string' ? cell.length : 0);
  return weight;
}

const settings = workerData as WorkerSettings;
let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (work: Work) => {
  last = last.then(async () => parentPort?.postMessage(await doWork(work, settings)));
});
