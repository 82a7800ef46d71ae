/**
 * The project's rule files, read once in each process of tests.
 */
import { ROOT } from '../../tools/check/build.ts';
import { readSources } from '../../tools/rules/main.ts';

export const project = readSources(ROOT);
