/**
 * Stretches in marks that no cue claimed, and what they can be to the quotes around them.
 * @module
 */

/** A stretch in marks as words, half-open. */
export interface LooseMark {
  readonly mark: number;
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

export const ROLES = ['previous', 'earlier', 'next', 'new'] as const;
/**
 * Part of the quote before, of the one after, or a new quote. `earlier`: of the last quote in marks, where one without
 * marks lies between.
 */
export type Role = (typeof ROLES)[number];
