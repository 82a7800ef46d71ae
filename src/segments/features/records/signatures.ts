/**
 * Signatures of units: what a line has in common with the lines of the same make in other records, in any language. A line has
 * several, since nobody knows beforehand which part of it stays and which part is somebody's name.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import { NUMERIC } from '../../../text/words.ts';
import type { Units } from '../../units/units.ts';
import { endsInStop, LASTS, type Shapes } from '../shape.ts';

/**
 * Sorts of signatures. `date`: a run of numbers written in the same way; `number`: one number in a short line, "3 hours ago"; `same`: the same words, numbers apart; `opening`,
 * `ending`: the same first or last word; `count`: it opens with a number of its own; `short`: a few words alone above talk.
 */
export const SORTS = ['date', 'same', 'opening', 'ending', 'count', 'short', 'number'] as const;
export const [DATE, SAME, OPENING, ENDING, COUNT, SHORT, NUMBER] = [0, 1, 2, 3, 4, 5, 6] as const;

/** A signature is a hash, with its sort in the lowest bits. */
const SORT_BITS = 3;

export const sortOf = (signature: number): number => signature & ((1 << SORT_BITS) - 1);

const signatureOf = (sort: number, hash: number): number => (hash << SORT_BITS) | sort;

/** Longer lines are read only at their edges: a comment may begin behind the name and date of its author, or end before them. */
export const LINE_WORDS = 14;
/** A date in a longer line begins within so many words of its start, or ends within so many of its end. */
const HEAD_WORDS = 10;
const TAIL_WORDS = 4;
/** A date that closes a longer line is sought in so many words of its end. */
const DATE_WORDS = 12;
/** A line may open with a name before the word that comes again closes it, but not the other way round. */
const OPENING_WORDS = 10;
/** Longer lines have words in common by chance. */
const SAME_WORDS = 8;
/** A date is a run of numbers with at most so many other words between them, "12 de mayo de 2024 a las 9:15". */
const DATE_GAP = 3;
/** A single number is a date only in a line of so few words: "3 hours ago". */
const LONE_NUMBER_WORDS = 4;
/** A name is no longer. */
const NAME_WORDS = 5;

const COLON = LASTS.indexOf('colon');
const COMMA = LASTS.indexOf('comma');

const PRIME = 0x01000193;
const mix = (hash: number, value: number): number => Math.imul(hash ^ value, PRIME);

/** Appends the signatures of unit `u` to `out`. Reads no more than the edges of the unit. */
export function addSignatures(
  doc: Document,
  units: Units,
  shapes: Shapes,
  talk: Uint8Array,
  u: number,
  out: number[],
): void {
  const from = units.from[u] as number;
  const to = units.to[u] as number;
  const count = shapes.words[u] as number;
  if (to === from) return;
  addCount(doc, units, from, u, out);
  if (count > LINE_WORDS) {
    addDate(doc, from, Math.min(to, from + DATE_WORDS), 1, out);
    addDate(doc, Math.max(from, to - DATE_WORDS), to, 2, out);
    return;
  }
  addDate(doc, from, to, 0, out);
  const last = shapes.last[u] as number;
  if (count <= SAME_WORDS) addSame(doc, from, to, last, out);
  if (last === COMMA || endsInStop(shapes, u)) return;
  addShort(units, shapes, talk, u, out);
  if (to - from === 1) return;
  if (count <= OPENING_WORDS && !isNumber(doc, from))
    out.push(signatureOf(OPENING, wordHash(doc, from, 3)));
  if (!isNumber(doc, to - 1)) out.push(signatureOf(ENDING, wordHash(doc, to - 1, last)));
}

const isNumber = (doc: Document, word: number): boolean =>
  ((doc.words.shape[word] as number) & NUMERIC) !== 0;

/** A hash of a folded word. */
export function wordHash(doc: Document, word: number, seed: number): number {
  let hash = seed + 17;
  const end = doc.words.end[word] as number;
  for (let at = doc.words.start[word] as number; at < end; at++)
    hash = mix(hash, doc.folded.charCodeAt(at));
  return hash;
}

