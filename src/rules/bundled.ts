/**
 * The bundled rule set. `generated.ts` is written by `npm run rules`.
 * @module
 */
import { readCompiled } from './generated.ts';
import { openRules, type Rules } from './rules.ts';

export { version as bundledVersion } from './generated.ts';

let opened: Rules | undefined;

/** The rules, opened with the first request for them: a Worker has to start before it knows whether there will be one. */
export function bundledRules(): Rules {
  return (opened ??= openRules(readCompiled()));
}
