/**
 * The scanner stays linear over hundreds of thousands of marks. Quadratic growth would take minutes.
 * @module
 */
import { expect, it } from 'vitest';
import { scanMarks } from '../../src/annotation/quote-marks.ts';

it.each([
  ['opening curly marks', '“'],
  ['opening curly marks and words', '“a '],
  ['straight marks', '"'],
  ['straight marks and words', '" a'],
  ['single marks', ' ‘a'],
  ['possessives', "'s' "],
  ['guillemets', '»a«'],
  ['low marks', '„a '],
  ['nested openings', '“„«‘'],
  ['corner brackets', '「a'],
  ['double graves', '``a '],
  ['doubled single marks', " ''a"],
  ['doubled commas', ' ,,a'],
  ['closing marks', 'a,” '],
  ['inches', '"6" a '],
  ['straight marks that open', ' "a'],
  ['straight marks in nests', '"a "b" c" '],
])('%s', (_, unit) => {
  const time = (size: number): number => {
    const text = unit.repeat(size / unit.length);
    // Processor time, since a busy machine only adds to the other one.
    const started = process.cpuUsage();
    scanMarks(text, [{ start: 0, end: text.length }]);
    return process.cpuUsage(started).user / 1000;
  };
  time(10_000);
  expect(time(400_000)).toBeLessThan(4000);
});
