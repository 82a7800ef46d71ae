/**
 * Chains: units with one signature that come again and again, one in every record.
 * @module
 */
import { COUNT, sortOf, SORTS } from './signatures.ts';

/** Units of one signature, in order. */
export interface Chain {
  /** Index into `SORTS`. */
  readonly sort: number;
  /** Units, at least two. */
  readonly strokes: readonly number[];
  /** How many of its steps, from one stroke to the next, have talk in them. */
  readonly talking: number;
  /** The higher, the more likely it is the make of a list. */
  readonly score: number;
}

/**
 * Strokes further apart, in units, belong to different lists. Of 15, 40 and 80: with 15 the paragraphs of a long comment broke its thread,
 * and beyond 40 more stories than threads were spanned.
 */
export const MAX_STEP = 40;

/** So many steps without talk in a row are a list of their own: links before or after a thread may be dated like its comments. */
const MUTE_RUN = 3;

/** How far a sort is to be trusted; chance makes openings and short lines come again most of all. */
const TRUST: Readonly<Record<(typeof SORTS)[number], number>> = {
  date: 1.3,
  same: 1,
  opening: 0.9,
  ending: 1.1,
  count: 1.2,
  // Headings of a story do so too: only where nothing else is found.
  short: 0.1,
  number: 0.8,
};

/** What a step without talk counts, where one with talk counts 1. */
const MUTE = 0.4;

/** What is known of the units of a page, parallel arrays over them but for the first. */
export interface Lines {
  /** Those of unit `u` are `signatures[at[u]]` to `signatures[at[u + 1] - 1]`. */
  readonly signatures: readonly number[];
  readonly at: Int32Array;
  /** The number that it opens with. */
  readonly counts: Int32Array;
  /** Units of talk before it. */
  readonly talkUpTo: Int32Array;
  /** 1 where it is talk, and long enough to hold a record all by itself. */
  readonly whole: Uint8Array;
  /** 1 where a rule for comments speaks. */
  readonly voices: Uint8Array;
}

/** Chains of all signatures, the best first. */
export function findChains(lines: Lines): readonly Chain[] {
  const { signatures, at, voices } = lines;
  const places = new Map<number, number[]>();
  for (let u = 0; u + 1 < at.length; u++)
    for (let i = at[u] as number; i < (at[u + 1] as number); i++) {
      const known = places.get(signatures[i] as number);
      if (!known) places.set(signatures[i] as number, [u]);
      else if (known.at(-1) !== u) known.push(u);
    }
  const chains: { -readonly [Key in keyof Chain]: Chain[Key] }[] = [];
  for (const [signature, units] of places)
    if (units.length > 1) addRuns(sortOf(signature), units, lines, chains);
  for (const chain of chains) chain.score *= 1 + voicedShare(chain, voices);
  return chains.sort(
    (a, b) => b.score - a.score || (a.strokes[0] as number) - (b.strokes[0] as number),
  );
}

function voicedShare({ strokes }: Chain, voices: Uint8Array): number {
  return strokes.reduce((sum, u) => sum + (voices[u] as number), 0) / strokes.length;
}

/** Cuts the units of one signature where the beat breaks off. */
function addRuns(sort: number, units: readonly number[], lines: Lines, out: Chain[]): void {
  let run: number[] = [];
  for (const u of units) {
    const before = run.at(-1);
    if (before !== undefined && !goesOn(sort, before, u, lines.counts)) {
      addParts(sort, run, lines, out);
      run = [];
    }
    run.push(u);
  }
  addParts(sort, run, lines, out);
}

function goesOn(sort: number, before: number, u: number, counts: Int32Array): boolean {
  if (u - before > MAX_STEP) return false;
  if (sort !== COUNT) return true;
  return Math.abs((counts[u] as number) - (counts[before] as number)) === 1;
}

/** Cuts a run into parts with talk in their steps, and parts without. */
function addParts(
  sort: number,
  run: readonly number[],
  { talkUpTo, whole }: Lines,
  out: Chain[],
): void {
  const talks = run.map((u, i) => {
    const next = run[i + 1];
    if (next === undefined) return false;
    return whole[u] === 1 || (talkUpTo[next] as number) > (talkUpTo[u + 1] as number);
  });
  let from = 0;
  for (let i = 0; i + 1 < run.length;) {
    let end = i;
    while (end + 1 < run.length && !talks[end]) end++;
    const steps = end - i;
    if (steps >= MUTE_RUN && steps < run.length - 1) {
      // A beat mostly opens its record: the one before a step without talk has none itself.
      const last = end + 1 === run.length ? end + 1 : end;
      addChain(sort, run.slice(from, i), talks, from, out);
      addChain(sort, run.slice(i, last), talks, i, out);
      from = last;
    }
    i = Math.max(end, i + 1);
  }
  addChain(sort, run.slice(from), talks, from, out);
}

function addChain(
  sort: number,
  strokes: readonly number[],
  talks: readonly boolean[],
  from: number,
  out: Chain[],
): void {
  const steps = strokes.length - 1;
  if (steps < 1) return;
  const talking = talks.slice(from, from + steps).filter(Boolean).length;
  const score = TRUST[SORTS[sort] as (typeof SORTS)[number]] * (talking + MUTE * (steps - talking));
  out.push({ sort, strokes, talking, score });
}
