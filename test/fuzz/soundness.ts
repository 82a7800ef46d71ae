/**
 * What must hold of every answer, beyond the contract's breaches: references, order, and both units alike.
 * @module
 */
import { expect } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { LABELS } from '../../src/labels.ts';
import { rules } from '../../src/rules/load.ts';
import type { Analysis, AnalyzeOptions } from '../../src/schema/types.ts';
import type { Span } from '../../src/text/spans.ts';
import { breaches } from '../contract.ts';

const EVERYWHERE: AnalyzeOptions = { quotesIn: LABELS };

/**
 * Throws where an answer to `text` is not sound.
 * @param known faults that are known of it
 */
export function expectSound(
  text: string,
  options: AnalyzeOptions = EVERYWHERE,
  known: readonly string[] = [],
): Analysis {
  const answer = analyze(text, rules, options);
  expect(breaches(text, answer)).toEqual([]);
  expect(faults(answer).filter((fault) => !known.includes(fault))).toEqual([]);
  return answer;
}

/** Throws where the two units disagree, or the same text gets two answers. */
export function expectSame(text: string): void {
  const answer = JSON.stringify(analyze(text, rules, EVERYWHERE));
  expect(JSON.stringify(analyze(text, rules, EVERYWHERE))).toBe(answer);
  const points = expectSound(text, { ...EVERYWHERE, offsetUnit: 'codepoint' });
  const inPoints = countPoints(text);
  const expected = JSON.stringify(JSON.parse(answer), (key, value: unknown) =>
    typeof value === 'number' && ['start', 'end', 'length'].includes(key) ? inPoints[value] : value,
  ).replace('"offsetUnit":"utf16"', '"offsetUnit":"codepoint"');
  expect(JSON.stringify(points)).toBe(expected);
}

/** For every UTF-16 offset the number of code points before it. */
function countPoints(text: string): readonly number[] {
  const before: number[] = [];
  let number = 0;
  for (const point of text) {
    for (let i = 0; i < point.length; i++) before.push(number);
    number++;
  }
  return [...before, number];
}

/** References that lead nowhere, and things out of order. */
function faults({
  segments = [],
  articles = [],
  quotes = [],
  speakers = [],
}: Analysis): readonly string[] {
  const found: string[] = [];
  const known = new Set(articles.map(({ id }) => id));
  const check = (holds: boolean, fault: string): void => void (holds || found.push(fault));
  check(known.size === articles.length, 'two articles of one id');
  check(
    articles.length > 0 || segments.every(({ label }) => label !== 'body'),
    'body without an article',
  );
  for (const segment of segments)
    check(segment.article === null || known.has(segment.article), 'a segment of no article');
  for (const { start, end, headline } of articles)
    check(!headline || within(headline, { start, end }), 'a headline outside its article');
  // Long texts have tens of thousands of quotes: looked up, not searched for.
  const saidBy = new Map(speakers.map((speaker) => [speaker.id, new Set(speaker.quotes)]));
  const speakerOf = new Map(quotes.map(({ id, speaker }) => [id, speaker]));
  quotes.forEach((quote, i) => {
    check(quote.id === `q${i + 1}`, 'quotes are not numbered in order');
    check(quote.content.length > 0, 'a quote without content');
    check(quote.article === null || known.has(quote.article), 'a quote of no article');
    check(inOrder(quote.content), 'content out of order');
    for (const span of [...quote.content, quote.source, quote.cue])
      check(!span || within(span, quote.context), 'a part of a quote outside its context');
    check(
      quote.speaker === null || saidBy.get(quote.speaker)?.has(quote.id) === true,
      'a speaker who does not know the quote',
    );
    check(quote.speaker !== null || quote.speakerConfidence === 0, 'a sure speaker that is none');
  });
  check(inOrder(quotes.map(({ content }) => content[0] as Span)), 'quotes out of order');
  speakers.forEach((speaker, i) => {
    check(speaker.id === `s${i + 1}`, 'speakers are not numbered in order');
    check(speaker.quotes.length > 0, 'a speaker without quotes');
    check(speaker.name.trim() !== '', 'a speaker without a name');
    check(!speaker.aliases.includes(speaker.name), 'an alias that is the name');
    check(inOrder(speaker.mentions), 'mentions out of order');
    for (const id of speaker.quotes)
      check(speakerOf.get(id) === speaker.id, 'a quote of somebody else');
  });
  return [...new Set(found)];
}

const within = (inner: Span, outer: Span): boolean =>
  inner.start >= outer.start && inner.end <= outer.end;

function inOrder(spans: readonly Span[]): boolean {
  return spans.every((span, i) => i === 0 || span.start >= (spans[i - 1] as Span).end);
}
