/**
 * Arguments read, and what is wrong with them in words that help.
 * @module
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { nearestName } from '../schema/nearest.ts';
import { UsageError } from './usage.ts';

/** As Node's `parseArgs`. An option that is not known is told with the nearest one. @throws {UsageError} */
export function readArguments<const Config extends ParseArgsConfig>(
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const name =
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' ? /'(--?[^']+)'/.exec(message)?.[1] : null;
    if (!name) throw new UsageError(message);
    const near = nearestName(name.replace(/^-+/, ''), Object.keys(config.options ?? {}));
    const meant = near === undefined ? '' : ` (did you mean --${near}?)`;
    throw new UsageError(`there is no option ${name}${meant}`);
  }
}
