/**
 * Pull quotes: a paragraph of its own, in marks, whose words stand elsewhere in the text. Layout puts it anywhere, so what stands around it has
 * nothing to do with it.
 * @module
 */
import { endOfMark, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { HASH_FACTOR, HASH_START, hashOf } from '../../text/hash.ts';
import type { WordSpan } from '../../text/spans.ts';
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
  const counts = countRuns(annotated, alone);
  return new Set(
    alone.filter((mark) => standsElsewhere(annotated, counts, mark)).map(({ mark }) => mark),
  );
}

/** Whether nothing stands in the paragraph but the words in marks and, at most, a line that signs them. */
function isAlone(
  { sentences, markOf }: AnnotatedText,
  number: number,
  { from, to }: Pick<UncuedMark, 'from' | 'to'>,
): boolean {
  const own = sentences.at(number) as Sentence;
  const opens = sentences.at(number - 1)?.paragraph !== own.paragraph;
  const closes = sentences.at(number + 1)?.paragraph !== own.paragraph;
  if (!opens || !closes || from !== own.from) return false;
  return (
    to === own.to ||
    (own.cues.length === 0 && own.to - endOfMark(markOf, from, own.to) <= MOST_SIGNED)
  );
}

/** Words of a name and an office. */
const MOST_SIGNED = 8;

/** How often the runs of words in some marks stand in the text, by their hash: others are not counted, which keeps the map small. */
function countRuns(
  { doc }: AnnotatedText,
  marks: readonly UncuedMark[],
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const mark of marks) for (const run of runsOf(doc, mark)) counts.set(run, 0);
  for (const run of runsOf(doc, { from: 0, to: doc.words.count })) {
    const count = counts.get(run);
    if (count !== undefined) counts.set(run, count + 1);
  }
  return counts;
}

function standsElsewhere(
  { doc }: AnnotatedText,
  counts: ReadonlyMap<number, number>,
  mark: UncuedMark,
): boolean {
  let all = 0;
  let again = 0;
  for (const run of runsOf(doc, mark)) {
    all++;
    if ((counts.get(run) ?? 0) > 1) again++;
  }
  return again >= LEAST_SHARE * all;
}

/** The hashes, of 32 bits, of all runs of {@link LEAST_WORDS} words: two that differ may share one, but hardly most of a quote's. */
function* runsOf(
  { folded, words }: AnnotatedText['doc'],
  { from, to }: WordSpan,
): Generator<number> {
  const last: number[] = [];
  for (let w = from; w < to; w++) {
    last.push(hashOf(folded, words.start[w] as number, words.end[w] as number));
    if (last.length > LEAST_WORDS) last.shift();
    if (last.length === LEAST_WORDS)
      yield last.reduce((hash, word) => Math.imul(hash ^ word, HASH_FACTOR), HASH_START);
  }
}
