/**
 * How time grows with length, and the exponent of the power law through it.
 * @module
 */
import { collectGarbage } from './garbage.ts';
import { familyOf, makeText } from './texts.ts';
import { STAGES, type Stage } from '../../src/stages.ts';
import {
  EVERYWHERE,
  LANGUAGE,
  timeStages,
  timeWhole,
  timeWords,
  type StageTimes,
} from './stages.ts';

export interface Point {
  /** UTF-16 units. */
  readonly length: number;
  /** Milliseconds of the whole analysis. */
  readonly whole: number;
  /** Milliseconds of one pass over the words. */
  readonly words: number;
  readonly stages: StageTimes;
}

export interface Growth {
  readonly family: string;
  readonly points: readonly Point[];
  /** Of time over length, fitted in logarithms: 1 is linear, 2 quadratic. */
  readonly exponent: number;
  /** The same for each stage that takes long enough to be measured. */
  readonly stageExponents: Readonly<Partial<Record<Stage, number>>>;
}

/** Longer texts of a family are left out after one that took so long. */
const LONGEST_MS = 10_000;
/** So often the whole is timed at every length, the lengths taking turns: a busy minute of the machine hits all of them. */
const ROUNDS = 3;

/** @param lengths in UTF-16 units, from the shortest */
export function measureFamily(name: string, lengths: readonly number[]): Growth {
  const family = familyOf(name);
  const texts: string[] = [];
  const points: Point[] = [];
  for (const length of lengths) {
    if ((points.at(-1)?.whole ?? 0) > LONGEST_MS) break;
    texts.push(makeText(family, length));
    points.push(measurePoint(texts.at(-1) as string, family.language));
  }
  const options = { ...EVERYWHERE, language: family.language ?? LANGUAGE };
  for (let round = 1; round < ROUNDS; round++)
    for (const [i, point] of points.entries()) {
      collectGarbage();
      const whole = Math.min(point.whole, timeWhole(texts[i] as string, options));
      points[i] = { ...point, whole };
    }
  return {
    family: name,
    points,
    exponent: exponentOf(points.map(({ length, whole }) => [length, whole])),
    stageExponents: Object.fromEntries(STAGES.flatMap((stage) => stageExponent(points, stage))),
  };
}

function measurePoint(text: string, language = LANGUAGE): Point {
  collectGarbage();
  return {
    length: text.length,
    whole: timeWhole(text, { ...EVERYWHERE, language }),
    words: timeWords(text),
    stages: timeStages(text, language),
  };
}

/** How many times the longest text that both were measured on takes what as much of another family takes. */
export function costBeside(growth: Growth, other: Growth): number {
  const { length, whole } = growth.points.at(-1) as Point;
  const same = other.points.find((point) => point.length === length);
  return same ? whole / same.whole : Number.NaN;
}

/** Below this a stage's times are noise. */
const LEAST_MS = 5;

function stageExponent(
  points: readonly Point[],
  stage: Stage,
): readonly (readonly [Stage, number])[] {
  const times = points.map(({ length, stages }) => [length, stages[stage]] as const);
  if ((times.at(-1)?.[1] ?? 0) < LEAST_MS) return [];
  return [[stage, exponentOf(times)]];
}

/** Short texts are mostly fixed cost, and warm up the compiler: a curve that bends up at the end must not hide there. */
const LARGEST = 3;

/** The slope of log time over log length, by least squares over the largest lengths. */
export function exponentOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.slice(-LARGEST).map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const mean = (of: (point: readonly [number, number]) => number): number =>
    logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
  const x0 = mean(([x]) => x);
  const y0 = mean(([, y]) => y);
  return mean(([x, y]) => (x - x0) * (y - y0)) / mean(([x]) => (x - x0) ** 2);
}
