/**
 * The command line: inputs in, answers out, one at a time.
 * @module
 */
import { analyze, ENGINE_VERSION, readNews, readPage, type News, type Source } from '../analyze.ts';
import { isAboutPage, optionsForRendering } from '../formats/formats.ts';
import { locateInDom } from '../html/dom-text.ts';
import { NewsError } from '../news/error.ts';
import { bundledRules, bundledVersion } from '../rules/bundled.ts';
import { openRules, type Rules } from '../rules/rules.ts';
import type { AnalyzeOptions } from '../schema/types.ts';
import type { Status } from '../verify/types.ts';
import { verify } from '../verify/verify.ts';
import { EXIT } from './exit.ts';
import { HELP } from './help.ts';
import { label, linesOf } from './label/run.ts';
import {
  InputError,
  listInputs,
  readBytes,
  readInput,
  type Input,
  type InputType,
  type Listed,
} from './inputs.ts';
import type { Io } from './io.ts';
import { compileFolder } from './own.ts';
import { painter, wantsColor } from './paint.ts';
import { Progress } from './progress.ts';
import { readSettings, type OutputFormat, type Settings } from './settings.ts';
import { writer, type Result, type Writer } from './write.ts';
import { UsageError } from './usage.ts';

/** What else the program does than read files and print answers, by the first argument. */
const COMMANDS: Readonly<Record<string, Command>> = {
  archive: async (argv, io) => (await import('./archive.ts')).archive(argv, io),
  trace: async (argv, io) => (await import('./trace.ts')).trace(argv, io),
  mcp: async (argv, io) => (await import('./mcp.ts')).mcp(argv, io),
  serve: async (argv, io) => (await import('./serve.ts')).serve(argv, io),
};

type Command = (argv: readonly string[], io: Io) => Promise<number>;

/** Runs the program. Answers its exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const [first = '', ...rest] = argv;
  try {
    // Loaded when they are asked for: what they bring along is more than the rest of the program.
    if (Object.hasOwn(COMMANDS, first)) return await (COMMANDS[first] as Command)(rest, io);
    const settings = readSettings(argv);
    if (settings.command === 'version')
      return say(io, `${ENGINE_VERSION} (rules ${bundledVersion})\n`);
    if (settings.command === 'help') return say(io, HELP);
    return await (settings.command === 'label' ? labelAll(settings, io) : work(settings, io));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.stderr.write(
      `copydesk: ${error.message}\nTry: copydesk ${Object.hasOwn(COMMANDS, first) ? `${first} ` : ''}--help\n`,
    );
    return EXIT.usage;
  }
}

function say(io: Io, text: string): number {
  io.stdout.write(text);
  return EXIT.ok;
}

async function work(settings: Settings, io: Io): Promise<number> {
  const paths = settings.paths.length > 0 ? settings.paths : standardInput(settings, io);
  const rules = await rulesOf(settings, io);
  const quotes = await quotesOf(settings, io);
  const inputs = await listInputs(paths, settings.html ? 'html' : 'text');
  const format = settings.format ?? (io.stdout.isTTY ? 'terminal' : 'ndjson');
  if (format === 'html' && inputs.length > 1) throw new UsageError('--format html takes one file');
  const single = inputs.length === 1 && inputs[0]?.name === paths[0];
  const paint = painter(wantsColor(settings.color, io.stdout.isTTY ?? false, io.env));
  const out = writer(format, !single, settings.options, { paint, columns: io.stdout.columns });
  const progress = new Progress(inputs.length, io.stderr, settings.quiet);
  const standing = new Set<number>();
  for (const input of inputs) {
    progress.begin(input.name);
    const result = await resultOf(input, { settings, rules, format, quotes }, io);
    if (result instanceof InputError) progress.fail(input.name, result.message);
    else {
      await put(io, result, out, standing);
      // The view of a terminal has them itself.
      if (format === 'terminal' && result.kind === 'analysis') continue;
      for (const { code, detail } of result.answer.warnings)
        progress.warn(input.name, `${code}: ${detail}`);
    }
  }
  io.stdout.write(out.end());
  progress.end();
  if (progress.failures > 0) return EXIT.input;
  return standing.size < quotes.length ? EXIT.finding : EXIT.ok;
}

/** Asks about one page after the other; stops where whoever is asked gives up. */
async function labelAll(settings: Settings, io: Io): Promise<number> {
  const { paths, html, options, out, color } = settings;
  const rules = await rulesOf(settings, io);
  const paint = painter(wantsColor(color, io.stderr.isTTY ?? false, io.env));
  const lines = linesOf(io.stdin);
  let isFaulty = false;
  for (const input of await listInputs(paths, html ? 'html' : 'text')) {
    const task = { settings, rules, format: 'json', quotes: [] } as const;
    const result = await resultOf(input, task, io);
    if (result instanceof InputError) {
      io.stderr.write(`${input.name} ${result.message}\n`);
      isFaulty = true;
      continue;
    }
    if (result.kind !== 'analysis') continue;
    const { language, segments = [] } = result.answer;
    const page = { id: input.name, text: result.text, language, url: options.url, segments };
    if (!(await label(page, out, paint, { ...io, lines }))) break;
  }
  return isFaulty ? EXIT.input : EXIT.ok;
}

