/**
 * Verification over hostile texts and quotes. `npm run fuzz` looks harder.
 * @module
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import type { Analysis } from '../../src/schema/types.ts';
import type { Difference, Verification } from '../../src/verify/types.ts';
import { verify, verifyAgainst } from '../../src/verify/verify.ts';
import { LONGEST, numRuns, PATIENCE_MS } from './cases.ts';
import { page, rubble } from './grammar.ts';

/** All that is promised of any answer. */
function expectSound(text: string, quotes: readonly string[], answer: Verification): void {
  expect(answer.quotes.map(({ quote }) => quote)).toEqual(quotes);
  for (const { quote, status, matches, total } of answer.quotes) {
    expect(total).toBeGreaterThanOrEqual(matches.length);
    expect(status === 'absent').toBe(matches.length === 0);
    // Passages share no word, but the mark that ends one may be the mark that opens the next.
    let start = -1;
    for (const match of matches) {
      expect(match.start).toBeGreaterThan(start);
      expect(text.slice(match.start, match.end)).toBe(match.text);
      expect(match.text).not.toBe('');
      start = match.start;
      expect(match.status === 'verbatim').toBe(match.text === quote.trim());
      const { changes, differences } = match;
      expect(match.status === 'altered').toBe(differences.length > 0);
      const isCut = changes.some(({ kind, text: omitted }) => kind === 'ellipsis' && omitted);
      const standing = isCut ? 'shortened' : changes.length > 0 ? 'typographic' : 'verbatim';
      if (differences.length === 0) expect(match.status).toBe(standing);
      for (const both of [...changes, ...differences]) expectBoth(text, quote, both);
    }
  }
}

function expectBoth(text: string, quote: string, difference: Difference): void {
  expect(difference.quote ?? difference.text).not.toBeNull();
  for (const [side, span] of [
    [quote, difference.quote],
    [text, difference.text],
  ] as const) {
    if (span) expect(side.slice(span.start, span.end)).toBe(span.text);
  }
}

describe('any quote', { timeout: PATIENCE_MS }, () => {
  it('of any text gets a sound answer', () => {
    fc.assert(
      fc.property(fc.oneof(page, rubble), fc.array(rubble, { maxLength: 3 }), (text, quotes) => {
        expectSound(text, quotes, verify(text, quotes, rules));
      }),
      { numRuns },
    );
  });

  it('that was cut out of the text stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(page, rubble), fc.nat(), fc.nat(200), (text, at, length) => {
        const words = [...text.matchAll(/\S+/g)];
        const from = words[at % Math.max(1, words.length)]?.index ?? 0;
        const quote = /^[^]*(?!\S)/.exec(text.slice(from, from + length))?.[0] ?? '';
        const answer = verify(text, [quote], rules);
        expectSound(text, [quote], answer);
        const { status } = answer.quotes[0]!;
        if (/^\s*[\p{L}\p{N}][^]*[\p{L}\p{N}]\s*$/u.test(quote) && whole(text, from, quote)) {
          if (beginsAsItEnds(quote)) return;
          expect(status).toBe('verbatim');
        }
      }),
      { numRuns },
    );
  });
});

// Of passages that share words the first is taken, and here it is the one with other line breaks.
it.fails('a quote that begins as it ends is found where it stands verbatim', () => {
  const text = 'one\n- one\n- one\n\n- one';
  expect(verify(text, ['one\n- one\n\n- one'], rules).quotes[0]?.status).toBe('verbatim');
});

/** Whether the first words of a quote are its last ones too: then two passages with its words can overlap. */
function beginsAsItEnds(quote: string): boolean {
  const words = quote.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.some((_, k) => k > 0 && words.slice(k).every((word, i) => word === words[i]));
}

/** Whether a stretch of the text ends where words end. */
function whole(text: string, from: number, quote: string): boolean {
  const end = from + quote.trimEnd().length;
  return /^(?:\s|$)/.test(text.slice(end));
}

/** An analysis without findings: what is measured is the comparison. */
const analysisOf = (text: string): Analysis => ({
  language: 'en',
  languageSupport: 'full',
  warnings: [],
  input: { format: 'plain', wrapped: null },
  offsetUnit: 'utf16',
  length: text.length,
  engine: '0.0.0',
  rulesVersion: '0',
  segments: [
    {
      start: 0,
      end: text.length,
      text: '',
      label: 'body',
      kind: 'paragraph',
      confidence: 1,
      article: null,
    },
  ],
});

/** The most quotes, of the greatest length, that a request may have. */
const most = (quote: string): readonly string[] => Array(5).fill(quote.slice(0, 4000));
const numbers = (count: number, step: number): string =>
  Array.from({ length: count }, (_, i) => ((i * step) % 150_000).toString(36)).join(' ');

const long = (unit: string): string => unit.repeat(LONGEST / unit.length);

// Linear work takes a fraction of a second; work in line with the square of the text would take many minutes.
it.each([
  ['one word again and again', long('a '), most('a '.repeat(2000))],
  ['two words in turns', long('a b '), most('a a b b '.repeat(500))],
  ['nearly itself', long('a '), most(`${'a '.repeat(1999)}b`)],
  ['many ellipses', long('a '), Array(50).fill('a … '.repeat(100))],
  ['many brackets', long('a c '), Array(50).fill('a [b] c '.repeat(50))],
  ['open brackets', long('a '), most('['.repeat(4000))],
  ['marks alone', long('“'), most('"'.repeat(4000))],
  ['an edge of marks', `a${long('“')}`, most(`a${'"'.repeat(3999)}`)],
  ['words that all differ', numbers(0.15 * LONGEST, 1), most(numbers(900, 7))],
  ['one long word', long('a'), most('a'.repeat(4000))],
])(`%s, ${LONGEST / 1000} KB of it, is compared in time`, (_, text, quotes) => {
  // Processor time, since a busy machine only adds to the other one.
  const started = process.cpuUsage();
  const answer = verifyAgainst(text, quotes, analysisOf(text), rules);
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(0.015 * LONGEST);
  expectSound(text, quotes, answer);
});
