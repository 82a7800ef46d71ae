/**
 * Lines that come again, and beats: short lines that come again every few units, as in comment threads and link lists.
 * @module
 */
import { CASELESS, classOf } from '../../text/chars.ts';
import type { Document } from '../../text/document.ts';
import { CAPITAL, NUMERIC } from '../../text/words.ts';
import type { Units } from '../units/units.ts';
import type { Shapes } from './shape.ts';

/** Parallel arrays over units. */
export interface Repeats {
  /** The same number for units of the same words, numbers set aside; 0 for long units. */
  readonly group: Int32Array;
  /** How often the same words, numbers set aside, stand in the document; at most 255. */
  readonly times: Uint8Array;
  /** The same text stands in the unit just after (1) or before (2). */
  readonly twin: Uint8Array;
  /** Beats that run through this unit with prose between the strokes; at most 255. */
  readonly threads: Uint8Array;
  /** Beats that run through this unit without prose between the strokes. */
  readonly lists: Uint8Array;
  /** This unit is a stroke of a beat with (1) or without (2) prose. */
  readonly stroke: Uint8Array;
}

const MAX_WORDS = 12;
/** Longer lines may start or end alike by chance. */
const MAX_EDGE_WORDS = 7;
/** Strokes further apart than this, in units, are no beat. */
const MAX_STEP = 25;
const MIN_STROKES = 3;

export function findRepeats(doc: Document, units: Units, shapes: Shapes): Repeats {
  const n = units.count;
  const times = new Uint8Array(n);
  const stroke = new Uint8Array(n);
  const hashes = new Int32Array(n);
  const groups = new Map<number, number[]>();
  const tails = new Map<number, number[]>();
  const starts = new Map<number, number[]>();
  const ends = new Map<number, number[]>();
  for (let u = 0; u < n; u++) {
    const words = shapes.words[u] as number;
    if (words > MAX_WORDS || words === 0) continue;
    const hash = wordsHash(doc, units.from[u] as number, units.to[u] as number);
    hashes[u] = hash;
    push(groups, hash, u);
    if ((shapes.numbers[u] as number) > 0 && words > 1) push(tails, tailHash(doc, units, u), u);
    if (words > 1 && words <= MAX_EDGE_WORDS) {
      const last = (units.to[u] as number) - 1;
      push(ends, wordsHash(doc, last, last + 1) * 31 + (shapes.last[u] as number), u);
      push(
        starts,
        wordsHash(doc, units.from[u] as number, (units.from[u] as number) + 1) * 31 + words,
        u,
      );
    }
  }
  for (const places of groups.values())
    for (const u of places) times[u] = Math.min(255, places.length);
  const proseUpTo = countProse(shapes);
  const threadEdges = new Int32Array(n + 1);
  const listEdges = new Int32Array(n + 1);
  for (const places of [
    ...groups.values(),
    ...tails.values(),
    ...starts.values(),
    ...ends.values(),
  ])
    if (places.length >= MIN_STROKES) addBeats(places, proseUpTo, threadEdges, listEdges, stroke);
  return {
    group: hashes,
    times,
    twin: findTwins(doc, units),
    stroke,
    threads: sweep(threadEdges, n),
    lists: sweep(listEdges, n),
  };
}

/** A headline is no longer than this, in characters. */
const MAX_TWIN = 250;

function findTwins(doc: Document, { count, start, end }: Units): Uint8Array {
  const twin = new Uint8Array(count);
  for (let u = 1; u < count; u++) {
    const from = start[u] as number;
    const length = (end[u] as number) - from;
    const before = start[u - 1] as number;
    if (length > MAX_TWIN || (end[u - 1] as number) - before !== length) continue;
    if (doc.folded.slice(before, before + length) !== doc.folded.slice(from, from + length))
      continue;
    twin[u] = 2;
    if (twin[u - 1] === 0) twin[u - 1] = 1;
  }
  return twin;
}

function push(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Hash of the folded words, every number the same. */
function wordsHash(doc: Document, from: number, to: number): number {
  const { start, end, shape } = doc.words;
  let hash = 17;
  for (let w = from; w < to; w++) {
    hash = Math.imul(hash ^ 0x5f, 0x01000193);
    if ((shape[w] as number) & NUMERIC) continue;
    for (let at = start[w] as number; at < (end[w] as number); at++)
      hash = Math.imul(hash ^ doc.folded.charCodeAt(at), 0x01000193);
  }
  return hash | 1;
}

/**
 * Hash of a line's end from the word before its first number on, capitalised words all the same: a date behind a name.
 * Where there are no capitals, that word may be a name too.
 */
function tailHash(doc: Document, units: Units, u: number): number {
  const { start, end, shape } = doc.words;
  const to = units.to[u] as number;
  let w = units.from[u] as number;
  while (w < to && !((shape[w] as number) & NUMERIC)) w++;
  w = Math.max(units.from[u] as number, w - 1);
  let hash = 29;
  if (classOf(doc.text.charCodeAt(start[w] as number)) & CASELESS) {
    hash = Math.imul(hash ^ 5, 0x01000193);
    w++;
  }
  for (; w < to; w++) {
    const bits = shape[w] as number;
    hash = Math.imul(hash ^ (bits & NUMERIC ? 3 : bits & CAPITAL ? 5 : 7), 0x01000193);
    if (bits & (NUMERIC | CAPITAL)) continue;
    for (let at = start[w] as number; at < (end[w] as number); at++)
      hash = Math.imul(hash ^ doc.folded.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/** Prose units up to and including each unit. */
function countProse(shapes: Shapes): Int32Array {
  const n = shapes.words.length;
  const sums = new Int32Array(n + 1);
  for (let u = 0; u < n; u++) {
    const prose = (shapes.words[u] as number) >= 6 && (shapes.sentences[u] as number) > 0;
    sums[u + 1] = (sums[u] as number) + (prose ? 1 : 0);
  }
  return sums;
}

function addBeats(
  places: readonly number[],
  proseUpTo: Int32Array,
  threadEdges: Int32Array,
  listEdges: Int32Array,
  stroke: Uint8Array,
): void {
  for (let i = 1; i < places.length; i++) {
    const a = places[i - 1] as number;
    const b = places[i] as number;
    if (b - a < 2 || b - a > MAX_STEP) continue;
    const prose = (proseUpTo[b] as number) - (proseUpTo[a + 1] as number);
    const edges = prose > 0 ? threadEdges : listEdges;
    edges[a] = (edges[a] as number) + 1;
    edges[b] = (edges[b] as number) - 1;
    stroke[a] = stroke[b] = prose > 0 ? 1 : 2;
  }
}

function sweep(edges: Int32Array, n: number): Uint8Array {
  const out = new Uint8Array(n);
  let depth = 0;
  for (let u = 0; u < n; u++) {
    depth += edges[u] as number;
    out[u] = Math.min(255, depth);
  }
  return out;
}
