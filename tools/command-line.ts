/**
 * The command lines of tools, read in one way: `--help` prints the usage, and so does a mistake, below what is wrong.
 * @module
 */
import type { parseArgs, ParseArgsConfig } from 'node:util';
import { readArguments } from '../src/cli/arguments.ts';
import { UsageError } from '../src/cli/usage.ts';

const HELP = { help: { type: 'boolean', short: 'h' } } as const;

/**
 * The arguments of this process, as Node's `parseArgs` has them. Ends the process if they ask for help (0) or are wrong (2); an option
 * that is not known is told with the nearest one.
 */
export function commandLine<const Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    const read = readArguments({ ...config, options: { ...config.options, ...HELP } });
    if (!('help' in read.values)) return read as ReturnType<typeof parseArgs<Config>>;
    console.log(usage.trimEnd());
    process.exit();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return misused(usage, error.message);
  }
}

/** Says what is wrong with the command line, and ends the process with code 2. */
export function misused(usage: string, message?: string): never {
  console.error([...(message === undefined ? [] : [message]), usage.trimEnd()].join('\n'));
  process.exit(2);
}

/** The value of an option as a whole number. Anything else ends the process. */
export function wholeNumber(usage: string, option: string, value: string): number {
  return /^\d+$/.test(value)
    ? Number(value)
    : misused(usage, `--${option} wants a number, not "${value}"`);
}
