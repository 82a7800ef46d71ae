/**
 * How the program ends.
 * @module
 */
export const EXIT = {
  ok: 0,
  /** A quote stands in none of the texts. */
  finding: 1,
  usage: 2,
  /** Some input could not be read; the rest was done. */
  input: 3,
  /** The program itself has a mistake. */
  fault: 70,
  /** Interrupted. */
  stopped: 130,
} as const;
