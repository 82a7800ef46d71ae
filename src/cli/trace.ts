/**
 * `copydesk trace`: where a quote ran first, and who changed it.
 * @module
 */
import { FileError } from '../archive/files.ts';
import { traceQuote, type Trace } from '../archive/trace.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { painter, wantsColor, type Paint } from './paint.ts';
import { oneLine } from './show.ts';
import { UsageError } from './usage.ts';

export const TRACE_HELP = `Usage: copydesk trace [options] QUOTE DIR

Finds a quote in the tables of copydesk archive, also where it was cut or changed, and says where it ran first and how
the others differ: verbatim, typographic, cut (dots stand for words), left-out (nothing does), shortened, longer, added,
altered, part.

  -f, --format NAME   terminal, ndjson or json (default: terminal on a terminal, else ndjson)
  -h, --help

Exit codes: 0 found; 1 nowhere; 2 wrong usage.
`;

const FORMATS = ['terminal', 'ndjson', 'json'];

export async function trace(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(argv);
  if (values.help) {
    io.stdout.write(TRACE_HELP);
    return EXIT.ok;
  }
  const [quote, folder] = positionals;
  if (quote === undefined || folder === undefined || positionals.length > 2)
    throw new UsageError('name a quote and the folder of an archive');
  if (!/[\p{L}\p{N}]/u.test(quote)) throw new UsageError('the quote has no words');
  const format = values.format ?? (io.stdout.isTTY ? 'terminal' : 'ndjson');
  if (!FORMATS.includes(format))
    throw new UsageError(`--format must be one of: ${FORMATS.join(', ')}`);
  const found = await traceQuote(quote, folder).catch((error: unknown) => {
    throw error instanceof FileError ? new UsageError(error.message) : error;
  });
  const paint = painter(wantsColor('auto', io.stdout.isTTY ?? false, io.env));
  io.stdout.write(written(found, format, paint));
  return found.length > 0 ? EXIT.ok : EXIT.finding;
}

function parse(argv: readonly string[]) {
  const options = {
    format: { type: 'string', short: 'f' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  return readArguments({ args: [...argv], options, allowPositionals: true });
}

function written(found: readonly Trace[], format: string, paint: Paint): string {
  if (format === 'json') return `${JSON.stringify(found, null, 2)}\n`;
  if (format === 'ndjson') return found.map((one) => `${JSON.stringify(one)}\n`).join('');
  return found.map((one) => `${shown(one, paint)}\n`).join('\n');
}

function shown(found: Trace, paint: Paint): string {
  const { date, kinds, url, id, file, speaker, content, differences } = found;
  const where = oneLine(url ?? id ?? file);
  const changes = differences.map(
    ({ here, first }) => `    ${named(here)} where the first has ${named(first)}`,
  );
  return [
    `${oneLine(date ?? 'no date')}  ${paint(kinds.join(', '), 'bold')}  ${where}`,
    `    ${oneLine(content)}${speaker === null ? '' : ` — ${oneLine(speaker)}`}`,
    ...changes,
  ].join('\n');
}

const named = (words: string | null): string =>
  words === null ? 'nothing' : `“${oneLine(words)}”`;
