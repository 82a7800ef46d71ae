/**
 * The bundled rule set. `generated.ts` is written by `npm run rules`.
 * @module
 */
import { compiled } from './generated.ts';
import { openRules, type Rules } from './rules.ts';

export const rules: Rules = openRules(compiled);
