import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, TooMuch, type LineLimits } from '../../src/http/lines.ts';

const LIMITS = { lineBytes: 10, bytes: 1000, passedOver: 20 };

/** The lines of some pieces, as text; null where one was too long. */
async function lines(
  pieces: readonly string[],
  limits: LineLimits = LIMITS,
): Promise<readonly (string | null)[]> {
  const encoder = new TextEncoder();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
  const found: (string | null)[] = [];
  for await (const line of linesOf(stream.getReader(), limits)) {
    found.push(line && new TextDecoder().decode(line));
  }
  return found;
}

describe('linesOf', () => {
  test.each<[string[], (string | null)[]]>([
    [[], []],
    [[''], []],
    [['a'], ['a']],
    [['a\n'], ['a']],
    [['a\n\nb'], ['a', '', 'b']],
    [['\n'], ['']],
    [
      ['a', 'b\nc', '', 'd\n'],
      ['ab', 'cd'],
    ],
    [['a\r\nb'], ['a\r', 'b']],
    [['1234567890\n'], ['1234567890']],
    [['12345678901\nb'], [null, 'b']],
    [
      ['123456', '78901', '2345\nb\n'],
      [null, 'b'],
    ],
    [['12345678901'], [null]],
  ])('%j', async (pieces, expected) => {
    expect(await lines(pieces)).toEqual(expected);
  });

  test('however the stream is cut, the lines are the same', async () => {
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', '\n'), maxLength: 12 }));
    await fc.assert(
      fc.asyncProperty(pieces, async (cut) => {
        const whole = cut.join('');
        const expected = whole.replace(/\n$/, '').split('\n');
        const short = expected.map((line) => (line.length > 10 ? null : line));
        const limits = { ...LIMITS, passedOver: 1000 };
        expect(await lines(cut, limits)).toEqual(whole === '' ? [] : short);
      }),
    );
  });

  test('too much in all', async () => {
    const many = Array.from({ length: 101 }, () => '123456789\n');
    expect(await lines(many.slice(1))).toHaveLength(100);
    await expect(lines(many)).rejects.toThrow(TooMuch);
  });

  test('too much passed over, in one line or several', async () => {
    expect(await lines(['x'.repeat(11), 'x'.repeat(20), '\na'])).toEqual([null, 'a']);
    await expect(lines(['x'.repeat(11), 'x'.repeat(21)])).rejects.toThrow(TooMuch);
    const long = ['x'.repeat(11), 'x'.repeat(9), '\n'];
    await expect(lines([...long, ...long, ...long])).rejects.toThrow(TooMuch);
  });
});
