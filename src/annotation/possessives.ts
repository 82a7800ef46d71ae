/**
 * Possessive endings: "Reed's", "the workers'".
 * @module
 */
import type { Document } from '../text/document.ts';

/** Whether a word ends in an apostrophe and s: what follows it is a noun phrase. */
export function hasPossessiveS({ words, folded }: Document, word: number): boolean {
  const end = words.end[word] ?? 0;
  return word >= 0 && folded.slice(end - 2, end) === "'s";
}

/** Whether a name is a possessive: also one that ends in s and has the apostrophe alone. */
export function isPossessive(doc: Document, word: number): boolean {
  return hasPossessiveS(doc, word) || doc.folded[doc.words.end[word] ?? 0] === "'";
}

/** A folded word without its possessive ending. */
export function withoutPossessive({ words, folded }: Document, word: number): string {
  return folded.slice(words.start[word], words.end[word]).replace(/'s?$/, '');
}
