import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { readText } from '../../src/reading/read.ts';
import { rules } from '../../src/rules/load.ts';
import { breaches } from '../contract.ts';

const TEXT = [
  '    ELSING, March 3 (Elsing Press) - The harbour bridge will stay',
  'shut until May, the city council said on Tuesday. Some nine thousand',
  'cars a day will go on taking the long way round by the old lock.',
  '    "We found cracks in two of the main beams," said Ines Marlow, the',
  'chief engineer. "Nobody should drive over that."',
];
const IPTC = [
  '\u0001EPX123 4 POL 0287 ELSING',
  '\u0002Harbour bridge to stay shut until May',
  '    By Ada Brandt',
  '',
  ...TEXT,
  '\u0003',
  '03 0715 GMT',
  '\u0004',
];
const ANPA = [
  '\u0016\u0016\u0001a4711-----',
  'r a',
  '\u0002^BC-Bridge-Closure,1st Ld-Writethru<',
  '^Harbour bridge to stay shut until May<',
  '^By ADA BRANDT<',
  ...TEXT,
  '\u0003',
  'EP-NY-03-03-26 0715EST<',
  '\u0004',
];

/** What is set apart of a text, trimmed. */
const apart = (text: string): readonly string[] =>
  readText(text).lumps.map(({ start, end }) => text.slice(start, end).trim());

test.each(['\n', '\r\n'])('header and time of sending are set apart: line ends %j', (newline) => {
  const text = IPTC.join(newline);
  expect(apart(text)).toEqual([
    '\u0001EPX123 4 POL 0287 ELSING',
    ['\u0003', '03 0715 GMT', '\u0004'].join(newline),
  ]);
});

test('and so is the slug of ANPA', () => {
  const [header] = apart(ANPA.join('\n'));
  expect(header).toBe(ANPA.slice(0, 3).join('\n'));
});

test.each([
  ['IPTC', IPTC],
  ['ANPA', ANPA],
])('%s: headline and story, with their quotes', (_, lines) => {
  const text = lines.join('\r\n');
  const answer = analyze(text, rules);
  expect(breaches(text, answer)).toEqual([]);
  expect(answer.articles?.[0]?.headline?.text).toContain('Harbour bridge to stay shut');
  const told = answer.segments?.map(({ label, kind }) => `${label}/${kind}`);
  expect(told?.[0]).toBe('boilerplate/other');
  expect(told?.at(-1)).toBe('boilerplate/other');
  expect(told).toContain('body/headline');
  expect(answer.speakers?.map(({ name }) => name)).toContain('Ines Marlow');
});

test('takes on end', () => {
  const text = [...IPTC, ...IPTC].join('\r\n');
  expect(apart(text)).toHaveLength(3);
  expect(analyze(text, rules).segments?.at(-1)?.kind).toBe('other');
});

test('the same characters elsewhere are none: as letters that a PDF lost', () => {
  const text = [
    'The of\u0003ce of the har\u0002bour board',
    'opens at nine\u0003',
    '\u0001',
    ...TEXT,
    '\u0002',
  ].join('\n');
  expect(apart(text)).toEqual([]);
  expect(apart(['\u0001', ...TEXT, ...TEXT, '\u0002a', ...TEXT].join('\n'))).toEqual([]);
});

test('what goes on behind a text is more text', () => {
  const text = ['\u0001EPX', '\u0002Ferry', '\u0003', ...TEXT, ...TEXT].join('\n');
  expect(apart(text)).toEqual(['\u0001EPX', '\u0003']);
});

test('the marked lines of ANPA are headline and byline', () => {
  const lines = [...ANPA.slice(0, 5), '^Elsing Press Writer<', ...ANPA.slice(5)];
  const text = lines.join('\r\n');
  const answer = analyze(text, rules);
  expect(breaches(text, answer)).toEqual([]);
  const told = answer.segments?.map(({ label, kind, text: slice }) => [
    `${label}/${kind}`,
    slice.trim(),
  ]);
  expect(told?.slice(1, 4)).toEqual([
    ['body/headline', '^Harbour bridge to stay shut until May<'],
    ['boilerplate/byline', '^By ADA BRANDT<\r\n^Elsing Press Writer<'],
    ['body/paragraph', TEXT.join('\r\n').trim()],
  ]);
  expect(answer.articles?.map(({ headline }) => headline?.text)).toEqual([
    'Harbour bridge to stay shut until May',
  ]);
  expect(readText(text).copy.text).not.toMatch(/[\^<]/);
});

test('also where the words would tell another kind, and take by take', () => {
  const take = ANPA.with(3, '^Sign up for our newsletter<').with(4, '^Bridge desk, night shift<');
  const text = [...take, ...take].join('\n');
  const answer = analyze(text, rules);
  expect(breaches(text, answer)).toEqual([]);
  expect(answer.articles).toHaveLength(2);
  const kinds = answer.segments?.map(({ kind }) => kind);
  expect(kinds?.filter((kind) => kind === 'headline')).toHaveLength(2);
  expect(kinds?.filter((kind) => kind === 'byline')).toHaveLength(2);
});

test('a single marked line may be either', () => {
  const { fields, copy } = readText(ANPA.toSpliced(3, 1).join('\n'));
  expect(fields).toBeNull();
  expect(copy.text).toMatch(/^By ADA BRANDT$/m);
});
