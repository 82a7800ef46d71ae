import { describe, expect, it } from 'vitest';
import type { SegmentDocument } from '../../tools/eval/gold.ts';
import { segmentMeasure } from '../../tools/eval/segments/measure.ts';
import { answerOf, segmentsOf, spanOf } from './answer.ts';

const TEXT = 'Bridge reopens\nThe bridge was shut.\n\nSubscribe now\nNice to read';

const gold: SegmentDocument = {
  id: 'bridge',
  text: TEXT,
  segments: (
    [
      ['body', 'headline', 'Bridge reopens'],
      ['body', 'paragraph', 'The bridge was shut.'],
      ['ads', 'house', 'Subscribe now'],
      ['comments', 'comment', 'Nice to read'],
    ] as const
  ).map(([label, kind, passage]) => {
    const [start, end] = spanOf(TEXT, passage);
    return { start, end, label, kind };
  }),
};

function figuresOf(parts: Parameters<typeof segmentsOf>[1]) {
  const tally = segmentMeasure.tally(gold, answerOf({ segments: segmentsOf(TEXT, parts) }));
  return { tally, figures: segmentMeasure.figures([tally]) };
}

describe('segments', () => {
  it('gives full marks to the gold answer', () => {
    const { figures, tally } = figuresOf([
      ['body/headline', 'Bridge reopens'],
      ['body/paragraph', 'The bridge'],
      ['ads/house', 'Subscribe now'],
      ['comments/comment', 'Nice to read'],
    ]);
    expect(figures).toMatchObject({
      documents: 1,
      // Three of five labels occur; one that does not counts as nothing.
      macroF1: 60,
      lineMacroF1: 60,
      accuracy: 100,
      kindAccuracy: 100,
      falseCuts: { documents: 0, of: 1 },
    });
    expect(tally.mistakes).toEqual([]);
  });

  it('counts characters that are not white space, by label', () => {
    // body: 13 + 17 characters; "Subscribe now" has 12, "Nice to read" 10.
    const { figures, tally } = figuresOf([
      ['body/paragraph', 'Bridge reopens'],
      ['comments/comment', 'Nice to read'],
    ]);
    expect(figures).toMatchObject({
      characters: {
        body: { p: (100 * 30) / 42, r: 100, f: (200 * 30) / 72 },
        comments: { p: 100, r: 100, f: 100 },
        ads: { p: 0, r: 0, f: 0 },
      },
      lines: { body: { p: (100 * 2) / 3, r: 100, f: 80 } },
      accuracy: 100 * (40 / 52),
      // The headline is a paragraph here.
      kindAccuracy: (100 * 27) / 40,
    });
    expect(tally.mistakes).toEqual(['ads/house got body bridge: Subscribe now']);
  });

  it('counts a story that loses more than a tenth', () => {
    const { figures } = figuresOf([
      ['boilerplate/navigation', 'Bridge reopens'],
      ['body/paragraph', 'The bridge'],
    ]);
    expect(figures).toMatchObject({ falseCuts: { documents: 1, of: 1 } });
  });

  it('judges nothing that gold leaves open', () => {
    const open = {
      ...gold,
      segments: gold.segments.map((segment) => ({ ...segment, label: null })),
    };
    const tally = segmentMeasure.tally(open, answerOf({}));
    expect(segmentMeasure.figures([tally])).toMatchObject({
      macroF1: 0,
      falseCuts: { documents: 0, of: 0 },
    });
  });

  it('names confusions and the worst documents', () => {
    const { tally } = figuresOf([['boilerplate/tag', 'Bridge']]);
    expect(segmentMeasure.details([tally]).join('\n')).toContain('body/paragraph');
    expect(segmentMeasure.worst([tally], 1).join('\n')).toMatch(
      /bridge +0\.0 +0 +body\/paragraph -> boilerplate\/tag 17/,
    );
  });
});
