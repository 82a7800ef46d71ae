/**
 * Cases give contents and names as text, so they are compared as lists of words, whatever their case and punctuation.
 * @module
 */

export type Words = readonly string[];

export function lowerWords(text: string): Words {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many words two lists have in common, repetitions counted. */
export function commonCount(a: Words, b: Words): number {
  const left = new Map<string, number>();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of a) {
    const n = left.get(word) ?? 0;
    if (n === 0) continue;
    common++;
    left.set(word, n - 1);
  }
  return common;
}

/** Intersection over union, 0 to 1. */
export function likeness(a: Words, b: Words): number {
  const common = commonCount(a, b);
  return common ? common / (a.length + b.length - common) : 0;
}

export function isSameText(a: Words, b: Words): boolean {
  return a.join(' ') === b.join(' ');
}
