/**
 * How probable a quote must be.
 * @module
 */

/**
 * A cue less likely than this to report anything is dropped; `find.ts` asks as much of words in marks without a cue. Set by
 * hand, below one half: a cue that somewhat more probably reports nothing is still believed.
 */
export const LEAST = 0.36;
