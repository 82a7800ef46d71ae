/**
 * What differs between a quote and a passage, once it is known which words of the two are the same.
 * @module
 */
import { firstWhere } from '../text/search.ts';
import type { Span } from '../text/spans.ts';
import type { Denials } from './denials.ts';
import { holesWithin, mostWords, type Hole, type Parts } from './holes.ts';
import type { Change, ChangeKind, Difference } from './types.ts';
import { gapChanges, hasDots, wordChanges } from './typography.ts';
import { endOf, startOf, type Tokens } from './words.ts';

/** Word `i` of the quote is word `j` of the text. */
export interface Pair {
  readonly i: number;
  readonly j: number;
}

/** A passage (UTF-16, half-open) and how it differs. */
export interface Comparison extends Span {
  readonly changes: readonly Change[];
  readonly differences: readonly Difference[];
  /** Denials (UTF-16, half-open) that the quote leaves out behind an ellipsis or a bracket; they are differences too. */
  readonly denied: readonly Span[];
}

/** Two tokenised texts, and where the first one says of itself that it is not verbatim. */
export interface Sides {
  readonly quote: Tokens;
  readonly parts: Parts;
  readonly text: Tokens;
  readonly denials: Denials;
}

/**
 * Compares a quote with the passage from the first to the last of `pairs` (at least one, in order of both), or a little
 * beyond, where the quote goes on.
 */
export function compare(sides: Sides, pairs: readonly Pair[]): Comparison {
  const found = new Findings(sides);
  const start = found.lead(pairs[0] as Pair);
  pairs.forEach((pair, n) => {
    const before = pairs[n - 1];
    if (before) found.between(before, pair);
    found.word(pair, before);
  });
  const end = found.trail(pairs.at(-1) as Pair);
  const { changes, differences, denied } = found;
  return { start, end, changes, differences, denied };
}

/** Collects what differs, from the beginning to the end. Every step is bounded by the quote's length. */
class Findings {
  readonly changes: Change[] = [];
  readonly differences: Difference[] = [];
  readonly denied: Span[] = [];
  readonly #sides: Sides;

  constructor(sides: Sides) {
    this.#sides = sides;
  }

  word({ i, j }: Pair, before: Pair | undefined): void {
    const { quote, text, parts } = this.#sides;
    const ours: Span = { start: startOf(quote, i), end: endOf(quote, i) };
    const theirs: Span = { start: startOf(text, j), end: endOf(text, j) };
    const first =
      before === undefined || holesWithin(parts, endOf(quote, before.i), ours.start).length > 0;
    const kinds = wordChanges(
      quote.text.slice(ours.start, ours.end),
      text.text.slice(theirs.start, theirs.end),
      first,
    );
    if (kinds === null) this.#differ(ours, theirs);
    else this.#change(kinds, ours, theirs);
  }

  between(a: Pair, b: Pair): void {
    const { quote, text, parts } = this.#sides;
    const ours: Span = { start: endOf(quote, a.i), end: startOf(quote, b.i) };
    const theirs: Span = { start: endOf(text, a.j), end: startOf(text, b.j) };
    const holes = holesWithin(parts, ours.start, ours.end);
    const nextToEachOther = b.j === a.j + 1;
    const leftOut = b.j - a.j - 1;
    if (holes.length > 0 && leftOut <= mostWords(holes) && this.#onlyHoles(a.i, b.i, holes)) {
      const between = text.text.slice(theirs.start, theirs.end);
      if (!nextToEachOther || !hasDots(between)) {
        const words = nextToEachOther ? NOTHING : wordsOf(text, a.j + 1, b.j);
        return this.#fill(holes, words);
      }
    }
    if (nextToEachOther && b.i === a.i + 1) return this.#gap(ours, theirs);
    this.#differ(wordsOf(quote, a.i + 1, b.i), wordsOf(text, a.j + 1, b.j));
  }

  /** What the quote has in front of its first word that stands in the text. Answers where the passage starts. */
  lead({ i, j }: Pair): number {
    const { quote, text, parts } = this.#sides;
    const at = startOf(text, j);
    const holes = holesWithin(parts, 0, startOf(quote, i));
    if (holes.length > 0 && this.#onlyHoles(-1, i, holes)) {
      const inserted = unbracketed(quote.text, holes.at(-1) as Hole);
      const end = text.text.slice(Math.max(0, at - MAX_EDGE), at).trimEnd().length - MAX_EDGE + at;
      const start = Math.max(0, end - inserted.length);
      const stands = text.text.slice(start, end).toLowerCase() === inserted;
      this.#fill(holes.toReversed(), stands ? { start, end } : NOTHING);
      return stands ? start : at;
    }
    if (i > 0) {
      let from = j;
      while (from > 0 && j - from < i && runsOn(text, from - 1)) from--;
      this.#differ(wordsOf(quote, 0, i), wordsOf(text, from, j));
      return startOf(text, from);
    }
    const edge = quote.text.slice(0, startOf(quote, 0)).trimStart();
    const room = at - (j > 0 ? endOf(text, j - 1) : 0);
    const taken = bestEdge(edge, room, /^\s/, (length) => text.text.slice(at - length, at));
    const start = startOf(quote, 0);
    this.#gap({ start: start - edge.length, end: start }, { start: at - taken, end: at });
    return at - taken;
  }

