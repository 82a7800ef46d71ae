import { describe, expect, it } from 'vitest';
import { LABELLED_KINDS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import { calibrated, CALIBRATION, KNOTS, openModel } from '../../src/segments/model/model.ts';

describe('calibration', () => {
  it('changes nothing where none has been fitted', () => {
    const model = openModel(rules, undefined);
    for (const p of [0, 0.31, 0.5, 0.999, 1]) expect(calibrated(model, p)).toBeCloseTo(p, 9);
  });

  it('reads a straight line between knots', () => {
    const halves = Array.from({ length: KNOTS }, (_, i) => [
      i,
      Math.round((50 * i) / (KNOTS - 1)),
    ]).flat();
    const model = openModel(rules, { columns: LABELLED_KINDS, rows: { [CALIBRATION]: halves } });
    expect(calibrated(model, 0.4)).toBeCloseTo(0.2, 2);
    expect(calibrated(model, 1)).toBeCloseTo(0.5, 2);
    expect(calibrated(model, 1.0001)).toBeCloseTo(0.5, 2);
  });

  it('never falls with the fitted weights', () => {
    const model = openModel(rules, rules.weights['segments']);
    model.calibration.forEach((value, i) =>
      expect(value).toBeGreaterThanOrEqual(model.calibration[i - 1] ?? 0),
    );
  });
});
