/**
 * The bundled rule set. `generated.js` is written by `npm run rules`.
 * @module
 */
import { readCompiled } from './generated.js';
import { openRules, type Rules } from './rules.ts';

export { version as bundledVersion } from './generated.js';

let opened: Rules | undefined;

/** The rules, opened with the first request for them: a Worker has to start before it knows whether there will be one. */
export function bundledRules(): Rules {
  return (opened ??= openRules(readCompiled()));
}
