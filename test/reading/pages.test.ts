import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { readText } from '../../src/reading/read.ts';
import { rules } from '../../src/rules/load.ts';
import { breaches } from '../contract.ts';

/** Pages as pdftotext prints them: a form feed in front of each but the first. */
const print = (...pages: readonly (readonly string[])[]): string =>
  `${pages.map((page) => page.join('\n')).join('\n\n\f')}\n\n\f`;

const FIRST = [
  'Harbour bridge to stay shut until May',
  '',
  'The harbour bridge will stay shut until May, the city council said',
  'on Tuesday. Some nine thousand cars a day will go on taking the long',
  'way round by the old lock, which is as narrow as it was a hundred',
];
const SECOND = [
  'years ago. Shop owners on the quay say that they lose a third of',
  'their trade and ask the town for help.',
  '',
  '“We found cracks in two of the main beams,” said Ines Marlow, the',
  'chief engineer of the harbour. “Nobody should drive over a bridge',
];
const THIRD = [
  'like that, and nobody will have to. We mend it before the summer.',
  'It is a matter of weeks.” The council votes on Monday on the money',
  'that the work will cost, and on a ferry for the time until then.',
];
const PAPER = print(
  ['Elsing Post', '', ...FIRST, '', 'Page 1 of 3'],
  ['Elsing Post', '', ...SECOND, '', 'Page 2 of 3'],
  ['Elsing Post', '', ...THIRD, '', 'Page 3 of 3'],
);

const apart = (text: string): readonly string[] =>
  readText(text).lumps.map(({ start, end }) => text.slice(start, end).trim());

test('what stands at the edges of most pages is set apart', () => {
  expect(apart(PAPER)).toEqual([
    'Elsing Post',
    'Page 1 of 3\n\n\fElsing Post',
    'Page 2 of 3\n\n\fElsing Post',
    'Page 3 of 3',
  ]);
});

test('sentences and quotes run over the end of a page', () => {
  const { text } = readText(PAPER).copy;
  expect(text).toContain('narrow as it was a hundred years ago. Shop owners');
  expect(text).toContain('drive over a bridge like that, and nobody');
  const answer = analyze(PAPER, rules);
  expect(breaches(PAPER, answer)).toEqual([]);
  const furniture = answer.segments?.filter(({ text: slice }) => slice.includes('Page 2 of 3'));
  expect(furniture?.map(({ label }) => label)).toEqual(['boilerplate']);
  const last = answer.quotes?.find(({ type }) => type === 'direct')?.content.at(-1);
  expect(last?.text).toMatch(/^“Nobody should drive[^]*Page 2 of 3[^]*a matter of weeks\.”$/);
});

test('heads may alternate, and need not be on the first page', () => {
  const text = print(
    FIRST,
    ['Elsing Post   2', ...SECOND],
    ['3   March 3', ...THIRD],
    ['Elsing Post   4', 'The ferry sails at seven and at nine, and once more at noon.'],
    ['5   March 3', 'Nobody knows yet what a passage will cost, or who will pay.'],
  );
  expect(apart(text)).toEqual(['Elsing Post   2', '3   March 3', 'Elsing Post   4', '5   March 3']);
});

test('a paragraph that ends with its page ends', () => {
  const { text } = readText(print([...FIRST, 'years ago.'], [...SECOND], [...THIRD])).copy;
  expect(text).not.toContain('years ago. years');
});

test('what stands on one page alone is the page’s own', () => {
  expect(apart(print(FIRST, SECOND, THIRD))).toEqual([]);
  expect(apart(print(['Elsing Post', ...FIRST], SECOND, THIRD))).toEqual([]);
});

test('a page that comes again keeps its text', () => {
  expect(apart(print(FIRST, FIRST, FIRST))).toEqual([]);
});

test('without form feeds nothing is furniture', () => {
  expect(apart(PAPER.replaceAll('\f', ''))).toEqual([]);
});

test.each(['\f', '\f\f\f', '\fa\f', 'a\f\na', '1\n\f2\n\f3', '\f\n'.repeat(1000)])(
  '%j is answered',
  (text) => {
    expect(breaches(text, analyze(text, rules))).toEqual([]);
  },
);

test('letters of print have no one width: a line wider than the margin goes on', () => {
  const lines = [
    'The town of Elsing asks its people to leave their cars where they are and',
    'to take the ferry, which sails at seven and at nine, and once more on most',
    'days at noon. It will be free for the whole of March, said the mayor, and in',
    'April and May for all who live on the other side of the river, in Westhaven',
    'or on the island. “We owe it to them,” said Paul Reed, “and we will pay for it out of',
    'the money that was meant for the new roof of the market hall.” The council has',
    'not agreed to that, and it may not do so when it meets on Monday evening.',
  ];
  expect(readText(lines.join('\n')).copy.text).toBe(lines.join(' '));
});