async function put(io: Io, result: Result, out: Writer, standing: Set<number>): Promise<void> {
  io.stdout.write(out.next(result));
  await io.drained();
  if (result.kind !== 'verification') return;
  result.answer.quotes.forEach(({ status }, i) => {
    if (STANDING.has(status)) standing.add(i);
  });
}

/** What is shortened stands: it shows that words are missing, and none of them is a denial. */
const STANDING: ReadonlySet<Status> = new Set(['verbatim', 'typographic', 'shortened']);

/** Without a file, what is piped in. */
function standardInput({ quoteFiles }: Settings, { stdin }: Io): readonly string[] {
  if (stdin.isTTY || quoteFiles.includes('-')) throw new UsageError('name a file, a folder, or -');
  return ['-'];
}

/** The quotes to verify; in a file, one a line. */
async function quotesOf({ quotes, quoteFiles }: Settings, io: Io): Promise<readonly string[]> {
  const all = [...quotes];
  for (const file of quoteFiles) {
    const text = await readInput({ name: file, type: 'text' }, io.stdin).catch(
      (error: InputError) => {
        throw new UsageError(`${file} ${error.message}`);
      },
    );
    const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
    all.push(...lines.filter((line) => line.trim() !== ''));
  }
  if (quotes.length + quoteFiles.length > 0 && all.length === 0) {
    throw new UsageError('there are no quotes to verify');
  }
  return all;
}

/** The rules: those of the program, or with those of a folder. */
async function rulesOf({ rules: folder }: Settings, io: Io): Promise<Rules> {
  return folder === undefined ? bundledRules() : openRules(await compileFolder(folder, io));
}

/** What is done with every input. */
interface Task {
  readonly settings: Settings;
  readonly rules: Rules;
  readonly format: OutputFormat;
  readonly quotes: readonly string[];
}

async function resultOf(
  input: Listed,
  { settings: { command, options }, rules, format, quotes }: Task,
  io: Io,
): Promise<Result | InputError> {
  const { name } = input;
  if ('error' in input) return input.error;
  try {
    const { source, characters } = await readSource(input, options, rules, io);
    const named = name === '-' ? options : { ...options, id: name };
    if (command === 'verify') {
      return { kind: 'verification', name, answer: verify(source, quotes, rules, named) };
    }
    const isLocated = input.type === 'html' && isAboutPage(format);
    return {
      kind: 'analysis',
      name,
      text: typeof source === 'string' ? source : source.text,
      ...(isLocated ? { page: locateInDom(characters) } : {}),
      answer: analyze(source, rules, optionsFor(format, named)),
    };
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
}

/** What an input holds, and its characters if it is no mail. */
async function readSource(
  input: Input,
  options: AnalyzeOptions,
  rules: Rules,
  { stdin }: Io,
): Promise<{ readonly source: Source; readonly characters: string }> {
  if (input.type === 'mail')
    return { source: newsOf({ mail: await readBytes(input, stdin) }, rules), characters: '' };
  const characters = await readInput(input, stdin);
  return { source: sourceOf(characters, input.type, options, rules), characters };
}

function sourceOf(
  characters: string,
  type: InputType,
  { url }: AnalyzeOptions,
  rules: Rules,
): Source {
  if (type === 'html') return readPage(characters, rules, undefined, url);
  if (type === 'xml') return newsOf({ xml: characters }, rules);
  if (type === 'ninjs') return newsOf({ ninjs: parsed(characters) }, rules);
  return type === 'markdown' ? { format: 'markdown', text: characters } : characters;
}

function newsOf(news: News, rules: Rules): Source {
  try {
    return readNews(news, rules);
  } catch (error) {
    throw error instanceof NewsError ? new InputError(`is not read: ${error.message}`) : error;
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    throw new InputError('is not JSON');
  }
}

function optionsFor(format: OutputFormat, options: AnalyzeOptions): AnalyzeOptions {
  if (format === 'json' || format === 'ndjson') return options;
  const { explain = false } = options;
  return { ...optionsForRendering(options), ...(format === 'terminal' ? { explain } : {}) };
}
