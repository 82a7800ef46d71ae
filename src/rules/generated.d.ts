/**
 * The types of `generated.js`, which `npm run rules` writes.
 * @module
 */
import type { CompiledRules } from './types.ts';

/** Changes when, and only when, rules or weights change. */
export const version: string;

/** The compiled rules, read anew at each call. */
export function readCompiled(): CompiledRules;

/** Why each segment rule is there, joined by line breaks. */
export const whys: string;
