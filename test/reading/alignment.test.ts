import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Copy } from '../../src/reading/copy.ts';
import { Edits } from '../../src/reading/edits.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
/** Replacements anywhere, in order. */
const replacements = fc
  .array(
    fc.record({
      start: fc.nat(60),
      length: fc.nat(5),
      by: fc.string({ unit: 'binary', maxLength: 4 }),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.toSorted((a, b) => a.start - b.start));

function editsOf(
  length: number,
  all: readonly { start: number; length: number; by: string }[],
): Edits {
  const edits = new Edits();
  for (const { start, length: long, by } of all)
    if (start <= length) edits.replace(start, Math.min(length, start + long), by);
  return edits;
}

describe('edits', () => {
  it('replace, remove and insert', () => {
    const edits = new Edits();
    edits.replace(0, 1, 'H');
    edits.remove(5, 6);
    edits.replace(9, 9, '!');
    expect(edits.apply('hello you').text).toBe('Helloyou!');
  });

  it('are cut where they overlap the one before', () => {
    const edits = new Edits();
    edits.remove(0, 4);
    edits.replace(2, 6, '-');
    edits.remove(1, 3);
    expect(edits.apply('abcdefgh').text).toBe('-gh');
  });
});

describe('an alignment', () => {
  it('maps every unit that stayed to where it stood, through several steps', () => {
    // Every unit of it stands there once, and replacements have none of them.
    const sent = String.fromCharCode(...Array.from({ length: 60 }, (_, i) => 0x4e00 + i));
    fc.assert(
      fc.property(replacements, replacements, replacements, (...steps) => {
        const copy = steps.reduce(
          (last, step) =>
            last.with(
              editsOf(
                last.text.length,
                step.map((one) => ({ ...one, by: one.by && '-' })),
              ),
            ),
          new Copy(sent),
        );
        [...copy.text].forEach((unit, at) => {
          if (unit === '-') return;
          expect(sent[copy.startInSent(at)]).toBe(unit);
          expect(copy.endInSent(at + 1)).toBe(copy.startInSent(at) + 1);
        });
      }),
    );
  });

  it('is monotone and stays inside of the text', () => {
    fc.assert(
      fc.property(text, replacements, (sent, all) => {
        const copy = new Copy(sent).with(editsOf(sent.length, all));
        let start = 0;
        let end = 0;
        for (let at = 0; at <= copy.text.length; at++) {
          expect(copy.startInSent(at)).toBeGreaterThanOrEqual(start);
          expect(copy.endInSent(at)).toBeGreaterThanOrEqual(end);
          start = copy.startInSent(at);
          end = copy.endInSent(at);
          expect(Math.max(start, end)).toBeLessThanOrEqual(sent.length);
        }
      }),
    );
  });

  it('leaves what was taken out at both ends of a span outside', () => {
    const edits = new Edits();
    edits.remove(0, 2);
    edits.remove(5, 9);
    const copy = new Copy('**you**  and').with(edits);
    expect(copy.text).toBe('youand');
    expect([copy.startInSent(0), copy.endInSent(3)]).toEqual([2, 5]);
    expect([copy.startInSent(3), copy.endInSent(6)]).toEqual([9, 12]);
  });

  it('maps forward what it maps back', () => {
    fc.assert(
      fc.property(text, replacements, (sent, all) => {
        const edits = editsOf(sent.length, all);
        const { text: after, alignment } = edits.apply(sent);
        const changed = new Set(
          edits
            .list()
            .flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
        );
        for (let at = 0; at < sent.length; at++) {
          if (changed.has(at)) continue;
          // An insertion right in front of a unit does not move what begins there.
          const there = alignment.after(at + 1) - 1;
          expect(after[there]).toBe(sent[at]);
          expect(alignment.startBefore(there)).toBe(at);
          expect(alignment.endBefore(there + 1)).toBe(at + 1);
        }
      }),
    );
  });
});
