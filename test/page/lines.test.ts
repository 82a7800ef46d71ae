import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/page/lines.ts';
import { cpuMs } from '../../tools/bench/clock.ts';

const lines = (text: string, start = 0, end = text.length) =>
  [...linesOf(text, { start, end })].map((span) => text.slice(span.start, span.end));

describe('lines', () => {
  test('of every kind of break, without what holds nothing', () => {
    expect(lines('a\nb\r\nc\rd\u2028e\u2029f\u0085g\n \n\n  h  \n')).toEqual([...'abcdefgh']);
  });

  test('of a part, which may begin and end within one', () => {
    expect(lines('one two\nthree four', 4, 13)).toEqual(['two', 'three']);
  });

  test('very long ones come in pieces, at spaces', () => {
    const text = 'word '.repeat(5000);
    const pieces = lines(text);
    expect(pieces.length).toBeGreaterThan(4);
    expect(pieces.join('')).toBe(text.trimEnd());
    for (const piece of pieces.slice(0, -1)) expect(piece).toMatch(/ $/);
  });

  test('a pair of surrogates stays together', () => {
    for (const before of ['', 'a']) {
      const text = before + '😀'.repeat(8000);
      for (const piece of lines(text)) expect(piece.isWellFormed()).toBe(true);
      expect(lines(text).join('')).toBe(text);
    }
  });

  test('nothing but white space is lost', () => {
    const unit = fc.constantFrom('a', ' ', '\n', '\r\n', '\u2028', '“', '\t', '\ud800');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => {
        const text = units.join('');
        expect(lines(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });

  test('a megabyte without a break, in a thousand segments, takes no time', () => {
    const text = 'word '.repeat(200_000);
    const start = cpuMs();
    for (let at = 0; at < text.length; at += 1000) lines(text, at, at + 1000);
    expect(cpuMs() - start).toBeLessThan(2000);
  });
});
