/**
 * The command line read: what to do, with which files and options.
 * @module
 */
import * as v from 'valibot';
import { FORMATS, type FormatName } from '../formats/formats.ts';
import { optionEntries } from '../schema/options.ts';
import type { AnalyzeOptions } from '../schema/types.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './usage.ts';

export type OutputFormat = 'json' | 'ndjson' | 'terminal' | FormatName;

export interface Settings {
  readonly command: 'analyze' | 'verify' | 'label' | 'help' | 'version';
  /** Files and folders; `-` is standard input. */
  readonly paths: readonly string[];
  /** Whether what no extension tells of is HTML. */
  readonly html: boolean;
  readonly options: AnalyzeOptions;
  /** Undefined: `terminal` for people, `ndjson` for programs. */
  readonly format: OutputFormat | undefined;
  readonly color: 'auto' | 'always' | 'never';
  readonly quiet: boolean;
  /** Quotes to verify, and files with one a line. */
  readonly quotes: readonly string[];
  readonly quoteFiles: readonly string[];
  /** A folder of own rules. */
  readonly rules: string | undefined;
  /** Where labelled pages are added; undefined: standard output. */
  readonly out: string | undefined;
}

const FLAGS = {
  format: { type: 'string', short: 'f' },
  html: { type: 'boolean' },
  language: { type: 'string', short: 'l' },
  url: { type: 'string' },
  include: { type: 'string', multiple: true },
  'quotes-in': { type: 'string', multiple: true },
  'offset-unit': { type: 'string' },
  'min-confidence': { type: 'string' },
  explain: { type: 'boolean' },
  quote: { type: 'string', short: 'q', multiple: true },
  quotes: { type: 'string', multiple: true },
  rules: { type: 'string' },
  out: { type: 'string', short: 'o' },
  color: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

const COMMANDS = ['analyze', 'verify', 'label'] as const;
const ANALYZE_FORMATS = ['json', 'ndjson', 'terminal', ...Object.keys(FORMATS)];
const VERIFY_FORMATS = ['json', 'ndjson', 'terminal', 'csv'];

/** Reads the arguments behind `node copydesk`. @throws {UsageError} */
export function readSettings(argv: readonly string[]): Settings {
  const { values, positionals } = parse(argv);
  const named = COMMANDS.find((name) => name === positionals[0]);
  const verifies = named === 'verify';
  const paths = positionals.slice(named === undefined ? 0 : 1);
  const command = values.help ? 'help' : values.version ? 'version' : (named ?? 'analyze');
  const format = oneOf('format', values.format, verifies ? VERIFY_FORMATS : ANALYZE_FORMATS);
  const settings: Settings = {
    command,
    paths,
    html: values.html ?? false,
    options: optionsOf(values),
    format: format as OutputFormat | undefined,
    color: (oneOf('color', values.color, ['auto', 'always', 'never']) ?? 'auto') as 'auto',
    quiet: values.quiet ?? false,
    quotes: values.quote ?? [],
    quoteFiles: values.quotes ?? [],
    rules: values.rules,
    out: values.out,
  };
  if (command !== 'help' && command !== 'version') checkCommand(settings);
  return settings;
}

function parse(argv: readonly string[]) {
  return readArguments({ args: [...argv], options: FLAGS, allowPositionals: true });
}

function checkCommand(settings: Settings): void {
  const { command, quotes, quoteFiles, options, paths, out } = settings;
  const given = quotes.length + quoteFiles.length > 0;
  if (command === 'label') checkLabel(settings);
  else if (out !== undefined) throw new UsageError('--out belongs to label');
  if (command !== 'verify' && given) throw new UsageError('--quote and --quotes belong to verify');
  if (quotes.some((quote) => quote.trim() === ''))
    throw new UsageError('--quote must not be empty');
  if (command === 'verify' && !given) throw new UsageError('verify needs --quote or --quotes');
  if (command === 'verify' && (options.include || options.explain !== undefined)) {
    throw new UsageError('--include and --explain do not belong to verify');
  }
  if ([...paths, ...quoteFiles].filter((path) => path === '-').length > 1) {
    throw new UsageError('standard input can be read once');
  }
}

/** Standard input has the commands, so the pages are files. */
function checkLabel({ paths, format, options }: Settings): void {
  if (paths.length === 0 || paths.includes('-'))
    throw new UsageError('label needs a file: commands come from standard input');
  if (format !== undefined) throw new UsageError('--format does not belong to label');
  const other = options.include ?? options.quotesIn ?? options.offsetUnit ?? options.minConfidence;
  if (other !== undefined || options.explain !== undefined)
    throw new UsageError('label takes --language, --url, --html, --rules, --out and --color alone');
}

function oneOf(
  name: string,
  value: string | undefined,
  allowed: readonly string[],
): string | undefined {
  if (value === undefined || allowed.includes(value)) return value;
  throw new UsageError(`--${name} must be one of: ${allowed.join(', ')}`);
}

/** The flags that are options of the API. */
type Values = Partial<
  Pick<
    ReturnType<typeof parse>['values'],
    'language' | 'url' | 'include' | 'quotes-in' | 'offset-unit' | 'min-confidence' | 'explain'
  >
>;

const OptionsSchema = v.object(optionEntries);

/** The options of the API, by its own rules. @throws {UsageError} */
export function optionsOf(values: Values): AnalyzeOptions {
  const flags: Readonly<Record<string, readonly [flag: string, value: unknown]>> = {
    language: ['language', values.language],
    url: ['url', values.url],
    include: ['include', values.include?.flatMap(items)],
    quotesIn: ['quotes-in', values['quotes-in']?.flatMap(items)],
    offsetUnit: ['offset-unit', values['offset-unit']],
    minConfidence: ['min-confidence', number(values['min-confidence'])],
    explain: ['explain', values.explain],
  };
  const given = Object.entries(flags).filter(([, [, value]]) => value !== undefined);
  const result = v.safeParse(
    OptionsSchema,
    Object.fromEntries(given.map(([name, [, value]]) => [name, value])),
  );
  if (result.success) return result.output;
  const [issue] = result.issues;
  const [flag] = flags[String(issue.path?.[0].key)] ?? ['?'];
  throw new UsageError(`--${flag} ${issue.message}`);
}

function items(list: string): readonly string[] {
  return list.split(',').map((item) => item.trim());
}

function number(value: string | undefined): number | string | undefined {
  return value === undefined || value.trim() === '' ? value : Number(value);
}
