/**
 * What the model of speakers is fitted on, and how it is reported.
 */
import { describe, expect, it } from 'vitest';
import { SPEAKER_FEATURES } from '../../src/speakers/model/features.ts';
import type { SpeakerDocument } from '../../tools/eval/gold.ts';
import { meanGap, reliability } from '../../tools/fit/reliability.ts';
import { judge, exampleOf } from '../../tools/fit/speakers/examples.ts';
import { fragmentsOf } from '../../tools/fit/speakers/fragments.ts';
import { priorWeights } from '../../tools/fit/speakers/prior.ts';
import { spanOf } from '../eval/answer.ts';

const TEXT = [
  'Mayor Laura Ortiz crossed the bridge on Friday with Martin Hale.',
  '“The bridge is safe,” Ortiz said.',
].join('\n');
const DOC: SpeakerDocument = {
  id: 'bridge',
  text: TEXT,
  quotes: [
    {
      quote_spans: [spanOf(TEXT, '“The bridge is safe,”')],
      speaker_spans: [[TEXT.lastIndexOf('Ortiz'), TEXT.lastIndexOf('Ortiz') + 5]],
      mention: 'one-word',
      speaker: { name: 'Laura Ortiz', accept: [] },
    },
  ],
};
const KNOTS = Float64Array.from({ length: 11 }, (_, i) => i / 10);

describe('an example', () => {
  it('has the labels of the quotes that are found', () => {
    const { labels, quotes } = exampleOf(DOC, 'bridge');
    expect([...labels.keys()]).toEqual([quotes.length - 1]);
  });

  it('is judged by the name that a model gives', () => {
    const model = { weights: priorWeights(), knots: KNOTS };
    expect(judge(exampleOf(DOC, 'bridge'), model)).toEqual([
      expect.objectContaining({ language: 'en', mention: 'one-word', isRight: true }),
    ]);
  });
});

describe('a fragment', () => {
  // One in three quotes: of these ids some give one.
  const [fragment] = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((id) => fragmentsOf({ ...DOC, id }));

  it('is the paragraph of the quote, in which people go by what it calls them', () => {
    expect(fragment?.text).toBe('“The bridge is safe,” Ortiz said.');
    expect(fragment?.quotes[0]?.quote_spans).toEqual([[0, 21]]);
    expect(fragment?.quotes[0]?.speaker).toEqual({ name: null, accept: ['Ortiz'] });
  });
});

it('weights start from features that the model has', () => {
  expect(priorWeights()).toHaveLength(SPEAKER_FEATURES.space.size);
  expect(priorWeights().some((weight) => weight !== 0)).toBe(true);
});

describe('reliability', () => {
  const answers = [
    { confidence: 0.9, isRight: true },
    { confidence: 0.9, isRight: false },
    { confidence: 0.15, isRight: false },
  ];

  it('counts what is right in each tenth', () => {
    const rows = reliability([answers]);
    expect(rows).toHaveLength(10);
    expect(rows[1]).toBe('| 0.1 to 0.2 | 1 | 0 % |');
    expect(rows[9]).toBe('| 0.9 to 1 | 2 | 50 % |');
  });

  it('is summed up as the mean gap', () => {
    expect(meanGap(answers)).toBeCloseTo((2 * 0.4 + 0.15) / 3);
    expect(meanGap([])).toBe(0);
  });
});
