/**
 * Spelling variants of names: "Zelensky" and "Zelenskiy".
 * @module
 */

/** Shorter names differ by a letter or two without being the same. */
export const LEAST_FOR_SIMILAR = 6;
/** Letters that variants begin with alike. */
const SAME_START = 4;
const MOST_EDITS = 2;

/** What spelling variants of a long name have in common, so that they can be found by it; undefined for a short one. */
export function variantKey(word: string): string | undefined {
  return word.length >= LEAST_FOR_SIMILAR ? word.slice(0, SAME_START) : undefined;
}

/** Whether two folded words are the same name: equal, or long, alike at the start, and at most two edits (Levenshtein) apart. */
export function similar(a: string, b: string): boolean {
  if (a === b) return true;
  const key = variantKey(a);
  return key !== undefined && key === variantKey(b) && isWithin(MOST_EDITS, a, b);
}

/** Whether so many edits turn one word into the other. Linear in their length for a fixed number of edits. */
function isWithin(edits: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > edits) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  if (same === a.length && same === b.length) return true;
  if (edits === 0) return false;
  // One edit at the first difference (replace, delete or insert), the others behind it.
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return (
    isWithin(edits - 1, restA.slice(1), restB.slice(1)) ||
    isWithin(edits - 1, restA.slice(1), restB) ||
    isWithin(edits - 1, restA, restB.slice(1))
  );
}
