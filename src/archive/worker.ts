/**
 * A thread: pages in, their rows out; the rows of a batch in, row groups of Parquet out. Answers come in the order of the work, a few at a
 * time: each message wakes the thread that waits for it, which takes a core from one that analyses.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { bundledRules } from '../rules/bundled.ts';
import { openRules, type Rules } from '../rules/rules.ts';
import { linesOf, type ArchiveFormat, type LineFormat, type Lines } from './formats.ts';
import { pack, unpack } from './pack.ts';
import { PageError, rowsOfPage } from './page.ts';
import { groupOf, type Group } from './parquet.ts';
import { TABLE_NAMES, type Rows, type Table } from './tables.ts';
import {
  failed,
  type BatchDone,
  type BatchWork,
  type Done,
  type PageDone,
  type PageWork,
  type Work,
  type WorkerSettings,
} from './work.ts';

/** Answers in a message. */
const TOGETHER = 4;

async function doPage(
  { content, ...place }: PageWork,
  settings: WorkerSettings,
  rules: Rules,
): Promise<PageDone> {
  const { pageId } = place;
  try {
    return donePage(pageId, await rowsOfPage(place, content, settings, rules), settings.formats);
  } catch (error) {
    // What a fault of the program says may quote the page.
    return failed(pageId, error instanceof PageError ? error.message : 'the analysis failed');
  }
}

function donePage(pageId: number, rows: Rows, formats: readonly ArchiveFormat[]): PageDone {
  const lines: Partial<Record<LineFormat, Lines>> = {};
  let weight = 0;
  for (const format of formats) {
    if (format === 'parquet') continue;
    lines[format] = linesOf(format, rows);
    weight += lines[format].bytes.length;
  }
  if (!formats.includes('parquet')) return { kind: 'page', pageId, weight, lines };
  const packed = pack(rows);
  weight += packed.text.length + packed.numbers.byteLength + packed.lengths.byteLength;
  return { kind: 'page', pageId, weight, lines, pack: packed };
}

function doBatch({ batch, packs }: BatchWork): BatchDone {
  const columns = unpack(packs);
  const groups: Partial<Record<Table, Group>> = {};
  for (const table of TABLE_NAMES)
    if (columns[table][0]?.length) groups[table] = groupOf(table, columns[table]);
  return { kind: 'batch', batch, groups };
}

const settings = workerData as WorkerSettings;
const rules = settings.rules ? openRules(settings.rules) : bundledRules();
let last: Promise<void> = Promise.resolve();
/** Work that is not done yet. */
let left = 0;
let answers: Done[] = [];

parentPort?.on('message', (work: Work) => {
  left++;
  last = last.then(async () => {
    answers.push(work.kind === 'page' ? await doPage(work, settings, rules) : doBatch(work));
    left--;
    const cannotWait = work.kind === 'batch' || work.again;
    if (left > 0 && answers.length < TOGETHER && !cannotWait) return;
    // Copied, not transferred: once a thread has given one buffer away, the engine checks every access to any typed array in it, and the
    // analysis is made of these.
    parentPort?.postMessage(answers);
    answers = [];
  });
});
