/**
 * The names of what a verification can say.
 * @module
 */

/** How far a passage of the text is the quote, the best first. */
export const FOUND = ['verbatim', 'typographic', 'shortened', 'altered'] as const;

/** The same of a quote, which may have no passage. */
export const STATUSES = [...FOUND, 'absent'] as const;

/** What may differ in the same words; `brackets` and `ellipsis` stand for words of the text. */
export const CHANGE_KINDS = [
  'marks',
  'dashes',
  'spaces',
  'punctuation',
  'case',
  'characters',
  'brackets',
  'ellipsis',
] as const;
