/**
 * What the probabilities of a model mean: how often what has each of them is right, measured on documents that the weights
 * were not fitted on. A line for each sort of answer, straight between knots.
 * @module
 */
import type { Weights } from './types.ts';
import { openWeights, sectionOf, type Place, type Section } from './weights.ts';

/** Knots evenly over probabilities from 0 to 1. */
export const KNOTS = 11;

/** The name that a knot has in a table of weights. */
export const knotName = (line: string, knot: number): string =>
  `calibration/${line}=${knot / (KNOTS - 1)}`;

/** The rows of some lines. */
export function calibrationSection(lines: readonly string[]): Section {
  return sectionOf(
    lines.flatMap((line) => Array.from({ length: KNOTS }, (_, knot) => knotName(line, knot))),
  );
}

/** The lines of some tables, later ones before earlier ones; straight ones where none has any. */
export function openLines(
  tables: readonly (Weights | undefined)[],
  section: Section,
): readonly Float64Array[] {
  const into = Float64Array.from({ length: section.size }, (_, i) => (i % KNOTS) / (KNOTS - 1));
  const place: Place = { section, into, base: 0 };
  for (const table of tables) openWeights(table, ['weight'], [place]);
  return Array.from({ length: section.size / KNOTS }, (_, n) =>
    into.slice(n * KNOTS, (n + 1) * KNOTS),
  );
}

/** How often what the model gives this probability is right. */
export function calibrated(knots: Float64Array, probability: number): number {
  const at = Math.max(0, Math.min(1, probability)) * (KNOTS - 1);
  const knot = Math.min(KNOTS - 2, Math.floor(at));
  const low = knots[knot] as number;
  return low + (at - knot) * ((knots[knot + 1] as number) - low);
}
