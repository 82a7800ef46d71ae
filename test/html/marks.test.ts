/**
 * Which text stands in the elements that are looked for.
 */
import { describe, expect, test } from 'vitest';
import type { Marker } from '../../src/html/marks.ts';
import { readHtml } from '../../src/html/reader.ts';

/** Rule 7 looks for class "a", rule 9 for class "b". */
const marker: Marker = {
  rules: [7, 9],
  bitsOf: (_name, _id, classes) => Number(classes === 'a') + 2 * Number(classes === 'b'),
};

const read = (html: string) => readHtml(html, { hintsOf: () => 0, marker });

/** Runs of text with the rules whose elements they stand in. */
function runsOf(html: string): readonly (readonly [string, ...number[]])[] {
  const { text, marks } = read(html);
  const { start, bits, rules } = marks as NonNullable<typeof marks>;
  return Array.from(start, (at, i) => [
    text.slice(at, start[i + 1]).trim(),
    ...rules.filter((_, r) => (bits[i] as number) & (1 << r)),
  ]);
}

describe('marks', () => {
  test('cover all that an element holds', () => {
    const html = '<p>0</p><div class=a>1<p>2 <b>3</b></p><ul><li>4<li>5</ul></div><p>6</p>';
    expect(runsOf(html)).toEqual([['1\n\n2 3\n\n4\n5', 7], ['6']]);
  });

  test('of elements inside of each other', () => {
    const html = '<div class=a>1<p class=b>2</p>3</div><p class=b>4<p class=a>5';
    expect(runsOf(html)).toEqual([
      ['1', 7],
      ['2', 7, 9],
      ['3', 7],
      ['4', 9],
      ['5', 7],
    ]);
  });

  test('begin and end inside of a line', () => {
    expect(runsOf('<p>one <i class=a>two</i> three</p>')).toEqual([['two', 7], ['three']]);
  });

  test('end where an element ends without a tag', () => {
    expect(runsOf('<p class=a>1<p>2')).toEqual([['1', 7], ['2']]);
    expect(runsOf('<table><tr><td class=a>1<td>2</table>')).toEqual([['1', 7], ['2']]);
  });

  test('have no part in what is not seen', () => {
    expect(runsOf('<div class=a hidden>1</div><script class=a>2</script><p>3</p>')).toEqual([]);
  });

  test('are none where none are looked for', () => {
    expect(readHtml('<p class=a>1', { hintsOf: () => 0 }).marks).toBeNull();
  });

  test('do not change the text', () => {
    const html = '<div class=a>1<p class=b>2</p>3</div> 4 <i class=b>5</i>';
    expect(read(html).text).toBe(readHtml(html, { hintsOf: () => 0 }).text);
  });

  test('are bounded, and what is beyond has none', () => {
    const { marks } = read('<i class=a>x</i> y '.repeat(100_000));
    expect(marks?.start.length).toBe(10_000);
    expect(marks?.bits.at(-1)).toBe(0);
  });
});
