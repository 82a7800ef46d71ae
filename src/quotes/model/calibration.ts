/**
 * What the confidences of quotes and speakers mean: measured, on documents that the weights were not fitted on.
 * @module
 */
import type { Weights } from '../../rules/types.ts';
import { openWeights, sectionOf, type Place } from '../../rules/weights.ts';

/** Knots evenly over probabilities from 0 to 1. */
export const KNOTS = 11;
/** Quotes with and without marks, and the speakers of quotes, each have a line of their own. */
export const LINES = ['marked', 'plain', 'speaker'] as const;
export type Line = (typeof LINES)[number];

/** Name of the table in `rules/weights/`. */
export const CALIBRATION = 'quotes-calibration';

export const knotName = (line: Line, knot: number): string =>
  `calibration/${line}=${knot / (KNOTS - 1)}`;

export const CALIBRATION_SECTION = sectionOf(
  LINES.flatMap((line) => Array.from({ length: KNOTS }, (_, knot) => knotName(line, knot))),
);

/** For each line the share that was right at each knot. */
export type Calibration = Readonly<Record<Line, Float64Array>>;

/** The lines of some tables, later ones before earlier ones; straight ones where none has any. */
export function openCalibration(tables: readonly (Weights | undefined)[]): Calibration {
  const into = Float64Array.from(
    { length: LINES.length * KNOTS },
    (_, i) => (i % KNOTS) / (KNOTS - 1),
  );
  const place: Place = { section: CALIBRATION_SECTION, into, base: 0 };
  for (const table of tables) openWeights(table, ['weight'], [place]);
  const lineAt = (n: number): Float64Array => into.slice(n * KNOTS, (n + 1) * KNOTS);
  return { marked: lineAt(0), plain: lineAt(1), speaker: lineAt(2) };
}

/** How often what the model gives this probability is right; between knots a straight line. */
export function calibrated(knots: Float64Array, probability: number): number {
  const at = Math.max(0, Math.min(1, probability)) * (KNOTS - 1);
  const knot = Math.min(KNOTS - 2, Math.floor(at));
  const low = knots[knot] as number;
  return low + (at - knot) * ((knots[knot + 1] as number) - low);
}
