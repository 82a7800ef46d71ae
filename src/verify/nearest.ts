/**
 * The passage that comes nearest to a quote which does not stand in the text: where words of the quote are close
 * together, and there the order that most of them keep.
 * @module
 */
import type { Span } from '../text/spans.ts';
import type { Pair } from './compare.ts';
import { holesWithin, mostWords, type Parts } from './holes.ts';
import { endOf, startOf, type Tokens } from './words.ts';

/** Share of wording in common below which a passage is another one. */
const LEAST_SIMILARITY = 0.5;
const LEAST_WORDS = 2;
/** Passages looked at more closely; of a long quote only the best one, for it cannot be missed. */
const CANDIDATES = 3;
const LONG = 200;
/** The most words by which a passage may begin before, or end after, the stretch it was found by. */
const MARGIN = 64;
/** Price of a word that only one side has, in the weight of words; it keeps passages together. */
const GAP = 0.5;
/** The most words that all holes of a quote together may stand for here. */
const MAX_SLACK = 240;

/** The text's words with how much each says: rare ones more than common ones. */
export interface Ground {
  readonly text: Tokens;
  /** By word number. */
  readonly weights: Float64Array;
  /** Of a word that the text does not have. */
  readonly unknown: number;
}

export function groundOf(text: Tokens, size: number): Ground {
  const counts = new Float64Array(size);
  for (const id of text.ids) counts[id] = (counts[id] as number) + 1;
  const weights = counts.map((count) => Math.log2(1 + text.ids.length / count));
  return { text, weights, unknown: Math.log2(1 + 2 * text.ids.length) };
}

export interface Nearest {
  readonly pairs: readonly Pair[];
  /** 0 to 1: twice the weight of what is common over the weight of both. */
  readonly similarity: number;
}

/** The nearest passage, or `null` where nothing is near. */
export function nearest(ground: Ground, quote: Tokens, parts: Parts): Nearest | null {
  const words = parts.pieces.flatMap(({ from, to }) =>
    Array.from({ length: to - from }, (_, n) => from + n),
  );
  if (words.length < LEAST_WORDS) return null;
  const slack = words.map((i, n) => slackAfter(quote, parts, i, words[n + 1]));
  const length = words.length + Math.min(MAX_SLACK, sumOf(slack));
  const total = sumOf(words.map((i) => weightOf(ground, quote.ids[i] as number)));
  let best: Nearest | null = null;
  for (const start of closest(ground, quote, words, length, total)) {
    const margin = Math.min(MARGIN, 8 + (words.length >> 2));
    const from = Math.max(0, start - margin);
    const to = Math.min(ground.text.ids.length, start + length + margin);
    const pairs = align(ground, quote, words, slack, from, to);
    const free = new Map(words.map((i, n) => [i, slack[n] as number]));
    const similarity =
      (2 * commonWeight(ground, pairs)) / (total + passageWeight(ground, pairs, free));
    const enough = pairs.length >= LEAST_WORDS && 2 * pairs.length > words.length;
    if (enough && similarity > (best?.similarity ?? 0)) {
      best = { pairs, similarity };
    }
  }
  return best && best.similarity >= LEAST_SIMILARITY ? best : null;
}

/** The similarity of a quote that stands in the text but for some denials (UTF-16, half-open) between its words. */
export function withoutDenials(
  { text, weights }: Ground,
  pairs: readonly Pair[],
  denied: readonly Span[],
): number {
  if (denied.length === 0) return 1;
  const weight = (j: number): number => weights[text.ids[j] as number] as number;
  let [common, lost] = [0, 0];
  pairs.forEach(({ j }, n) => {
    common += weight(j);
    // Bounded by the holes of the quote: no more words than they may stand for.
    for (let at = j + 1; at < (pairs[n + 1]?.j ?? 0); at++) {
      const [start, end] = [startOf(text, at), endOf(text, at)];
      if (denied.some((one) => one.start < end && start < one.end)) lost += weight(at);
    }
  });
  return (2 * common) / (2 * common + lost);
}

function weightOf({ weights, unknown }: Ground, id: number): number {
  return id < 0 ? unknown : (weights[id] as number);
}

/** How many words of the text may stand between two words of the quote, because it has holes there. */
function slackAfter(quote: Tokens, parts: Parts, i: number, next: number | undefined): number {
  if (next === undefined) return 0;
  return mostWords(holesWithin(parts, endOf(quote, i), startOf(quote, next)));
}

