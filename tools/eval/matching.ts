/**
 * One-to-one matching of gold items and answers.
 * @module
 */

export interface Matching {
  /** Number of the answer to each gold item; -1 for none. */
  readonly answerOf: readonly number[];
  /** Number of the gold item that each answer meets; -1 for none. */
  readonly goldOf: readonly number[];
}

/**
 * Pairs the most alike first. Of equal pairs, the one that comes first in gold and then in the answer wins. Every gold item
 * is compared with every answer: both are the quotes of one document.
 * @param likeness how alike the two are; 0 if they must not be paired
 */
export function matchBest<Gold, Told>(
  golds: readonly Gold[],
  tolds: readonly Told[],
  likeness: (gold: Gold, told: Told) => number,
): Matching {
  const candidates = golds.flatMap((a, gold) =>
    tolds.flatMap((b, told) => {
      const value = likeness(a, b);
      return value > 0 ? [{ gold, told, value }] : [];
    }),
  );
  const answerOf = golds.map(() => -1);
  const goldOf = tolds.map(() => -1);
  for (const { gold, told } of candidates.toSorted((a, b) => b.value - a.value)) {
    if (answerOf[gold] !== -1 || goldOf[told] !== -1) continue;
    answerOf[gold] = told;
    goldOf[told] = gold;
  }
  return { answerOf, goldOf };
}
