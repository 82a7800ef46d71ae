/**
 * Codes of languages as numbers.
 * @module
 */

export const LETTERS = 26;
const FIRST = 'a'.charCodeAt(0);

/** The place of a code of two or three letters, in lower case: those of two come first. */
export function codeNumber(code: string): number {
  let number = 0;
  for (let i = 0; i < code.length; i++) number = number * LETTERS + code.charCodeAt(i) - FIRST;
  return code.length === 2 ? number : LETTERS * LETTERS + number;
}
