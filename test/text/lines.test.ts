import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/text/lines.ts';

const BREAKS = ['\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\v', '\f'];

function shown(text: string): readonly (readonly [string, number, number])[] {
  return splitLines(text).map((l) => [text.slice(l.start, l.end), l.blanksBefore, l.indent]);
}

describe('splitLines', () => {
  it('has no line for an empty or blank text', () => {
    expect(splitLines('')).toEqual([]);
    expect(splitLines(' \t\r\n\u00a0\n\ufeff')).toEqual([]);
  });

  it('trims lines, and counts their indent', () => {
    expect(shown('  one two \t\n\ttwo')).toEqual([
      ['one two', 0, 2],
      ['two', 0, 1],
    ]);
  });

  it.each(BREAKS.map((mark) => [mark]))('takes %j for one break', (mark) => {
    expect(shown(`a${mark}b${mark}${mark}c`)).toEqual([
      ['a', 0, 0],
      ['b', 0, 0],
      ['c', 1, 0],
    ]);
  });

  it('takes LF CR for two breaks, CR LF for one', () => {
    expect(shown('a\n\rb')).toEqual([
      ['a', 0, 0],
      ['b', 1, 0],
    ]);
    expect(shown('a\r\r\nb')).toEqual([
      ['a', 0, 0],
      ['b', 1, 0],
    ]);
  });

  it('counts empty lines above the first line, and none at the end', () => {
    expect(shown('\n \n\na\n\n')).toEqual([['a', 3, 0]]);
  });

  it('keeps a byte-order mark and zero-width blanks out of lines at their ends only', () => {
    expect(shown('\ufeffHead\u200bline\u200b')).toEqual([['Head\u200bline', 0, 1]]);
  });

  it('agrees with splitting at every break, for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...BREAKS, ' ', '\t', 'a', 'b c', '\u00a0', '😀'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const naive: [string, number][] = [];
        let blanks = 0;
        for (const raw of text.split(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/)) {
          const line = raw.replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g, '');
          if (line === '') blanks++;
          else {
            naive.push([line, blanks]);
            blanks = 0;
          }
        }
        expect(shown(text).map(([line, before]) => [line, before])).toEqual(naive);
      }),
    );
  });
});
