import { expect, it } from 'vitest';
import { MarkList } from '../../src/annotation/mark-list.ts';
import { QuoteList } from '../../src/quotes/quote-list.ts';
import type { RawQuote } from '../../src/quotes/quote.ts';

const cue = { from: 3, to: 4, rule: 2, lemma: 7, form: 'past' } as const;
const finding = {
  content: [{ from: 0, to: 3 }],
  source: { from: 4, to: 6 },
  sentence: 1,
  confidence: 0.25,
  features: [],
};
const quotes: readonly RawQuote[] = [
  { by: 'cue', ...finding, cue },
  { by: 'cue', ...finding, cue, via: { source: { from: 9, to: 10 }, cue }, source: null },
  { by: 'colon', ...finding, cue, features: [[1, 2], [3]] },
  { by: 'marks', ...finding, cue: null, content: [finding.content[0]!, { from: 8, to: 12 }] },
  { by: 'mood', ...finding, cue: null, sentence: 100_000 },
  { by: 'turn', ...finding, cue: null, role: 'person' },
  { by: 'turn', ...finding, cue: null, role: 'answer' },
];

it('gives back the quotes that it was made of, with their new confidences', () => {
  const confidences = quotes.map((_, i) => i / 10);
  const list = new QuoteList(quotes, confidences);
  expect(list.length).toBe(quotes.length);
  expect([...list]).toEqual(
    quotes.map((quote, i) => ({ ...quote, confidence: confidences[i] as number })),
  );
  expect([...list]).toEqual([...list]);
  expect([...new QuoteList([], [])]).toEqual([]);
});

it('gives back stretches in marks, and none where there is none', () => {
  const marked = [true, false].flatMap((single) =>
    [true, false].flatMap((closed) =>
      [true, false].map((continues, i) => ({
        start: i,
        end: 7,
        single,
        closed,
        paragraph: 3,
        continues,
      })),
    ),
  );
  const list = new MarkList(marked);
  expect([...list]).toEqual(marked);
  expect([list.at(-1), list.at(marked.length), list.at(Number.NaN)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
