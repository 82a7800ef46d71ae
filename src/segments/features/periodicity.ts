/**
 * The rhythm of a page: how looks alternate, and how prose clusters. Link lists and threads alternate; stories do not.
 * @module
 */
import type { Units } from '../units/units.ts';
import type { Shapes } from './shape.ts';

/** Parallel arrays over units. */
export interface Periodicity {
  /** A number for how a unit looks: its size and its end. */
  readonly look: Int32Array;
  /** The same number for units that look alike, and whose neighbours do. */
  readonly pattern: Int32Array;
  /** After how many units looks come again around this unit; 0 where they do not. */
  readonly period: Uint8Array;
  /** Words of prose in the cluster of prose that the unit lies in or next to. */
  readonly cluster: Int32Array;
  /** Prose units in a row, this one among them. */
  readonly proseRun: Int32Array;
}

export function findPeriodicity(units: Units, shapes: Shapes, prose: Uint8Array): Periodicity {
  const look = looksOf(shapes);
  return {
    look,
    pattern: patternsOf(units, shapes, look),
    period: periodsOf(look),
    cluster: clustersOf(shapes, prose),
    proseRun: proseRuns(prose),
  };
}

function looksOf(shapes: Shapes): Int32Array {
  return shapes.words.map((words, u) => {
    const size =
      words === 0
        ? 1
        : shapes.numbers[u] === words
          ? 2
          : words <= 3
            ? 3
            : words <= 11
              ? 4
              : words <= 30
                ? 5
                : 6;
    return size * 16 + (shapes.last[u] as number) + 1;
  });
}

/** How a unit and its neighbours look: size, start, end, gap. */
function patternsOf(units: Units, shapes: Shapes, look: Int32Array): Int32Array {
  return look.map((here, u) => {
    const before = (look[u - 1] ?? 0) >> 4;
    const after = (look[u + 1] ?? 0) >> 4;
    return (
      (((before * 8 + after) * 256 + here) * 8 + (shapes.first[u] as number)) * 4 +
      (units.gap[u] as number) +
      1
    );
  });
}

export const MAX_PERIOD = 6;
const REACH = 9;
const ENOUGH = 0.75;

/** The shortest period at which three in four looks around a unit come again. */
function periodsOf(look: Int32Array): Uint8Array {
  const n = look.length;
  const out = new Uint8Array(n);
  for (let p = MAX_PERIOD; p >= 1; p--) {
    let matches = 0;
    const same = (u: number): number => (u >= 0 && u + p < n && look[u] === look[u + p] ? 1 : 0);
    for (let u = 0; u < Math.min(n, REACH); u++) matches += same(u);
    for (let u = 0; u < n; u++) {
      matches += same(u + REACH) - same(u - REACH - 1);
      const from = Math.max(0, u - REACH);
      const to = Math.min(n - p - 1, u + REACH);
      const pairs = to - from + 1;
      if (pairs >= 2 * p && matches >= ENOUGH * pairs) out[u] = p;
    }
  }
  return out;
}

/** Units without prose that do not yet end a cluster. */
const BREAK_AFTER = 2;

function clustersOf(shapes: Shapes, prose: Uint8Array): Int32Array {
  const n = prose.length;
  const out = new Int32Array(n);
  let first = -1;
  let last = -1;
  let words = 0;
  const close = (): void => {
    if (first >= 0) out.fill(words, Math.max(0, first - 1), Math.min(n, last + 2));
    first = -1;
    words = 0;
  };
  for (let u = 0; u < n; u++) {
    if (!prose[u]) continue;
    if (u - last > BREAK_AFTER + 1) close();
    if (first < 0) first = u;
    words += shapes.words[u] as number;
    last = u;
  }
  close();
  return out;
}

function proseRuns(prose: Uint8Array): Int32Array {
  const n = prose.length;
  const out = new Int32Array(n);
  for (let u = 0; u < n;) {
    let v = u;
    while (v < n && prose[v]) v++;
    out.fill(v - u, u, v);
    u = Math.max(v, u + 1);
  }
  return out;
}
