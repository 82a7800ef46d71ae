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

/** `earlier`: the last quote in marks, where another one without marks lies between. */
export type Role = 'previous' | 'earlier' | 'next' | 'new';

export const ROLES: readonly Role[] = ['previous', 'earlier', 'next', 'new'];
