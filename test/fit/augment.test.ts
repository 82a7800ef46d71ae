import { expect, test } from 'vitest';
import { copiesOf } from '../../tools/fit/segments/augment.ts';
import { linesOf } from '../../tools/fit/segments/lines.ts';
import type { LabelledPage } from '../../tools/fit/segments/examples.ts';

test('lines of a segment: blank ones are passed over, the first keeps its indentation', () => {
  const text = ' \n\t One \n\n  two\r\n \nthree  ';
  const segments = [{ start: 0, end: text.length, label: 'body', kind: 'paragraph' }];
  const lines = linesOf({ text, segments } as unknown as LabelledPage);
  expect(lines.map(({ text: line, gap }) => [line, gap])).toEqual([
    ['\t One ', '\n\n  '],
    ['two\r', '\n \n'],
    ['three  ', ' '],
  ]);
  const blank = [{ start: 0, end: 3, label: 'body', kind: 'paragraph' }];
  expect(linesOf({ text, segments: blank } as unknown as LabelledPage)).toEqual([]);
});

/** A page with a thread, as made of lines and kinds. */
function pageOf(id: string, lines: readonly (readonly [string, string])[]): LabelledPage {
  let text = '';
  const segments = lines.map(([line, labelledKind]) => {
    const start = text.length;
    text += `${line}\n`;
    const [label, kind] = labelledKind.split('/');
    return { start, end: text.length, label, kind };
  });
  return { id, text, segments } as unknown as LabelledPage;
}

const THREAD = [
  ['Mill to grind again', 'body/headline'],
  ['The wheel turns in May.', 'body/paragraph'],
  ['3 comments', 'comments/comment-meta'],
  ['Sort by', 'comments/comment-meta'],
  ['Best first', 'comments/comment-meta'],
  ['Ilse', 'comments/comment-meta'],
  ['May 3', 'comments/comment-meta'],
  ['#1', 'comments/comment-meta'],
  ['So glad!', 'comments/comment'],
  ['Tomas', 'comments/comment-meta'],
  ['Who pays?', 'comments/comment'],
  ['Runa', 'comments/comment-meta'],
  ['We do.', 'comments/comment'],
] as const;

const copyOf = (name: string): LabelledPage => {
  const pages = Array.from({ length: 40 }, (_, i) => pageOf(`page-${i}`, THREAD));
  const copy = copiesOf(pages, 1, 1).find(({ id }) => id.endsWith(`#${name}`));
  if (!copy) throw new Error(`no copy ${name}`);
  return copy;
};

const told = ({ text, segments }: LabelledPage): readonly string[] =>
  segments.map(
    ({ start, end, label, kind }) => `${label}/${kind} ${text.slice(start, end).trim()}`,
  );

test('a thread as a forum has it: its first comment is the opening post, signed above', () => {
  expect(told(copyOf('opened'))).toEqual([
    'body/headline Mill to grind again',
    'boilerplate/byline Ilse',
    'boilerplate/byline May 3',
    'boilerplate/byline #1',
    'body/paragraph So glad!',
    'comments/comment-meta Tomas',
    'comments/comment Who pays?',
    'comments/comment-meta Runa',
    'comments/comment We do.',
  ]);
});

test('a page in a language that nobody knows: other letters, the same kinds in the same places', () => {
  const copy = copyOf('foreign');
  expect(copy.segments.map(({ start, kind }) => [start, kind])).toEqual(
    pageOf('', THREAD).segments.map(({ start, kind }) => [start, kind]),
  );
  expect(copy.text).toMatch(/^\w+ \w+ \w+ \w+\n/);
  expect(copy.text).not.toMatch(/mill|wheel|comments/i);
  expect(copy.text).toContain('3 ');
});
