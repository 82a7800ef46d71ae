/**
 * Fitting judges by the measures of the evaluation.
 */
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import { readDocument } from '../../src/text/document.ts';
import type { GoldQuote, SegmentDocument } from '../../tools/eval/gold.ts';
import { segmentMeasure } from '../../tools/eval/segments/measure.ts';
import { tallySegments } from '../../tools/eval/segments/tally.ts';
import { figureAt } from '../../tools/eval/statistics.ts';
import { goldOf } from '../../tools/fit/quotes/gold.ts';
import {
  addReliability,
  emptyReliability,
  reliabilityRows,
  rightShare,
} from '../../tools/fit/segments/reliability.ts';
import { reportText } from '../../tools/fit/segments/report.ts';
import { segmentsOf, spanOf } from '../eval/answer.ts';

const TEXT = 'Bridge reopens\nSubscribe now';
const DOC: SegmentDocument = {
  id: 'bridge',
  text: TEXT,
  segments: [
    { start: 0, end: 15, label: 'body', kind: 'headline' },
    { start: 15, end: TEXT.length, label: 'ads', kind: 'house' },
  ],
};

describe('the report on segments', () => {
  const segments = segmentsOf(TEXT, [['body/headline', 'Bridge']]);
  const tallies = [tallySegments(DOC, { segments })];
  const reliability = emptyReliability();
  addReliability(reliability, DOC, segments);

  it('has the figures of the evaluation', () => {
    const run = { documents: 1, further: 0, units: 2, features: 3, folds: 2 };
    const report = reportText({ ...run, tallies, reliability, costs: ['| 1 | 0 |'] });
    const macroF1 = figureAt(segmentMeasure.figures(tallies), 'macroF1').toFixed(1);
    expect(report).toContain(`labels **${macroF1}** (95 % interval`);
    // Of 25 characters 13 are body.
    expect(report).toContain('| body | 68.4 | 52.0 | 100.0 |');
    expect(report).toContain('| ads/house | body/headline | 12 |');
    expect(report).toContain('| 1 | 0 |');
  });

  it('says how often a confidence is right, by the share of the characters', () => {
    expect(rightShare(DOC, { start: 0, end: TEXT.length, label: 'body' })).toBe(13 / 25);
    expect(rightShare(DOC, { start: 14, end: 15, label: 'body' })).toBeNull();
    expect(reliabilityRows(reliability)).toEqual(['| 0.9 to 1 | 1 | 100.0 % | 52.0 % |']);
  });
});

describe('gold attributions to learn from', () => {
  const text = '“We sail,” Okoro said. “We do not wait.” Brandt said no.';
  const { words } = readDocument(text, rules.vocabulary);
  const quote = (content: string, cue: readonly string[]): GoldQuote => ({
    quote_spans: [spanOf(text, content)],
    cue_spans: cue.map((passage) => spanOf(text, passage)),
  });

  it('are one where content stands on both sides of a cue', () => {
    const halves = [quote('“We sail,”', ['said']), quote('“We do not wait.”', ['said'])];
    expect(goldOf({ id: 'x', text, quotes: halves }, words)).toHaveLength(1);
    const apart = [quote('“We sail,”', []), quote('“We do not wait.”', [])];
    const golds = goldOf({ id: 'x', text, quotes: apart }, words);
    expect(golds.map(({ content }) => content.size)).toEqual([2, 4]);
  });
});
