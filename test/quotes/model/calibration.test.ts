import { describe, expect, it } from 'vitest';
import {
  calibrated,
  CALIBRATION,
  knotName,
  KNOTS,
  openCalibration,
} from '../../../src/quotes/model/calibration.ts';
import { rules } from '../../../src/rules/load.ts';

describe('calibrated', () => {
  const knots = Float64Array.from({ length: KNOTS }, (_, i) => (i < 5 ? 0 : 0.8));

  it.each([
    [0, 0],
    [0.4, 0],
    [0.45, 0.4],
    [0.5, 0.8],
    [1, 0.8],
    [7, 0.8],
    [-7, 0],
  ])('reads %f off a line as %f', (probability, expected) => {
    expect(calibrated(knots, probability)).toBeCloseTo(expected, 9);
  });
});

describe('openCalibration', () => {
  it('is a straight line where no table is', () => {
    const { marked, plain, speaker } = openCalibration([undefined]);
    for (const line of [marked, plain, speaker]) expect(calibrated(line, 0.37)).toBeCloseTo(0.37);
  });

  it('takes a later table before an earlier one, line by line', () => {
    const of = (line: 'marked' | 'plain', value: number) => ({
      columns: ['weight'],
      rows: { [knotName(line, 10)]: [0, value] },
    });
    const open = openCalibration([of('plain', 50), of('marked', 70), of('marked', 90)]);
    expect([open.marked[10], open.plain[10], open.speaker[10]]).toEqual([0.9, 0.5, 1]);
  });

  it('never falls in the table that is shipped', () => {
    for (const line of Object.values(openCalibration([rules.weights[CALIBRATION]])))
      expect([...line]).toEqual([...line].sort((a, b) => a - b));
  });
});