  /** The same behind the last word. Answers where the passage ends. */
  trail({ i, j }: Pair): number {
    const { quote, text, parts } = this.#sides;
    const at = endOf(text, j);
    const count = quote.words.count;
    const holes = holesWithin(parts, endOf(quote, i), quote.text.length);
    if (holes.length > 0 && this.#onlyHoles(i, count, holes)) {
      this.#fill(holes, NOTHING);
      return at;
    }
    if (i < count - 1) {
      let to = j;
      while (to + 1 < text.words.count && to - j < count - 1 - i && runsOn(text, to)) to++;
      this.#differ(wordsOf(quote, i + 1, count), wordsOf(text, j + 1, to + 1));
      return endOf(text, to);
    }
    const start = endOf(quote, i);
    const edge = quote.text.slice(start).trimEnd();
    const room = (j + 1 < text.words.count ? startOf(text, j + 1) : text.text.length) - at;
    const taken = bestEdge(edge, room, /\s$/, (length) => text.text.slice(at, at + length));
    this.#gap({ start, end: start + edge.length }, { start: at, end: at + taken });
    return at + taken;
  }

  /** Whether all words between two words of the quote stand in holes. */
  #onlyHoles(a: number, b: number, holes: readonly Hole[]): boolean {
    const { quote } = this.#sides;
    for (let i = a + 1; i < b; i++) {
      const [start, end] = [startOf(quote, i), endOf(quote, i)];
      if (!holes.some((hole) => hole.start <= start && end <= hole.end)) return false;
    }
    return true;
  }

  #gap(ours: Span, theirs: Span): void {
    const { quote, text } = this.#sides;
    const kinds = gapChanges(
      quote.text.slice(ours.start, ours.end),
      text.text.slice(theirs.start, theirs.end),
    );
    this.#change(kinds, ours, theirs);
  }

  #change(kinds: readonly ChangeKind[], ours: Span, theirs: Span): void {
    for (const kind of kinds) this.changes.push({ kind, ...this.#both(ours, theirs) });
  }

  /**
   * What the text has is told with the first hole, where several stand in a row. A denial among it is a difference, unless a
   * bracket denies too (“[cannot]”).
   */
  #fill(holes: readonly Hole[], theirs: Span): void {
    holes.forEach((hole, n) => this.#change([hole.kind], hole, n === 0 ? theirs : NOTHING));
    const { quote, text, denials } = this.#sides;
    if (holes.some(({ start, end }) => denials(quote.text.slice(start, end)).length > 0)) return;
    for (const { start, end } of denials(text.text.slice(theirs.start, theirs.end))) {
      const denial = wordsAround(text, { start: theirs.start + start, end: theirs.start + end });
      this.denied.push(denial);
      this.#differ(NOTHING, denial);
    }
  }

  #differ(ours: Span, theirs: Span): void {
    this.differences.push(this.#both(ours, theirs));
  }

  #both(ours: Span, theirs: Span): Difference {
    const { quote, text } = this.#sides;
    return { quote: quote.span(ours.start, ours.end), text: text.span(theirs.start, theirs.end) };
  }
}

/** How far from a word its opening and closing marks are looked for. */
const MAX_EDGE = 12;
const NOTHING: Span = { start: 0, end: 0 };
const STOPS = /[\n\r\u2028\u2029.!?…:;"“”„«»]/;

/** From the first to the last of some words (half-open numbers), both of one text. */
function wordsOf(tokens: Tokens, from: number, to: number): Span {
  return to > from ? { start: startOf(tokens, from), end: endOf(tokens, to - 1) } : NOTHING;
}

/** From the start of the first to the end of the last word that a stretch has a part of. */
function wordsAround(tokens: Tokens, { start, end }: Span): Span {
  const { count } = tokens.words;
  const from = firstWhere(count, (i) => endOf(tokens, i) > start);
  const to = firstWhere(count, (i) => startOf(tokens, i) >= end);
  return wordsOf(tokens, from, to);
}

/** Whether a sentence surely goes on from word `i` to the next one. */
function runsOn(tokens: Tokens, i: number): boolean {
  return !STOPS.test(tokens.text.slice(endOf(tokens, i), startOf(tokens, i + 1)));
}

function unbracketed(text: string, { start, end }: Hole): string {
  return text.slice(start, end).replace(/[[\]]/g, '').toLowerCase();
}

/**
 * How many characters of the text's punctuation a quote's own stands for: the same ones, or those that differ least.
 * @param room how many there are
 * @param outerSpace matches white space at the side away from the word, which belongs to no quote
 */
function bestEdge(
  edge: string,
  room: number,
  outerSpace: RegExp,
  take: (length: number) => string,
): number {
  if (edge.length <= room && take(edge.length) === edge) return edge.length;
  let best = 0;
  let least = Infinity;
  for (let length = Math.min(room, edge.length + 2, MAX_EDGE); length >= 0; length--) {
    if (outerSpace.test(take(length))) continue;
    const kinds = gapChanges(edge, take(length)).length;
    const cost = kinds * MAX_EDGE * 2 + Math.min(MAX_EDGE, Math.abs(length - edge.length));
    if (cost < least) [best, least] = [length, cost];
  }
  return best;
}
