/**
 * Pull quotes: a paragraph of its own, in marks, whose words stand elsewhere in the text. Layout puts it anywhere, so what stands around it has
 * nothing to do with it.
 * @module
 */
import { endOfMark, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { HASH_FACTOR, HASH_START, hashOf } from '../../text/hash.ts';
import type { UncuedMark } from './roles.ts';

/** Fewer words are said again without being pulled. Set by hand, as is the share of their runs that must stand elsewhere. */
const LEAST_WORDS = 4;
const LEAST_SHARE = 0.75;

/** The numbers of the marks that are pull quotes. Linear in the text, and no work where no paragraph can be one. */
export function findPullQuotes(
  annotated: AnnotatedText,
  uncued: readonly UncuedMark[],
): ReadonlySet<number> {
  const alone = uncued.filter(
    ({ from, to, sentence }) =>
      to - from >= LEAST_WORDS && isAlone(annotated, sentence, { from, to }),
  );
  if (alone.length === 0) return new Set();
  const runs = countRuns(annotated);
  return new Set(alone.filter((mark) => standsElsewhere(runs, mark)).map(({ mark }) => mark));
}

/** Whether nothing stands in the paragraph but the words in marks and, at most, a line that signs them. */
function isAlone(
  { sentences, markOf }: AnnotatedText,
  number: number,
  { from, to }: Pick<UncuedMark, 'from' | 'to'>,
): boolean {
  const own = sentences[number] as Sentence;
  const opens = sentences[number - 1]?.paragraph !== own.paragraph;
  const closes = sentences[number + 1]?.paragraph !== own.paragraph;
  if (!opens || !closes || from !== own.from) return false;
  return (
    to === own.to ||
    (own.cues.length === 0 && own.to - endOfMark(markOf, from, own.to) <= MOST_SIGNED)
  );
}

/** Words of a name and an office. */
const MOST_SIGNED = 8;

interface Runs {
  /** The hash of the run that starts at each word. */
  readonly at: Int32Array;
  /** How often each hash stands in the text. */
  readonly count: ReadonlyMap<number, number>;
}

/** All runs of {@link LEAST_WORDS} words, by a hash of 32 bits: two that differ may share one, but hardly most of a quote's. */
function countRuns({ doc: { folded, words } }: AnnotatedText): Runs {
  const hashes = new Int32Array(words.count);
  for (let w = 0; w < words.count; w++)
    hashes[w] = hashOf(folded, words.start[w] as number, words.end[w] as number) | 0;
  const at = new Int32Array(Math.max(0, words.count - LEAST_WORDS + 1));
  const count = new Map<number, number>();
  for (let w = 0; w < at.length; w++) {
    let hash = HASH_START;
    for (let i = w; i < w + LEAST_WORDS; i++)
      hash = Math.imul(hash ^ (hashes[i] as number), HASH_FACTOR);
    at[w] = hash | 0;
    count.set(hash | 0, (count.get(hash | 0) ?? 0) + 1);
  }
  return { at, count };
}

function standsElsewhere({ at, count }: Runs, { from, to }: UncuedMark): boolean {
  let again = 0;
  const runs = to - from - LEAST_WORDS + 1;
  for (let w = from; w < from + runs; w++) if ((count.get(at[w] as number) ?? 0) > 1) again++;
  return again >= LEAST_SHARE * runs;
}
