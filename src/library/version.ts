/**
 * What an answer depends on, beside the text and the options.
 * @module
 */
import { ENGINE_VERSION } from '../analyze.ts';
import { bundledVersion } from '../rules/bundled.ts';

/** The program's: `engine` in its answers. */
export const version: string = ENGINE_VERSION;

/** Changes when, and only when, rules or weights change: `rulesVersion` in its answers. */
export const rulesVersion: string = bundledVersion;
