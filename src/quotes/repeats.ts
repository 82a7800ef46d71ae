/**
 * The same words again: a page often gives a quote in its headline, in a pull quote and in the story.
 * @module
 */

/** A quote as its folded words and whoever said it. */
export interface Spoken {
  readonly words: readonly string[];
  /** An id, or null where nobody is known. */
  readonly speaker: string | null;
}

/** Words that must follow one another in both. */
const RUN = 4;
/** Share of the shorter one's runs that the other must have. */
const LEAST_SHARE = 0.8;

/**
 * For each quote the number of the first one with the same words, or -1. Shorter quotes than four words have none.
 * Linear in the words.
 */
export function findRepeats(quotes: readonly Spoken[]): readonly number[] {
  const firstWith = new Map<string, number>();
  const runs: (readonly string[])[] = [];
  const firstOf: number[] = [];
  quotes.forEach((quote, number) => {
    const own = runsOf(quote.words);
    runs.push(own);
    const shared = new Map<number, number>();
    for (const run of own) {
      const first = firstWith.get(run);
      if (first === undefined) firstWith.set(run, number);
      else shared.set(first, (shared.get(first) ?? 0) + 1);
    }
    firstOf.push(bestOf(shared, quotes, runs, number));
  });
  // A repeat of a repeat is one of the first.
  return firstOf.map((first) =>
    first >= 0 && (firstOf[first] as number) >= 0 ? (firstOf[first] as number) : first,
  );
}

function runsOf(words: readonly string[]): readonly string[] {
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= words.length; i++) runs.add(words.slice(i, i + RUN).join(' '));
  return [...runs];
}

function bestOf(
  shared: ReadonlyMap<number, number>,
  quotes: readonly Spoken[],
  runs: readonly (readonly string[])[],
  number: number,
): number {
  const own = runs[number] as readonly string[];
  for (const [other, count] of [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const shorter = Math.min(own.length, (runs[other] as readonly string[]).length);
    if (other === number || count < LEAST_SHARE * shorter) continue;
    if (isSameSpeaker(quotes[other] as Spoken, quotes[number] as Spoken)) return other;
  }
  return -1;
}

function isSameSpeaker(a: Spoken, b: Spoken): boolean {
  return a.speaker === null || b.speaker === null || a.speaker === b.speaker;
}