/** All words, every number the same. */
function addSame(doc: Document, from: number, to: number, last: number, out: number[]): void {
  let hash = last + 1;
  let known = 0;
  for (let w = from; w < to; w++) {
    if (isNumber(doc, w)) hash = mix(hash, 3);
    else {
      known++;
      hash = mix(hash, wordHash(doc, w, 7));
    }
  }
  if (known > 0) out.push(signatureOf(SAME, hash));
}

/**
 * How the first run of numbers from word `from` to `to` is written: which are years, times of day or other numbers, and how many words
 * stand between. Names of months and days are words like any others.
 * @param place keeps apart runs that stand in different places
 */
function addDate(doc: Document, from: number, to: number, place: number, out: number[]): void {
  let first = from;
  while (first < to && !isNumber(doc, first)) first++;
  if (first === to) return;
  let hash = mix(29, place);
  let numbers = 0;
  let timed = false;
  let last = first;
  let between = 0;
  for (let w = first; w < to && w - last <= DATE_GAP; w++) {
    if (!isNumber(doc, w)) {
      between++;
      continue;
    }
    const own = numberClass(doc, w);
    hash = mix(mix(hash, between), own);
    timed ||= own === POINTED;
    numbers++;
    between = 0;
    last = w;
  }
  const isLone = numbers === 1 && !timed;
  if (isLone && (place > 0 || to - from > LONE_NUMBER_WORDS)) return;
  if (place > 0 && numbers < (timed ? 2 : 3)) return;
  if (place === 1 && first - from > HEAD_WORDS) return;
  if (place === 2 && to - last > TAIL_WORDS) return;
  if (isLone) hash = mix(mix(hash, first - from), to - first);
  out.push(signatureOf(isLone ? NUMBER : DATE, hash));
}

/** A date or a time of day by itself: "12.05.2024", "9:15". */
const POINTED = 3;

/** 1 for a few digits, 2 for four of them, 3 for a date or a time, 4 with letters. */
function numberClass(doc: Document, word: number): number {
  const start = doc.words.start[word] as number;
  const end = doc.words.end[word] as number;
  let digits = 0;
  let stops = 0;
  let colons = 0;
  let commas = 0;
  for (let at = start; at < Math.min(end, start + MAX_NUMBER); at++) {
    const unit = doc.text.charCodeAt(at);
    if (unit >= 48 && unit <= 57) digits++;
    else if (unit === 46) stops++;
    else if (unit === 58) colons++;
    else if (unit === 44) commas++;
  }
  if (digits + stops + colons + commas < end - start) return 4;
  if (colons > 0 || stops > 1) return POINTED;
  return digits === 4 && stops + commas === 0 ? 2 : 1;
}

/** Longer numbers are no dates. */
const MAX_NUMBER = 12;

/** The unit opens with a number of its own: "#3", "3.", "3)". The number follows in the chain: see `chains.ts`. */
function addCount(doc: Document, units: Units, first: number, u: number, out: number[]): void {
  if (countOf(doc, units, first, u) > 0) out.push(signatureOf(COUNT, 1));
}

const MAX_DIGITS = 5;

/** The number that a unit opens with, if a sign shows it to be its own; else 0. */
export function countOf(doc: Document, units: Units, first: number, u: number): number {
  if (!isNumber(doc, first)) return 0;
  const start = doc.words.start[first] as number;
  const end = doc.words.end[first] as number;
  const lead = start - (units.start[u] as number);
  if (end - start > MAX_DIGITS || lead > 1) return 0;
  const isHash = lead === 1 && doc.text.charCodeAt(start - 1) === 35;
  const next = doc.text.charCodeAt(end);
  const isStopped = end < (units.end[u] as number) && (next === 46 || next === 41);
  if (!isHash && !isStopped) return 0;
  const value = Number(doc.text.slice(start, end));
  return Number.isInteger(value) ? value : 0;
}

/** A few words without a number, with talk right behind them: a name, or a title. */
function addShort(units: Units, shapes: Shapes, talk: Uint8Array, u: number, out: number[]): void {
  const words = shapes.words[u] as number;
  if (words > NAME_WORDS || (shapes.numbers[u] as number) > 0 || !talk[u + 1]) return;
  const isColon = shapes.last[u] === COLON ? 1 : 0;
  out.push(signatureOf(SHORT, mix(mix(41, units.gap[u] as number), isColon)));
}
