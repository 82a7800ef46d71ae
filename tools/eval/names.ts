/**
 * Names compared without case, punctuation, possessives and titles.
 * @module
 */

/** Titles that a name may have or lack. They are part of the yardstick, not of the program's knowledge. */
const TITLES = [
  ...['the', 'a', 'an', 'mr', 'mrs', 'ms', 'dr', 'prof', 'professor', 'sen', 'senator', 'rep'],
  ...['representative', 'gov', 'governor', 'president', 'vice president', 'general', 'gen'],
  ...['major', 'col', 'sir', 'lord', 'lady', 'former', 'republican', 'democratic', 'democrat'],
  ...['us', 'u s'],
];
const TITLE = new RegExp(`^(?:${TITLES.join('|')})\\s+`);

/** The part of a name that is compared. */
export function bareName(name: string): string {
  let bare = name
    .toLowerCase()
    .replaceAll(/[’']s\b/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  for (;;) {
    const shorter = bare.replace(TITLE, '');
    if (shorter === bare || shorter === '') return bare;
    bare = shorter;
  }
}

/** Whether a resolved name is one of those that gold accepts. */
export function isNamed(told: string, accepted: readonly (string | null)[]): boolean {
  const bare = bareName(told);
  return accepted.some((name) => !!name && bareName(name) === bare);
}
