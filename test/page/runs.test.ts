import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annotationsOf, Sweep, type Annotation } from '../../src/page/runs.ts';
import type { Analysis } from '../../src/schema/types.ts';

const mark = (start: number, end: number, owner = 0): Annotation => ({
  start,
  end,
  role: 'content',
  owner,
});

const spans = fc
  .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 12 })
  .map((pairs) =>
    pairs
      .map(([start, length], owner) => mark(start, start + length, owner))
      .sort((a, b) => a.start - b.start || b.end - a.end),
  );

describe('runs', () => {
  test('a mark within a mark', () => {
    const runs = new Sweep([mark(2, 9, 0), mark(4, 6, 1)]).runs({ start: 0, end: 12 });
    expect(runs.map(({ start, end, over }) => [start, end, over.map((one) => one.owner)])).toEqual([
      [0, 2, []],
      [2, 4, [0]],
      [4, 6, [0, 1]],
      [6, 9, [0]],
      [9, 12, []],
    ]);
  });

  test('a mark that begins in what no stretch covers, and goes on over two', () => {
    const sweep = new Sweep([mark(3, 20)]);
    const runs = [
      { start: 0, end: 2 },
      { start: 5, end: 8 },
      { start: 12, end: 30 },
    ].flatMap((span) => sweep.runs(span));
    expect(runs.map(({ start, end, over }) => [start, end, over.length])).toEqual([
      [0, 2, 0],
      [5, 8, 1],
      [12, 20, 1],
      [20, 30, 0],
    ]);
  });

  test('tile every stretch, each under just the marks that cover it', () => {
    fc.assert(
      fc.property(
        spans,
        fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 }),
        (all, cuts) => {
          const sweep = new Sweep(all);
          let at = 0;
          for (const length of cuts) {
            const stretch = { start: at, end: at + length };
            let to = at;
            for (const run of sweep.runs(stretch)) {
              expect(run.start).toBe(to);
              expect(run.end).toBeGreaterThan(run.start);
              const covering = all.filter((one) => one.start <= run.start && one.end >= run.end);
              expect([...run.over].map((one) => one.owner).toSorted()).toEqual(
                covering.map((one) => one.owner).toSorted(),
              );
              const touching = all.filter((one) => one.start < run.end && one.end > run.start);
              expect(touching.length).toBe(covering.length);
              to = run.end;
            }
            expect(to).toBe(stretch.end);
            at = to + (length % 3);
          }
        },
      ),
    );
  });
});

test('everything that a quote and a speaker have is marked, in order', () => {
  const span = (start: number, end: number) => ({ start, end, text: '' });
  const analysis = {
    quotes: [
      {
        content: [span(10, 20), span(30, 40)],
        source: span(21, 25),
        cue: null,
        via: { source: span(0, 3), cue: span(4, 9) },
      },
    ],
    speakers: [{ mentions: [span(21, 25), span(50, 50)] }],
  } as unknown as Analysis;
  const all = annotationsOf(analysis).map(({ start, role }) => `${start} ${role}`);
  expect(all).toEqual(['0 via', '4 via', '10 content', '21 source', '21 mention', '30 content']);
});
