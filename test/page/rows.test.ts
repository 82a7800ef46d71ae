import { expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { asMarkdown, asText, filterRows, rowsOf, sortRows } from '../../src/page/rows.ts';
import { rules } from '../../src/rules/load.ts';

const TEXT =
  'Bridge closed\n\n“It is quite safe to use,” said Ann Reed, the mayor, in an interview.\n\nZoe Abel denied that the bridge had been closed in haste.\n\n“We will *never* know,” said Ann Reed.';

const rows = rowsOf(analyze(TEXT, rules));
const origin = { title: 'Bridge [closed]', url: 'https://press.example/a?b=<c>' };

test('a row has who, what, verb, where and how sure', () => {
  expect(rows.map(({ who }) => who)).toEqual(['Ann Reed', 'Zoe Abel', 'Ann Reed']);
  expect(rows[0]).toMatchObject({
    what: '“It is quite safe to use,”',
    verb: 'said',
    role: 'mayor',
    type: 'direct',
  });
  expect(rows[0]?.where).toMatch(/^Story, paragraph/);
  expect(rows[0]?.sure).toBeGreaterThan(0);
});

test('filters look at all columns, and want all words', () => {
  const found = (words: string) => filterRows(rows, words).map(({ index }) => index);
  expect(found('')).toEqual([0, 1, 2]);
  expect(found('  ANN  ')).toEqual([0, 2]);
  expect(found('denied haste')).toEqual([1]);
  expect(found('ann haste')).toEqual([]);
});

test('sorts both ways; what is alike stays in the order of the text', () => {
  const order = (...how: [Parameters<typeof sortRows>[1], boolean]) =>
    sortRows(rows, ...how).map(({ index }) => index);
  expect(order('where', false)).toEqual([0, 1, 2]);
  expect(order('where', true)).toEqual([2, 1, 0]);
  expect(order('who', false)).toEqual([0, 2, 1]);
  expect(order('who', true)).toEqual([1, 0, 2]);
  const sure = sortRows(rows, 'sure', false).map((row) => row.sure);
  expect(sure).toEqual([...sure].sort((a, b) => a - b));
});

test('a copied quote has its source', () => {
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error('no rows');
  expect(asText(first, origin)).toBe(
    '“It is quite safe to use,” — Ann Reed, mayor\nBridge [closed], https://press.example/a?b=<c>',
  );
  expect(asText(second, { title: '', url: '' })).toMatch(/ — Zoe Abel \(paraphrase\)$/);
  expect(asMarkdown(third, origin)).toBe(
    '> “We will \\*never\\* know,”\n>\n> — Ann Reed, mayor, [Bridge \\[closed\\]](<https://press.example/a?b=<c%3E>)\n',
  );
  expect(asMarkdown(third, { title: 'T', url: 'javascript:alert(1)' })).toMatch(/mayor, T\n$/);
});
