import { expect, test } from 'vitest';
import { linesOf } from '../../tools/fit/segments/augment.ts';
import type { LabelledPage } from '../../tools/fit/segments/examples.ts';

test('lines of a segment: blank ones are passed over, the first keeps its indentation', () => {
  const text = ' \n\t One \n\n  two\r\n \nthree  ';
  const segments = [{ start: 0, end: text.length, label: 'body', kind: 'paragraph' }];
  const lines = linesOf({ text, segments } as unknown as LabelledPage);
  expect(lines.map(({ text: line, gap }) => [line, gap])).toEqual([
    ['\t One ', '\n\n  '],
    ['two\r', '\n \n'],
    ['three  ', ' '],
  ]);
  const blank = [{ start: 0, end: 3, label: 'body', kind: 'paragraph' }];
  expect(linesOf({ text, segments: blank } as unknown as LabelledPage)).toEqual([]);
});
