/**
 * What the library says of wrong arguments.
 */
import { expect, test } from 'vitest';
import { checkOptions } from '../../src/library/check.ts';
import { inputOf } from '../../src/library/formats/formatter.ts';
import type { Analysis, AnalyzeOptions } from '../../src/schema/types.ts';

test.each(['de', null, ['de'], 7, true])('options must be an object, not %j', (options) => {
  const check = () => checkOptions(options as unknown as AnalyzeOptions);
  expect(check).toThrow(new TypeError('options must be an object'));
});

test.each([
  [{ langauge: 'de' }, 'options.langauge is not an option; did you mean language?'],
  [{ banana: 1 }, 'options.banana is not an option; there are id, url, language, include, '],
  [{ include: ['quotes', 'x'] }, 'options.include.1 must be one of: segments, articles, '],
])('an option is named: %j', (options, message) => {
  expect(() => checkOptions(options as AnalyzeOptions)).toThrow(message);
});

test('formats want all parts of an analysis', () => {
  const parts = { segments: [], articles: [], quotes: [], speakers: [] };
  const analysis = { offsetUnit: 'utf16', length: 0, ...parts } as unknown as Analysis;
  expect(inputOf('', analysis).analysis).toBe(analysis);
  for (const part of Object.keys(parts)) {
    const { [part as keyof Analysis]: _, ...others } = analysis;
    expect(() => inputOf('', others as Analysis)).toThrow('analysis must have all parts');
  }
});
