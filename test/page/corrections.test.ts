import { describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import {
  correct,
  correctionAt,
  countOf,
  nameSpeaker,
  NO_CORRECTIONS,
  NO_QUOTE,
  relabel,
  takeBackLabel,
  takeBackQuote,
} from '../../src/page/corrections.ts';
import { rules } from '../../src/rules/load.ts';
import { readFileSync } from 'node:fs';

const noisy = readFileSync('src/page/samples/noisy.txt', 'utf8');
const answer = analyze(noisy, rules, { explain: true });
const { segments = [], quotes = [], speakers = [] } = answer;

const spanOf = (words: string) => {
  const start = noisy.indexOf(words);
  return { start, end: start + words.length };
};

describe('labels', () => {
  const line = spanOf('The idea came from a reader.');
  const once = relabel(NO_CORRECTIONS, { ...line, label: 'ads', kind: 'house' });

  test('are set in; the text stays tiled and what is around stays as it was', () => {
    const { segments: after = [] } = correct(noisy, answer, once);
    expect(after.map(({ text }) => text).join('')).toBe(noisy);
    expect(after[0]?.start).toBe(0);
    after.forEach((one, i) => expect(one.end).toBe(after[i + 1]?.start ?? noisy.length));
    const set = after.filter(({ start }) => start === line.start);
    expect(set).toMatchObject([{ ...line, label: 'ads', kind: 'house', confidence: 1 }]);
    const old = segments.find(({ start, end }) => start <= line.start && line.end <= end);
    const rest = after.filter(
      ({ start, end }) => (old?.start ?? 0) <= start && end <= (old?.end ?? 0),
    );
    expect(rest.length).toBeGreaterThan(1);
    expect(
      rest.filter(({ label }) => label !== 'ads').every(({ label }) => label === old?.label),
    ).toBe(true);
  });

  test('a later one wins, and swallows what lies under it', () => {
    const whole = { start: line.start - 10, end: line.end + 10 };
    const twice = relabel(once, { ...whole, label: 'comments', kind: 'comment' });
    expect(countOf(twice)).toBe(1);
    const labels = correct(noisy, answer, twice).segments?.filter(
      ({ start, end }) => start < whole.end && end > whole.start,
    );
    expect(labels?.map(({ label }) => label)).toEqual(labels?.map(() => 'comments'));
  });

  test('are known, and can be taken back', () => {
    expect(correctionAt(once, line)).toMatchObject({ kind: 'house' });
    expect(correctionAt(once, spanOf('Skip to content'))).toBeUndefined();
    expect(correct(noisy, answer, takeBackLabel(once, line))).toBe(answer);
  });

  test('quotes stand in what they stand in', () => {
    const quote = quotes.find(({ label }) => label === 'body');
    const span = quote?.content[0];
    if (!span) throw new Error('no quote');
    const change = relabel(NO_CORRECTIONS, { ...span, label: 'comments', kind: 'comment' });
    const after = correct(noisy, answer, change).quotes?.find(({ id }) => id === quote.id);
    expect(after).toMatchObject({ label: 'comments', kind: 'comment' });
  });
});

describe('speakers', () => {
  const [first] = quotes;
  if (!first) throw new Error('no quotes');
  const count = (list: typeof speakers | undefined) =>
    (list ?? []).flatMap((one) => one.quotes).length;

  test('somebody who speaks elsewhere', () => {
    const other = speakers.find(({ id }) => id !== first.speaker);
    const after = correct(noisy, answer, nameSpeaker(NO_CORRECTIONS, first.id, other?.name ?? ''));
    expect(after.quotes?.[0]).toMatchObject({ speaker: other?.id, speakerConfidence: 1 });
    expect(after.speakers?.find(({ id }) => id === other?.id)?.quotes).toContain(first.id);
    expect(count(after.speakers)).toBe(count(speakers));
  });

  test('somebody new, with the words they say', () => {
    const after = correct(noisy, answer, nameSpeaker(NO_CORRECTIONS, first.id, 'Zoe Abel'));
    const made = after.speakers?.find(({ name }) => name === 'Zoe Abel');
    expect(made?.quotes).toEqual([first.id]);
    expect(made?.words).toBeGreaterThan(3);
    expect(after.quotes?.[0]?.speaker).toBe(made?.id);
  });

  test('nobody; who has nothing left to say is gone', () => {
    const all = quotes.reduce((made, { id }) => nameSpeaker(made, id, null), NO_CORRECTIONS);
    const after = correct(noisy, answer, all);
    expect(after.quotes?.map(({ speaker }) => speaker)).toEqual(quotes.map(() => null));
    expect(after.speakers).toEqual([]);
  });

  test('what is no quote is gone from the quotes, and from who says it', () => {
    const out = nameSpeaker(NO_CORRECTIONS, first.id, NO_QUOTE);
    expect(countOf(out)).toBe(1);
    const after = correct(noisy, answer, out);
    expect(after.quotes).toEqual(quotes.slice(1));
    expect(after.speakers?.flatMap((one) => one.quotes)).not.toContain(first.id);
    expect(count(after.speakers)).toBe(count(speakers) - 1);
    const words = (list: typeof speakers | undefined) =>
      (list ?? []).reduce((sum, one) => sum + one.words, 0);
    expect(words(after.speakers)).toBeLessThan(words(speakers));
    expect(after.segments).toEqual(segments);
    expect(correct(noisy, answer, takeBackQuote(out, first.id))).toBe(answer);
  });

  test('can be taken back', () => {
    const change = nameSpeaker(NO_CORRECTIONS, first.id, null);
    expect(correct(noisy, answer, takeBackQuote(change, first.id))).toBe(answer);
  });
});
