import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetMap } from '../../src/text/offsets.ts';

/** Pieces that make pairs, half pairs, and pairs that look like half pairs. */
const piece = fc.constantFrom(
  'a',
  'é',
  '字',
  '😀',
  '𝐀',
  '\ud83d',
  '\ude00',
  '\ud83d\ud83d',
  '\ude00\ude00',
  '',
  '\n',
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('offsetMap', () => {
  it('leaves UTF-16 offsets alone', () => {
    const map = offsetMap('a😀b', 'utf16');
    expect([0, 1, 2, 3, 4].map(map)).toEqual([0, 1, 2, 3, 4]);
  });

  it('counts code points, a lone surrogate as one', () => {
    const map = offsetMap('a😀\ud83db', 'codepoint');
    expect([0, 1, 3, 4, 5].map(map)).toEqual([0, 1, 2, 3, 4]);
  });

  it('maps an offset inside a pair to its start', () => {
    expect(offsetMap('a😀b', 'codepoint')(2)).toBe(1);
  });

  it('agrees with counting from the front, at every offset', () => {
    fc.assert(
      fc.property(text, (sent) => {
        const map = offsetMap(sent, 'codepoint');
        let units = 0;
        [...sent].forEach((point, number) => {
          for (let inside = 0; inside < point.length; inside++)
            expect(map(units + inside)).toBe(number);
          units += point.length;
        });
        expect(map(sent.length)).toBe([...sent].length);
      }),
    );
  });

  it('cuts out of the code points what the UTF-16 offsets cut out of the text', () => {
    fc.assert(
      fc.property(text, fc.nat(200), fc.nat(200), (sent, a, b) => {
        const isInside = (at: number): boolean => (sent.codePointAt(at - 1) ?? 0) > 0xffff;
        const [start = 0, end = 0] = [Math.min(a, sent.length), Math.min(b, sent.length)].sort(
          (x, y) => x - y,
        );
        fc.pre(!isInside(start) && !isInside(end));
        const map = offsetMap(sent, 'codepoint');
        expect([...sent].slice(map(start), map(end)).join('')).toBe(sent.slice(start, end));
      }),
    );
  });
});
