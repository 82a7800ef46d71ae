import { describe, expect, it } from 'vitest';
import { RisingLine } from '../../tools/fit/isotonic.ts';

function lineOf(...answers: readonly (readonly [number, number, number])[]): Float64Array {
  const line = new RisingLine(3);
  for (const [times, probability, share] of answers)
    for (let i = 0; i < times; i++) line.add(probability, share);
  return line.knots();
}

describe('RisingLine', () => {
  it('is straight where nothing is known', () => {
    expect([...lineOf()]).toEqual([0, 0.5, 1]);
  });

  it('follows what was right', () => {
    const [low = 0, middle = 0, high = 0] = lineOf(
      [1000, 0.5, 0.8],
      [1000, 0, 0.1],
      [1000, 1, 0.9],
    );
    expect(low).toBeCloseTo(0.1, 1);
    expect(middle).toBeCloseTo(0.8, 1);
    expect(high).toBeCloseTo(0.9, 1);
  });

  it('never falls, and keeps the mean of what it pools', () => {
    const [low = 0, middle = 0, high = 0] = lineOf([1000, 0, 0.9], [1000, 0.5, 0.1]);
    expect(low).toBe(middle);
    expect(middle).toBeCloseTo(0.5, 1);
    expect(high).toBe(1);
  });

  it('takes what lies outside for the ends', () => {
    expect(lineOf([1000, 3, 0])[2]).toBeLessThan(0.6);
  });
});
