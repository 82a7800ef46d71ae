/**
 * The same words again: a page often gives a quote in its headline, in a pull quote and in the story.
 * @module
 */
import { HASH_FACTOR, HASH_START, hashOf } from '../text/hash.ts';
import type { AnnotatedText } from '../annotation/annotated.ts';
import type { RawQuote } from './quote.ts';

/** A quote as its words, and whoever said it. */
export interface Spoken {
  /** The hash of each folded word. */
  readonly words: readonly number[];
  /** Their number, or -1 where nobody is known. */
  readonly speaker: number;
}

/** Words that must follow one another in both. Set by hand: fewer words in a row are said by many. */
const RUN = 4;
/** Share of the shorter one's runs that the other must have. Set by hand: the rest is for a word left out or changed. */
const LEAST_SHARE = 0.8;

/**
 * Quotes as {@link findRepeats} takes them. One by one: nobody needs the words of all quotes at once.
 * @param speakers number of each quote's speaker, or -1
 */
export function* spokenIn(
  { doc: { folded, words } }: AnnotatedText,
  quotes: Iterable<RawQuote>,
  speakers: readonly number[],
): Generator<Spoken> {
  let i = 0;
  for (const { content } of quotes) {
    const own: number[] = [];
    for (const { from, to } of content)
      for (let w = from; w < to; w++)
        own.push(hashOf(folded, words.start[w] as number, words.end[w] as number));
    yield { words: own, speaker: speakers[i++] as number };
  }
}

/**
 * For each quote the number of the first one with the same words, or -1. Shorter quotes than four words have none.
 * Linear in the words. Runs are told apart by 53 bits of hash: as words, those of a megabyte of text take ten megabytes.
 */
export function findRepeats(quotes: Iterable<Spoken>): readonly number[] {
  const firstWith = new Map<number, number>();
  const known: { readonly speaker: number; readonly runs: number }[] = [];
  const firstOf: number[] = [];
  for (const { words, speaker } of quotes) {
    const number = known.length;
    const runs = runsOf(words);
    if (runs.size === 0) {
      // As many as there are in a text of nothing but short quotes: one object for all that nobody can repeat.
      known.push(TOO_SHORT);
      firstOf.push(-1);
      continue;
    }
    const shared = new Map<number, number>();
    for (const run of runs) {
      const first = firstWith.get(run);
      if (first === undefined) firstWith.set(run, number);
      else shared.set(first, (shared.get(first) ?? 0) + 1);
    }
    known.push({ speaker, runs: runs.size });
    firstOf.push(firstLike(shared, known, number));
  }
  // A repeat of a repeat is one of the first.
  return firstOf.map((first) =>
    first >= 0 && (firstOf[first] as number) >= 0 ? (firstOf[first] as number) : first,
  );
}

const NO_RUNS: ReadonlySet<number> = new Set();
const TOO_SHORT = { speaker: -1, runs: 0 };

/** The hashes of all runs of words; none where there are fewer words than a run has. */
function runsOf(words: readonly number[]): ReadonlySet<number> {
  if (words.length < RUN) return NO_RUNS;
  const runs = new Set<number>();
  for (let i = 0; i + RUN <= words.length; i++) {
    let high = HASH_START;
    let low = 0;
    for (let w = i; w < i + RUN; w++) {
      high = Math.imul(high ^ (words[w] as number), HASH_FACTOR);
      low = Math.imul(low, 31) + (words[w] as number);
    }
    runs.add((high >>> 0) * 2 ** LOW_BITS + (low >>> (32 - LOW_BITS)));
  }
  return runs;
}

const LOW_BITS = 21;

/** The quote before with the most runs in common, if they are enough and nobody else said it; else -1. */
function firstLike(
  shared: ReadonlyMap<number, number>,
  known: readonly { readonly speaker: number; readonly runs: number }[],
  number: number,
): number {
  if (shared.size === 0) return -1;
  const own = known[number] as (typeof known)[number];
  for (const [other, count] of [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const before = known[other] as (typeof known)[number];
    if (other === number || count < LEAST_SHARE * Math.min(own.runs, before.runs)) continue;
    if (own.speaker < 0 || before.speaker < 0 || own.speaker === before.speaker) return other;
  }
  return -1;
}
