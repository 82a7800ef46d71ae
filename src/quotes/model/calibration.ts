/**
 * What the confidences of quotes mean.
 * @module
 */
import { calibrationSection, openLines } from '../../rules/calibration.ts';
import type { Weights } from '../../rules/types.ts';

/** Quotes with and without marks have a line each. */
export const LINES = ['marked', 'plain'] as const;
export type Line = (typeof LINES)[number];

/** Name of the table in `rules/weights/`. */
export const CALIBRATION = 'quotes-calibration';
export const CALIBRATION_SECTION = calibrationSection(LINES);

/** For each line the share that was right at each knot. */
export type Calibration = Readonly<Record<Line, Float64Array>>;

/** The lines of some tables, later ones before earlier ones; straight ones where none has any. */
export function openCalibration(tables: readonly (Weights | undefined)[]): Calibration {
  const [marked, plain] = openLines(tables, CALIBRATION_SECTION) as [Float64Array, Float64Array];
  return { marked, plain };
}
