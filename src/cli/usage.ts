/**
 * Mistakes on the command line.
 * @module
 */

/** Something about the command line is wrong. The message is for whoever wrote it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
