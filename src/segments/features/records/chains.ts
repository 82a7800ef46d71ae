/**
 * Chains: units with one signature that come again and again, one in every record.
 * @module
 */
import { COUNT, DATE, ENDING, NUMBER, OPENING, SAME, SHORT, sortOf } from './signatures.ts';

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
const TRUST: readonly number[] = Object.entries({
  [DATE]: 1.3,
  [SAME]: 1,
  [OPENING]: 0.9,
  [ENDING]: 1.1,
  [COUNT]: 1.2,
  [SHORT]: 0.1,
  [NUMBER]: 0.8,
}).map(([, trust]) => trust);

/** What a step without talk counts, where one with talk counts 1. */
const MUTE = 0.4;

/**
 * Chains of all signatures, the best first.
 * @param signatures those of unit `u` are `signatures[at[u]]` to `signatures[at[u + 1] - 1]`
 * @param counts the number that each unit opens with
 * @param talkUpTo units of talk before each unit
 * @param voices 1 where a rule for comments speaks
 */
export function findChains(
  signatures: readonly number[],
  at: Int32Array,
  counts: Int32Array,
  talkUpTo: Int32Array,
  voices: Uint8Array,
): readonly Chain[] {
  const places = new Map<number, number[]>();
  for (let u = 0; u + 1 < at.length; u++)
    for (let i = at[u] as number; i < (at[u + 1] as number); i++) {
      const known = places.get(signatures[i] as number);
      if (!known) places.set(signatures[i] as number, [u]);
      else if (known.at(-1) !== u) known.push(u);
    }
  const chains: { -readonly [Key in keyof Chain]: Chain[Key] }[] = [];
  for (const [signature, units] of places)
    if (units.length > 1) addRuns(sortOf(signature), units, counts, talkUpTo, chains);
  for (const chain of chains) chain.score *= 1 + voicedShare(chain, voices);
  return chains.sort(
    (a, b) => b.score - a.score || (a.strokes[0] as number) - (b.strokes[0] as number),
  );
}

function voicedShare({ strokes }: Chain, voices: Uint8Array): number {
  return strokes.reduce((sum, u) => sum + (voices[u] as number), 0) / strokes.length;
}

/** Cuts the units of one signature where the beat breaks off. */
function addRuns(
  sort: number,
  units: readonly number[],
  counts: Int32Array,
  talkUpTo: Int32Array,
  out: Chain[],
): void {
  let run: number[] = [];
  for (const u of units) {
    const before = run.at(-1);
    if (before !== undefined && !goesOn(sort, before, u, counts)) {
      addParts(sort, run, talkUpTo, out);
      run = [];
    }
    run.push(u);
  }
  addParts(sort, run, talkUpTo, out);
}

function goesOn(sort: number, before: number, u: number, counts: Int32Array): boolean {
  if (u - before > MAX_STEP) return false;
  if (sort !== COUNT) return true;
  return Math.abs((counts[u] as number) - (counts[before] as number)) === 1;
}

/** Cuts a run into parts with talk in their steps, and parts without. */
function addParts(sort: number, run: readonly number[], talkUpTo: Int32Array, out: Chain[]): void {
  const talks = run.map((u, i) => {
    const next = run[i + 1];
    return next !== undefined && (talkUpTo[next] as number) > (talkUpTo[u + 1] as number);
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
  const score = (TRUST[sort] as number) * (talking + MUTE * (steps - talking));
  out.push({ sort, strokes, talking, score });
}
