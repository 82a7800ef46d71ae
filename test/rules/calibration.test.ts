import { describe, expect, it } from 'vitest';
import { calibrated, calibrationSection, knotName, KNOTS, openLines } from '../../src/rules/calibration.ts';

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

describe('openLines', () => {
  const section = calibrationSection(['calm', 'rough']);
  const of = (line: string, value: number) => ({
    columns: ['weight'],
    rows: { [knotName(line, 10)]: [0, value] },
  });

  it('gives straight lines where no table is', () => {
    for (const line of openLines([undefined], section)) expect(calibrated(line, 0.37)).toBeCloseTo(0.37);
  });

  it('takes a later table before an earlier one, line by line', () => {
    const [calm, rough] = openLines([of('calm', 50), of('rough', 70), of('rough', 90)], section);
    expect([calm?.[10], rough?.[10]]).toEqual([0.5, 0.9]);
  });
});
