/**
 * The bundled rule set, for programs that need it at once.
 * @module
 */
import { bundledRules } from './bundled.ts';
import type { Rules } from './rules.ts';

export const rules: Rules = bundledRules();