/** Where stretches of `length` words start that have most of the quote's words, in whatever order; the best first. */
function closest(
  { text: { ids }, weights }: Ground,
  quote: Tokens,
  words: readonly number[],
  length: number,
  total: number,
): readonly number[] {
  const needed = new Int32Array(weights.length);
  for (const i of words) {
    const id = quote.ids[i] as number;
    if (id >= 0) needed[id] = (needed[id] as number) + 1;
  }
  const best: { start: number; score: number }[] = [];
  let score = 0;
  for (let end = 0; end < ids.length; end++) {
    const entering = ids[end] as number;
    // `needed` counts what the stretch still lacks; below zero is more than enough.
    if ((needed[entering] as number) > 0) score += weights[entering] as number;
    needed[entering] = (needed[entering] as number) - 1;
    const start = end - length + 1;
    const block = Math.max(0, Math.floor(start / length));
    if (score > (best[block]?.score ?? 0)) best[block] = { start: Math.max(0, start), score };
    if (start < 0) continue;
    const leaving = ids[start] as number;
    needed[leaving] = (needed[leaving] as number) + 1;
    if ((needed[leaving] as number) > 0) score -= weights[leaving] as number;
  }
  return best
    .filter((place) => place.score >= (total * LEAST_SIMILARITY) / 2)
    .sort((a, b) => b.score - a.score)
    .slice(0, words.length > LONG ? 1 : CANDIDATES)
    .map(({ start }) => start);
}

const MATCH = 1;
const SKIP_QUOTE = 2;
const SKIP_TEXT = 3;

/**
 * The heaviest common subsequence of the quote's words and the text's from `from` to `to`, which may begin and end
 * anywhere in the text. Quote's words times text's words steps; both are bounded by the longest quote.
 */
function align(
  { text, weights }: Ground,
  quote: Tokens,
  words: readonly number[],
  slack: readonly number[],
  from: number,
  to: number,
): readonly Pair[] {
  const ids = text.ids.subarray(from, to);
  const width = ids.length + 1;
  const steps = new Uint8Array((words.length + 1) * width);
  let above = new Float64Array(width);
  for (let row = 1; row <= words.length; row++) {
    const id = quote.ids[words[row - 1] as number] as number;
    const weight = weights[id] ?? 0;
    // Behind the last word, and in a hole, words of the text cost nothing.
    const price = row === words.length || (slack[row - 1] as number) > 0 ? 0 : GAP;
    const scores = new Float64Array(width);
    scores[0] = (above[0] as number) - GAP;
    steps[row * width] = SKIP_QUOTE;
    for (let column = 1; column < width; column++) {
      let score = (above[column] as number) - GAP;
      let step = SKIP_QUOTE;
      const skipped = (scores[column - 1] as number) - price;
      if (skipped > score) {
        score = skipped;
        step = SKIP_TEXT;
      }
      if (id >= 0 && id === ids[column - 1]) {
        const matched = (above[column - 1] as number) + weight;
        if (matched >= score) {
          score = matched;
          step = MATCH;
        }
      }
      scores[column] = score;
      steps[row * width + column] = step;
    }
    above = scores;
  }
  return trace(steps, width, words, from);
}

function trace(
  steps: Uint8Array,
  width: number,
  words: readonly number[],
  from: number,
): readonly Pair[] {
  const pairs: Pair[] = [];
  let row = words.length;
  let column = width - 1;
  while (row > 0) {
    const step = steps[row * width + column];
    if (step === MATCH) pairs.push({ i: words[row - 1] as number, j: from + column - 1 });
    if (step !== SKIP_TEXT) row--;
    if (step !== SKIP_QUOTE) column--;
  }
  return pairs.reverse();
}

function commonWeight({ text, weights }: Ground, pairs: readonly Pair[]): number {
  return sumOf(pairs.map(({ j }) => weights[text.ids[j] as number] as number));
}

/** The weight of all words from the first to the last pair, but for those that holes stand for. */
function passageWeight(
  { text, weights }: Ground,
  pairs: readonly Pair[],
  free: ReadonlyMap<number, number>,
): number {
  let sum = 0;
  pairs.forEach(({ i, j }, n) => {
    const end = pairs[n + 1]?.j ?? j + 1;
    const spared = end - j - 1 <= (free.get(i) ?? 0) ? end : j + 1;
    sum += weights[text.ids[j] as number] as number;
    for (let at = spared; at < end; at++) sum += weights[text.ids[at] as number] as number;
  });
  return sum;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
