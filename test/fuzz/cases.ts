/**
 * How hard to look: 2,000 cases and texts of 300 KB with the other tests, 5,000 and a megabyte with the long ones, as many as are asked for by `npm run fuzz`.
 * @module
 */

import fc from 'fast-check';
import { cases } from '../long.ts';

/** Tests of this folder that make their cases up. */
const PROPERTIES = 10;

const total = Number(process.env['FUZZ_CASES'] ?? cases(1000, 5000));

/** The same cases each time, so that a change is judged by what it changed; `npm run fuzz` looks elsewhere each time. */
if (process.env['FUZZ_CASES'] === undefined) fc.configureGlobal({ seed: 1 });

/** Cases of one test. */
export const numRuns = Math.ceil(total / PROPERTIES);

/** UTF-16 units of the longest texts: a megabyte in the long tests. */
export const LONGEST = cases(200_000, 1_000_000);

/** Milliseconds that a test may take: many times what its cases take on a slow machine. */
export const PATIENCE_MS = 60_000 + 100 * numRuns;
