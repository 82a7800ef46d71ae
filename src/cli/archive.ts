/**
 * `copydesk archive`: the pages of an archive into tables.
 * @module
 */
import { availableParallelism } from 'node:os';
import { FileError } from '../archive/files.ts';
import { ARCHIVE_FORMATS, type ArchiveFormat } from '../archive/formats.ts';
import { JournalError } from '../archive/journal.ts';
import { LockError } from '../archive/lock.ts';
import { MemoryError } from '../archive/pool.ts';
import { runArchive, type RunSettings } from '../archive/run.ts';
import { ArchiveProgress } from './archive-progress.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { compileFolder } from './own.ts';
import { optionsOf } from './settings.ts';
import { UsageError } from './usage.ts';

export const ARCHIVE_HELP = `Usage: copydesk archive [options] IN … --out DIR

Analyses all pages of files, folders and patterns, and writes tables of pages, segments, quotes and speakers into a
folder. A run that was killed goes on where it was when the same command is given again. A page that cannot be analysed
is a line in errors.ndjson.

Read are .txt, .text, .md, .markdown, .html, .htm, .eml; .xml, .nitf, .rss, .atom as NITF, NewsML-G2, RSS or Atom;
.json as ninjs; .ndjson and .jsonl with a page a line, as POST /v1/batch takes them, and "published"; .warc and .wet; the
last four also with .gz behind.

  -o, --out DIR            where the tables go
  -f, --format LIST        ndjson,csv,parquet (default: ndjson,parquet)
      --threads N          (default: one a processor)
      --batch N            pages that are written together, and lost when the run is killed (default: 1000)
      --text               segments have their text
      --rules DIR          a folder of your own rules, which count beside the project's
  -l, --language TAG       BCP-47 tag (default: detected)
      --quotes-in LABELS   where quotes are looked for (default: body)
      --min-confidence N   0 to 1: leaves quotes below out
      --quiet              no progress
  -h, --help

Exit codes: 0 all done; 2 wrong usage; 3 some pages could not be analysed, and the rest was; 70 a fault of the program;
130 stopped, to be gone on with.
`;

const FLAGS = {
  out: { type: 'string', short: 'o' },
  format: { type: 'string', short: 'f', default: 'ndjson,parquet' },
  threads: { type: 'string' },
  batch: { type: 'string', default: '1000' },
  text: { type: 'boolean' },
  rules: { type: 'string' },
  language: { type: 'string', short: 'l' },
  'quotes-in': { type: 'string', multiple: true },
  'min-confidence': { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const MOST_THREADS = 256;
const MOST_BATCH = 100_000;

/** Runs until all is done or somebody interrupts. Answers the exit code. @throws {UsageError} */
export async function archive(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(argv);
  if (values.help) {
    io.stdout.write(ARCHIVE_HELP);
    return EXIT.ok;
  }
  const given = settingsOf(values, positionals);
  const rules = values.rules === undefined ? undefined : await compileFolder(values.rules, io);
  const settings: RunSettings = { ...given, rules };
  const stopper = new AbortController();
  const stop = (): void => stopper.abort();
  // The second signal ends the process, which loses nothing either.
  process.once('SIGINT', stop).once('SIGTERM', stop);
  const progress = new ArchiveProgress(io.stderr, values.quiet ?? false);
  try {
    const state = await runArchive(settings, progress.show, stopper.signal);
    progress.end(state, stopper.signal.aborted);
    if (stopper.signal.aborted) return EXIT.stopped;
    return state.errors > 0 ? EXIT.input : EXIT.ok;
  } catch (error) {
    if (error instanceof FileError) throw new UsageError(error.message);
    if (error instanceof JournalError || error instanceof LockError || error instanceof MemoryError)
      throw new UsageError(`${settings.out} ${error.message}`);
    throw error;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function parse(argv: readonly string[]) {
  return readArguments({ args: [...argv], options: FLAGS, allowPositionals: true });
}

function settingsOf(
  values: ReturnType<typeof parse>['values'],
  inputs: readonly string[],
): Omit<RunSettings, 'rules'> {
  if (inputs.length === 0) throw new UsageError('name files, folders or patterns');
  if (inputs.includes('-'))
    throw new UsageError('standard input cannot be read again: name a file');
  if (values.out === undefined) throw new UsageError('--out names the folder for the tables');
  const formats = values.format.split(',').map((name) => name.trim()) as ArchiveFormat[];
  if (!formats.every((name) => ARCHIVE_FORMATS.includes(name)))
    throw new UsageError(`--format must be some of: ${ARCHIVE_FORMATS.join(', ')}`);
  const threads = values.threads ?? String(availableParallelism());
  return {
    inputs,
    out: values.out,
    // In one order, however they are named: they are what a run is known by.
    formats: ARCHIVE_FORMATS.filter((name) => formats.includes(name)),
    threads: wholeNumber('threads', threads, MOST_THREADS),
    batch: wholeNumber('batch', values.batch, MOST_BATCH),
    text: values.text ?? false,
    options: optionsOf(values),
  };
}

function wholeNumber(name: string, value: string, most: number): number {
  const number = /^[1-9]\d{0,6}$/.test(value) ? Number(value) : NaN;
  if (number <= most) return number;
  throw new UsageError(`--${name} must be a whole number from 1 to ${most}`);
}
