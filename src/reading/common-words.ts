/**
 * Words that no block ends with, in any language: the commonest words of a text are articles, prepositions and conjunctions.
 * @module
 */

/** The words without a capital that a text has most of, and how often each occurs. Linear in its length. */
export function commonWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}{2,12}(?![\p{L}\p{N}])/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Map([...counts].sort((a, b) => b[1] - a[1]).slice(0, MOST_COMMON));
}

const MOST_COMMON = 12;
