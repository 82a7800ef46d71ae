/**
 * How much of the long proofs runs. `npm test` looks at fewer made-up cases, of which the first are always the same;
 * `npm run test:long`, which continuous integration runs as well, looks at all of them, and runs the files `*.long.test.ts`, which `npm test` leaves out.
 * @module
 */

/** Whether the long proofs are asked for. */
export const isLong = process.env['LONG_TESTS'] !== undefined;

/** How many cases a test has: so many in `npm test`, and so many in `npm run test:long`. */
export function cases(usual: number, long: number): number {
  return isLong ? long : usual;
}
