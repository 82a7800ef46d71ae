import { describe, expect, it } from 'vitest';
import { CALIBRATION, openCalibration } from '../../../src/quotes/model/calibration.ts';
import { rules } from '../../../src/rules/load.ts';

describe('openCalibration', () => {
  it('never falls in the table that is shipped', () => {
    for (const line of Object.values(openCalibration([rules.weights[CALIBRATION]])))
      expect([...line]).toEqual([...line].sort((a, b) => a - b));
  });
});
