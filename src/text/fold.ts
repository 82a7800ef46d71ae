/**
 * Folding for matching. Every fold keeps the length, so an offset into folded text is an offset into the text.
 * @module
 */

const APOSTROPHES = /[‘’‚‛ʼ′`´＇]/g;
const DOUBLE_MARKS = /[“”„‟″＂]/g;
const DASHES = /[‐‑‒–—―−]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const ANY_SPECIAL = /[İ‘’‚‛ʼ′`´＇“”„‟″＂‐‑‒–—―−\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;

/**
 * Lower-cases and evens out typography: one kind of apostrophe, double mark, dash and space.
 * Same length as `text`, in UTF-16 units: the only letter whose lower case is longer ('İ') is folded by hand.
 */
export function fold(text: string): string {
  if (!ANY_SPECIAL.test(text)) return text.toLowerCase();
  return text
    .replace(/İ/g, 'i')
    .toLowerCase()
    .replace(APOSTROPHES, "'")
    .replace(DOUBLE_MARKS, '"')
    .replace(DASHES, '-')
    .replace(SPACES, ' ');
}
