/**
 * What corpora disagree on in quotes is set aside.
 */
import { describe, expect, it } from 'vitest';
import type { GoldQuote, QuoteDocument } from '../../tools/eval/gold.ts';
import { quoteMeasure } from '../../tools/eval/quotes/measure.ts';
import { answerOf, quoteOf, spanOf, type QuoteParts } from './answer.ts';

const ALL = { p: 100, r: 100, f: 100 };
const NONE = { p: 0, r: 0, f: 0 };

function figuresOf(
  text: string,
  golds: readonly QuoteParts[],
  tolds: readonly QuoteParts[],
  gold?: string,
) {
  const spans = (passages: readonly string[]) => passages.map((passage) => spanOf(text, passage));
  const read = ({ content, source, cue }: QuoteParts): GoldQuote => ({
    quote_spans: spans(content),
    speaker_spans: spans(source === undefined ? [] : [source]),
    cue_spans: spans(cue === undefined ? [] : [cue]),
  });
  const doc: QuoteDocument = {
    id: 'x',
    text,
    quotes: golds.map(read),
    ...(gold === undefined ? {} : { gold }),
  };
  const quotes = tolds.map((told, i) => quoteOf(text, `q${i + 1}`, told));
  const tally = quoteMeasure.tally(doc, answerOf({ quotes }));
  return { tally, figures: quoteMeasure.figures([tally]) };
}

describe('a conjunction that opens reported speech', () => {
  it.each([
    ['Okoro said that the quay would hold.', 'that', 'the quay would hold'],
    ['Okoro sagte, dass der Kai halten werde.', 'dass', 'der Kai halten werde'],
    ['Okoro a dit que le quai tiendrait.', 'que', 'le quai tiendrait'],
    ['Okoro a dit qu’il tiendra bien.', '', 'qu’il tiendra bien'],
    ['Окоро сказал, что причал выдержит.', 'что', 'причал выдержит'],
  ])('%s', (text, conjunction, content) => {
    const full = `${conjunction} ${content}`.trim();
    for (const [gold, told] of [
      [full, content],
      [content, full],
    ] as const)
      expect(figuresOf(text, [{ content: [gold] }], [{ content: [told] }]).figures).toMatchObject({
        everything: { exact: ALL },
      });
  });

  it('is the only word set aside, and not where it is all there is', () => {
    const text = 'Okoro said that the quay would hold.';
    const exact = (gold: string, told: string) =>
      figuresOf(text, [{ content: [gold] }], [{ content: [told] }]).figures;
    expect(exact('the quay would hold', 'quay would hold')).toMatchObject({
      everything: { found: ALL, exact: NONE },
    });
    expect(exact('that', 'that')).toMatchObject({ everything: { exact: ALL } });
  });
});

describe('“A,” he said. “B.”', () => {
  const text = '“The ferry sails at nine,” Okoro said. “It will not wait for us.”';
  const first = '“The ferry sails at nine,”';
  const second = '“It will not wait for us.”';
  const whole = { content: [first, second], source: 'Okoro' };
  const halves = [
    { content: [first], source: 'Okoro' },
    { content: [second], source: 'Okoro' },
  ];

  it.each([
    ['one quote in gold, two in the answer', [whole], halves],
    ['two quotes in gold, one in the answer', halves, [whole]],
  ])('%s', (_, golds, tolds) => {
    expect(figuresOf(text, golds, tolds).figures).toMatchObject({
      gold: { direct: 2 },
      predicted: 2,
      directMixed: { found: ALL, endToEnd: ALL, exact: ALL },
      typesThatFitTheMarks: 100,
    });
  });

  it('stays whole where both sides have it so, or one part is missing', () => {
    expect(figuresOf(text, [whole], [whole]).figures).toMatchObject({
      gold: { direct: 1 },
      directMixed: { exact: ALL },
    });
    const { figures } = figuresOf(text, [whole], halves.slice(1));
    expect(figures).toMatchObject({
      gold: { direct: 1 },
      directMixed: { found: ALL, exact: NONE },
    });
  });
});

describe('gold that was read off syntax trees', () => {
  const text = '“We sail,” Okoro said. “We wait at the old quay,” Brandt said.';
  const gold = [{ content: ['“We sail,”'], source: 'Okoro' }];
  const told = [...gold, { content: ['“We wait at the old quay,”'], source: 'Brandt' }];

  it('gives recall and sources only, and no answer is too many', () => {
    const { figures, tally } = figuresOf(text, gold, told, 'trees');
    expect(figures).toEqual({
      documents: 1,
      gold: { direct: 1, mixed: 0, indirect: 0 },
      directMixed: { found: { r: 100 } },
      directRecall: 100,
      speechCueRecall: { indirect: 0 },
      everything: { found: { r: 100 } },
      sourceOfFound: 100,
    });
    expect(tally.mistakes).toEqual([]);
    expect(figuresOf(text, gold, told, 'people').tally.mistakes).toHaveLength(1);
  });
});
