/**
 * Spans: which chains are lists, where each list begins and ends, and which end of a record its beat is at.
 * @module
 */
import type { Units } from '../../units/units.ts';
import { LASTS, type Shapes } from '../shape.ts';
import { MAX_STEP, type Chain } from './chains.ts';
import { hasHeader, isForeign, VOICED, type Measured } from './findings.ts';
import { COUNT, DATE } from './signatures.ts';

/** Which end of its record a beat is at, as far as that can be told. */
export const ENDS = ['unknown', 'head', 'foot'] as const;
export const [UNKNOWN, HEAD, FOOT] = [0, 1, 2] as const;

/** A list over units `from` to `to`, half-open. */
export interface Span {
  readonly chain: Chain;
  readonly from: number;
  readonly to: number;
  /** Index into {@link ENDS}. */
  readonly end: number;
}

/** Two beats are a list only where there is talk between them, and they did not come about by chance. */
function isList({ sort, strokes, talking }: Chain, voices: Uint8Array): boolean {
  return (
    strokes.length > 2 || (talking > 0 && (sort === DATE || strokes.every((u) => voices[u] === 1)))
  );
}

/**
 * Takes chains from the best on, wherever none before has taken the place. Writes the number of each list, + 1, over its units.
 * The loops inside go over the strokes of a chain, and over at most MAX_STEP units for each.
 */
export function chooseSpans(
  chains: readonly Chain[],
  units: Units,
  measured: Measured,
  talk: Uint8Array,
  voices: Uint8Array,
  list: Int32Array,
): readonly Span[] {
  const spans: Span[] = [];
  for (const found of chains) {
    if (!isList(found, voices) || isTaken(found, list)) continue;
    const chain = withoutStory(found, measured, talk);
    const span = spanOf(chain, units, measured, talk, list);
    spans.push(span);
    list.fill(spans.length, span.from, span.to);
  }
  return spans;
}

/**
 * A chain without its first beat, where a header of comments stands behind that one and behind no other, or where the second is far: the
 * first is then the date of the story.
 */
function withoutStory(chain: Chain, measured: Measured, talk: Uint8Array): Chain {
  const [first, second, third] = chain.strokes;
  if (first === undefined || second === undefined || third === undefined) return chain;
  const isHeaded = hasHeader(measured, talk, first + 1, second, VOICED);
  const isOdd = isHeaded && !hasHeader(measured, talk, second, third, VOICED);
  return isOdd || second - first > LONG_STEP * longestStep(chain.strokes)
    ? withoutFirst(chain)
    : chain;
}

/** So many times as long as the others is no step to the next record. */
const LONG_STEP = 5;

export const withoutFirst = (chain: Chain): Chain => ({
  ...chain,
  strokes: chain.strokes.slice(1),
  talking: Math.max(0, chain.talking - 1),
});

function isTaken({ strokes }: Chain, list: Int32Array): boolean {
  if (strokes.some((u) => list[u] !== 0)) return true;
  return strokes.some((u, i) => {
    const next = strokes[i + 1] ?? u;
    for (let v = u + 1; v < next; v++) if (list[v] !== 0) return true;
    return false;
  });
}

/** The extent of a chain's list: a record more at the end that beats do not close, as long as the others are. */
function spanOf(
  chain: Chain,
  units: Units,
  measured: Measured,
  talk: Uint8Array,
  list: Int32Array,
): Span {
  const { strokes } = chain;
  const first = strokes[0] as number;
  const last = strokes.at(-1) as number;
  const reach = longestStep(strokes) - 1;
  const stop = (v: number): boolean =>
    v < 0 || v >= units.count || list[v] !== 0 || isForeign(measured, v);
  let from = first;
  while (first - from < reach && !stop(from - 1)) from--;
  let to = last + 1;
  while (to - last - 1 < reach && !stop(to)) to++;
  const end = endOf(chain, units, measured.shapes, talk, from, to);
  // A name may stand above the date that is the beat, and a button below it.
  if (end === HEAD) from = Math.max(from, afterTalk(talk, first));
  if (end === FOOT) to = Math.min(to, untilTalk(talk, last, units.count));
  return { chain, from, to, end };
}

/** The first unit of the lines without talk that `u` is the last of. */
export function afterTalk(talk: Uint8Array, u: number): number {
  let v = u;
  while (v > 0 && !talk[v - 1] && u - v < MAX_META) v--;
  return v;
}

export function untilTalk(talk: Uint8Array, u: number, n: number): number {
  let v = u + 1;
  while (v < n && !talk[v] && v - u <= MAX_META) v++;
  return v;
}

/** Lines of names, dates and buttons that a record has at one end. */
const MAX_META = 4;

/** The longest step but for one in four, which may have jumped over a record. */
function longestStep(strokes: readonly number[]): number {
  const steps = strokes.slice(1).map((u, i) => u - (strokes[i] as number));
  steps.sort((a, b) => a - b);
  return Math.min(MAX_STEP, steps[Math.floor((steps.length - 1) * 0.75)] ?? 1);
}

const COLON = LASTS.indexOf('colon');

/**
 * Whether beats open or close their records. A colon and a number open; else what stands before the first and behind the last tells, and
 * then on which side of the lines around a beat the wider gap is.
 */
function endOf(
  { sort, strokes }: Chain,
  { gap }: Units,
  shapes: Shapes,
  talk: Uint8Array,
  from: number,
  to: number,
): number {
  if (sort === COUNT) return HEAD;
  const colons = strokes.filter((u) => shapes.last[u] === COLON).length;
  if (colons * 2 > strokes.length) return HEAD;
  let votes = 0;
  for (const u of strokes) votes += Math.sign(sideOf(u, gap, talk));
  const first = strokes[0] as number;
  const last = strokes.at(-1) as number;
  const talkBefore = isAnyTalk(talk, Math.max(from, first - MAX_META), first);
  const talkBehind = isAnyTalk(talk, last + 1, to);
  if (!talkBefore && talkBehind) return HEAD;
  if (talkBefore && !talkBehind) return FOOT;
  if (votes * 2 < -strokes.length) return FOOT;
  // Most threads open their records with names and dates.
  return votes * 2 > strokes.length || talk[untilTalk(talk, last, to)] ? HEAD : UNKNOWN;
}

function isAnyTalk(talk: Uint8Array, from: number, to: number): boolean {
  for (let u = from; u < to; u++) if (talk[u]) return true;
  return false;
}

/** The gap before the lines without talk that unit `u` is one of, less that behind them: positive where they open a record. */
function sideOf(u: number, gap: Uint8Array, talk: Uint8Array): number {
  const first = afterTalk(talk, u);
  const end = untilTalk(talk, u, talk.length);
  return (gap[first] as number) - (gap[end] ?? 3);
}
