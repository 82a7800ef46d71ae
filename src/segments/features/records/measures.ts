/**
 * What the records of a list have in common and in what they differ: names, times of day, how they are written.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import { NUMERIC } from '../../../text/words.ts';
import type { Units } from '../../units/units.ts';
import { FIRSTS, type Shapes } from '../shape.ts';
import { SIGNS } from '../signs.ts';
import type { Chain } from './chains.ts';
import { MOST } from './companions.ts';
import { DATE, wordHash } from './signatures.ts';
import { afterTalk, untilTalk } from './spans.ts';

/** Share of records with marked units in them, told from the sums of marks before each unit. */
export function shareOf({ strokes }: Chain, from: number, to: number, sums: Int32Array): number {
  let marked = 0;
  strokes.forEach((u, i) => {
    const start = i === 0 ? from : u;
    const end = strokes[i + 1] ?? to;
    if ((sums[end] as number) > (sums[start] as number)) marked++;
  });
  return marked / strokes.length;
}

/** Share of beats whose text stands in no other of them. */
export function varietyOf(doc: Document, units: Units, { strokes }: Chain): number {
  const texts = strokes.map((u) =>
    doc.folded.slice(
      units.start[u],
      Math.min(units.end[u] as number, (units.start[u] as number) + 80),
    ),
  );
  return new Set(texts).size / texts.length;
}

/** Words read at a beat at most. */
const BEAT_WORDS = 24;

/** Mean number of words, numbers apart, in the lines without talk around a beat that few other beats have. */
export function ownWords(
  doc: Document,
  units: Units,
  { strokes }: Chain,
  talk: Uint8Array,
): number {
  const counts = new Map<number, number>();
  const words = strokes.map((u) => {
    const own = new Set<number>();
    const from = units.from[afterTalk(talk, u)] as number;
    const to = units.to[untilTalk(talk, u, units.count) - 1] as number;
    const start = Math.max(from, (units.from[u] as number) - BEAT_WORDS / 2);
    for (let w = start; w < Math.min(to, start + BEAT_WORDS); w++)
      if (!((doc.words.shape[w] as number) & NUMERIC)) own.add(wordHash(doc, w, 0));
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1);
    return own;
  });
  const rare = Math.max(1, strokes.length / 3);
  let found = 0;
  for (const own of words)
    for (const word of own) if ((counts.get(word) as number) <= rare) found++;
  return found / strokes.length;
}

/** Whether most beats have a time of day in the lines without talk around them. */
export function isTimed({ signs }: Shapes, { strokes }: Chain, talk: Uint8Array): boolean {
  let timed = 0;
  for (const u of strokes) {
    const end = untilTalk(talk, u, talk.length);
    for (let v = afterTalk(talk, u); v < end; v++)
      if ((signs[v] as number) & TIME) {
        timed++;
        break;
      }
  }
  return timed >= MOST * strokes.length;
}

/** A date is sought in so many characters of a beat. */
const DATE_CHARS = 120;
/** Fewer steps from one date to the next are no order. */
const LEAST_STEPS = 2;
/** So many of the steps lead the same way. */
const MOST_STEPS = 0.8;

/**
 * Whether the dates of a list's beats go up (1), down (-1) or neither (0), whatever their format: a step counts where all numbers that differ
 * from one date to the next differ the same way, as the hours of one day do.
 */
export function orderOf(doc: Document, units: Units, { sort, strokes }: Chain): -1 | 0 | 1 {
  if (sort !== DATE) return 0;
  let up = 0;
  let down = 0;
  let before: readonly number[] = [];
  for (const u of strokes) {
    const start = units.start[u] as number;
    const end = Math.min(units.end[u] as number, start + DATE_CHARS);
    const numbers = (doc.text.slice(start, end).match(/\d+/g) ?? []).map(Number);
    const steps = new Set(numbers.map((n, i) => Math.sign(n - (before[i] ?? n))));
    if (numbers.length === before.length && steps.has(1) !== steps.has(-1))
      if (steps.has(1)) up++;
      else down++;
    before = numbers;
  }
  if (up + down < LEAST_STEPS) return 0;
  if (up >= MOST_STEPS * (up + down)) return 1;
  return down >= MOST_STEPS * (up + down) ? -1 : 0;
}

export function styleOf(
  { first, signs }: Shapes,
  talk: Uint8Array,
  from: number,
  to: number,
): { readonly small: number; readonly exclaimed: number } {
  let all = 0;
  let small = 0;
  let exclaimed = 0;
  for (let u = from; u < to; u++) {
    if (!talk[u]) continue;
    all++;
    if (first[u] === SMALL) small++;
    if ((signs[u] as number) & EXCLAIMED) exclaimed++;
  }
  return { small: small / Math.max(1, all), exclaimed: exclaimed / Math.max(1, all) };
}

const SMALL = FIRSTS.indexOf('lower');
const EXCLAIMED = (1 << SIGNS.indexOf('ask')) | (1 << SIGNS.indexOf('exclaim'));

const TIME = 1 << SIGNS.indexOf('time');

/** Prose is close within so many units: a caption or a heading may stand between. */
const CLOSE = 3;

/** On which sides of units `from` to `to` prose is close: 1 above, 2 below, 3 both, 0 none. */
export function flanksOf(prose: Uint8Array, from: number, to: number): number {
  const isAny = (start: number, end: number): boolean =>
    prose.subarray(Math.max(0, start), end).includes(1);
  return (isAny(from - CLOSE, from) ? 1 : 0) + (isAny(to, to + CLOSE) ? 2 : 0);
}

export function digitsOf({ words, numbers }: Shapes, from: number, to: number): number {
  let all = 0;
  let digits = 0;
  for (let u = from; u < to; u++) {
    all += words[u] as number;
    digits += numbers[u] as number;
  }
  return digits / Math.max(1, all);
}
