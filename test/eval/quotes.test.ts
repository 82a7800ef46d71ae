import { describe, expect, it } from 'vitest';
import type { GoldQuote, QuoteDocument } from '../../tools/eval/gold.ts';
import { marksOf, orderOf } from '../../tools/eval/quotes/groups.ts';
import { quoteMeasure } from '../../tools/eval/quotes/measure.ts';
import { answerOf, quoteOf, spanOf, type QuoteParts } from './answer.ts';

const TEXT = [
  '“The ferry sails at nine on Monday,” said Marta Lindqvist.',
  'Port master Olu Adeyemi told the council that the quay would hold for another ten years.',
  'The “green” ferry is painted blue.',
].join('\n');

const FERRY = '“The ferry sails at nine on Monday,”';
const QUAY = 'the quay would hold for another ten years';

function goldQuote(parts: {
  readonly content: readonly string[];
  readonly source?: string;
  readonly cue?: string;
}): GoldQuote {
  const spans = (passages: readonly string[]) => passages.map((passage) => spanOf(TEXT, passage));
  return {
    quote_spans: spans(parts.content),
    speaker_spans: spans(parts.source === undefined ? [] : [parts.source]),
    cue_spans: spans(parts.cue === undefined ? [] : [parts.cue]),
  };
}

const gold: QuoteDocument = {
  id: 'ferry',
  text: TEXT,
  quotes: [
    goldQuote({ content: [FERRY], source: 'Marta Lindqvist', cue: 'said' }),
    goldQuote({ content: [QUAY], source: 'Port master Olu Adeyemi', cue: 'told the council that' }),
  ],
};

function tallyOf(...quotes: readonly QuoteParts[]) {
  const told = quotes.map((quote, i) => quoteOf(TEXT, `q${i + 1}`, quote));
  return quoteMeasure.tally(gold, answerOf({ quotes: told }));
}

function figuresOf(...quotes: readonly QuoteParts[]) {
  return quoteMeasure.figures([tallyOf(...quotes)]);
}

const PERFECT: readonly QuoteParts[] = [
  { content: [FERRY], source: 'Marta Lindqvist', cue: 'said', type: 'direct' },
  { content: [QUAY], source: 'Port master Olu Adeyemi', cue: 'told', type: 'indirect' },
];
const ALL = { p: 100, r: 100, f: 100 };
const NONE = { p: 0, r: 0, f: 0 };

describe('quotes', () => {
  it('gives full marks to the gold answer', () => {
    expect(figuresOf(...PERFECT)).toEqual({
      documents: 1,
      gold: { direct: 1, mixed: 0, indirect: 1 },
      predicted: 2,
      typesThatFitTheMarks: 100,
      directMixed: { found: ALL, endToEnd: ALL, exact: ALL },
      directRecall: 100,
      speechCueRecall: { indirect: 100, endToEnd: 100 },
      indirectPrecision: 100,
      everything: { found: ALL, endToEnd: ALL, exact: ALL },
      sourceOfFound: 100,
      cueOfFound: 100,
      scareQuotesTaken: { n: 1, percent: 0 },
    });
  });

  it('finds a quote by half its words, and asks more for an exact one', () => {
    // Four of seven words.
    expect(
      figuresOf({ content: ['“The ferry sails at'], source: 'Marta Lindqvist' }),
    ).toMatchObject({
      directMixed: { found: ALL, endToEnd: ALL, exact: NONE },
    });
    // Three of seven.
    expect(figuresOf({ content: ['“The ferry sails'] })).toMatchObject({
      directMixed: { found: NONE },
    });
  });

  it('takes a source that lies in gold, not one that is mostly something else', () => {
    const withSource = (source: string) => figuresOf({ content: [QUAY], source });
    expect(withSource('Adeyemi')).toMatchObject({ speechCueRecall: { endToEnd: 100 } });
    expect(withSource('Olu Adeyemi told the council')).toMatchObject({
      speechCueRecall: { endToEnd: 0 },
    });
    expect(figuresOf({ content: [QUAY] })).toMatchObject({ sourceOfFound: 0 });
  });

  it('reads the type off the marks, whatever is claimed', () => {
    expect(figuresOf({ content: [FERRY], type: 'indirect' })).toMatchObject({
      typesThatFitTheMarks: 0,
      directRecall: 100,
    });
  });

  it('pairs one to one', () => {
    const twice = [PERFECT[0] as QuoteParts, PERFECT[0] as QuoteParts];
    expect(figuresOf(...twice)).toMatchObject({
      directMixed: { found: { p: 50, r: 100 } },
    });
  });

  it('counts scare quotes that are taken', () => {
    const tally = tallyOf(...PERFECT, { content: ['“green”'] });
    expect(quoteMeasure.figures([tally])).toMatchObject({
      scareQuotesTaken: { n: 1, percent: 100 },
      directMixed: { found: { p: 50, r: 100 } },
    });
    expect(tally.mistakes).toEqual(['EXTRA ferry: “green” ferry is painted blue.']);
  });

  it('names what was missed and whose source is wrong', () => {
    expect(tallyOf().mistakes).toEqual([`MISSED ferry: ${TEXT.slice(0, 90).replace('\n', ' ')}`]);
    const [mistake] = tallyOf({ content: [FERRY], source: 'Olu Adeyemi' }).mistakes;
    expect(mistake).toContain('SOURCE ferry: gold "Marta Lindqvist" got "Olu Adeyemi"');
  });

  it('groups by order, marks and kind of mention', () => {
    const [first, second] = gold.quotes as [GoldQuote, GoldQuote];
    expect([orderOf(first), orderOf(second)]).toEqual(['content-cue-source', 'source-cue-content']);
    expect(orderOf(goldQuote({ content: ['“The ferry', 'Monday,”'], cue: 'sails' }))).toBe(
      'content-cue, split',
    );
    expect([marksOf(TEXT, first), marksOf(TEXT, second)]).toEqual(['“ ”', 'none']);
    const lines = quoteMeasure.details([tallyOf(...PERFECT)]).join('\n');
    expect(lines).toMatch(/longer +2 +100\.0 +100\.0 +100\.0/);
  });
});
