import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { quoteReasons, segmentReasons } from '../../src/page/plain-words.ts';
import { rules } from '../../src/rules/load.ts';

const FOLDERS = ['src/page/samples', 'test/fixtures/pages'];
const TEXTS = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8')),
);
const answers = TEXTS.map((text) => analyze(text, rules, { explain: true }));

test('a direct quote is told by its marks, its verb and its name, in this order', () => {
  const text = 'Bridge closed\n\n“It is quite safe to use,” said Ann Reed.';
  const [quote] = analyze(text, rules, { explain: true }).quotes ?? [];
  if (!quote) throw new Error('no quote');
  const words = quoteReasons(quote).map((reason) => reason.text);
  expect(words.slice(0, 3)).toEqual([
    'Marks around the words',
    '‘said’ is a reporting verb',
    '‘Ann Reed’ stands right behind ‘said’',
  ]);
});

test('no reason is told in the names of features', () => {
  const reasons = answers.flatMap(({ quotes = [], segments = [] }) => [
    ...quotes.flatMap(quoteReasons),
    ...segments.flatMap(({ label, evidence = [] }) => segmentReasons(label, evidence)),
  ]);
  expect(reasons.length).toBeGreaterThan(500);
  const words = [...new Set(reasons.filter(({ rule }) => rule === null).map(({ text }) => text))];
  expect(
    words.filter((text) => !/^[\p{Lu}‘“]/u.test(text) || /[=<>/+]|undefined|NaN/.test(text)),
  ).toEqual([]);
  expect(words.filter((text) => /\ba [aeiou]/.test(text))).toEqual([]);
});

test('reasons are told once, the strongest first', () => {
  for (const { label, evidence = [] } of answers.flatMap(({ segments = [] }) => segments)) {
    const reasons = segmentReasons(label, evidence);
    expect(new Set(reasons.map(({ text }) => text)).size).toBe(reasons.length);
    const weights = reasons.map(({ weight }) => Math.abs(weight ?? 0));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  }
});

test.each([
  ['words=6<n<=9', 'It has 7 to 9 words'],
  ['words=n<=0', 'It has no words'],
  ['words=0<n<=1', 'It has 1 word'],
  ['words=n>89', 'It has 90 words or more'],
  ['found=ads/house/phrase/short', 'Its words are typical of adverts (house)'],
  ['neighbour=-1/comments/comment-meta', 'The line before it looks like comments (meta)'],
  ['neighbour=+1/short.', 'How the line behind it looks'],
  ['ends=stop/sentence', 'It ends with a full stop'],
  ['ends=exclaim/short', 'It ends with an exclamation mark'],
  ['html/block=x/any', 'The markup around it'],
])('the feature %s', (rule, words) => {
  expect(segmentReasons('ads', [{ rule, weight: 1 }])).toEqual([
    { text: words, rule: null, weight: 1 },
  ]);
});

test.each([
  ['lexicon=common-noun-cap/much', 1],
  ['found=comments/comment/short', 1],
  ['header=ads/ad', 1],
  ['found=body/subheading', -1],
])('nothing is told of %s with %d for a story: it would not explain it', (rule, weight) => {
  expect(segmentReasons('body', [{ rule, weight }])).toEqual([]);
});

test('what is typical of another label speaks against this one', () => {
  const rule = 'found=comments/comment/short';
  expect(segmentReasons('body', [{ rule, weight: -1 }])).toMatchObject([{ weight: -1 }]);
});

test('a rule tells by its own description', () => {
  const [reason] = segmentReasons('ads', [{ rule: 'en/ads/label', weight: 2 }]);
  expect(reason).toMatchObject({ rule: 'en/ads/label', weight: 2 });
});
