/**
 * `copydesk label`: commands in, a labelled page out, which the tools for measuring read.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { analyze } from '../../src/analyze.ts';
import { partsOf, splitPart } from '../../src/cli/label/parts.ts';
import { openSession, step, type Session } from '../../src/cli/label/session.ts';
import { rules } from '../../src/rules/load.ts';
import { fromProgram } from '../../tools/eval/answers.ts';
import { readGold, type SegmentDocument } from '../../tools/eval/gold.ts';
import { score } from '../../tools/eval/kinds.ts';
import { copydesk } from './io.ts';

const PAGE = [
  'Harbour bridge to stay shut until May',
  'By Hannah Brook',
  '',
  'The harbour bridge will stay shut until May, the city council said on Tuesday, after cracks were found in two of its beams.',
  'Friends of the pier 😀',
  'Shop owners on the east bank had hoped for an earlier date. The council promised to publish a new timetable within a week.',
  '',
].join('\n');

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-label-'));
  writeFileSync(at('page.txt'), PAGE);
  writeFileSync(at('page.html'), `<h1>Harbour bridge</h1><p>${PAGE.split('\n')[3]}</p>`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const documentIn = (line: string): SegmentDocument => JSON.parse(line) as SegmentDocument;
const labelsOf = ({ segments, text }: SegmentDocument): readonly string[] =>
  segments.map(({ start, end, label, kind }) => `${label}/${kind} ${text.slice(start, end)}`);

describe('copydesk label', () => {
  test('accepts the answer line by line, and what is left at the end of the input', async () => {
    const { code, out, err } = await copydesk(['label', at('page.txt')], { stdin: '\n\n' });
    expect(code).toBe(0);
    const page = documentIn(out);
    expect(page).toMatchObject({ id: at('page.txt'), text: PAGE, language: 'en' });
    expect(labelsOf(page)).toHaveLength(5);
    for (const { start, end, label, kind } of page.segments) {
      const found = analyze(PAGE, rules).segments?.find(
        (one) => one.start <= start && start < one.end,
      );
      expect([label, kind]).toEqual([found?.label, found?.kind]);
      expect(PAGE.slice(start, end)).not.toMatch(/^\s|\s$/);
    }
    expect(err).toContain('5 parts');
    expect(err).toContain('1/5  body/headline');
  });

  test('takes corrections, and adds pages to a file that eval and fit read', async () => {
    const out = at('mine.jsonl');
    const argv = ['label', '--out', out, '--url', 'https://desk.example/a', at('page.txt')];
    const commands = ['go 4', 'ads/house', 'split The council', '', 'liab', 'back', '?', ''];
    for (let i = 0; i < 2; i++) {
      const ran = await copydesk(argv, { stdin: commands.join('\n') });
      expect([ran.code, ran.out]).toEqual([0, '']);
      expect(ran.err).toContain(`-> ${out}`);
    }
    const [first, second] = readGold<SegmentDocument>(out);
    expect(second).toEqual(first);
    expect(first?.url).toBe('https://desk.example/a');
    expect(labelsOf(first as SegmentDocument).slice(3)).toEqual([
      'ads/house Friends of the pier 😀',
      'body/paragraph Shop owners on the east bank had hoped for an earlier date.',
      'null/other The council promised to publish a new timetable within a week.',
    ]);
    const { figures } = await score('segments', out, fromProgram());
    expect(figures['documents']).toBe(2);
  });

  test('writes nothing where somebody gives up', async () => {
    const { code, out } = await copydesk(['label', at('page.txt')], { stdin: 'house\nquit\n' });
    expect([code, out]).toEqual([0, '']);
  });

  test('asks about the text of a page of HTML, and about one page after the other', async () => {
    const { out } = await copydesk(['label', at('page.html'), at('page.txt')], {
      stdin: 'done\nkinds\nlist\ndone\n',
    });
    const [html = '', text = ''] = out.trimEnd().split('\n');
    expect(documentIn(html).text).toContain('Harbour bridge\n');
    expect(documentIn(text).text).toBe(PAGE);
  });

  test.each<[string, readonly string[], string | undefined, number, RegExp]>([
    ['without a file', ['label'], undefined, 2, /label needs a file/],
    ['with standard input as a page', ['label', '-'], '', 2, /label needs a file/],
    ['with a format', ['label', '-f', 'csv', 'a.txt'], '', 2, /--format does not belong to label/],
    ['with options of answers', ['label', '--explain', 'a.txt'], '', 2, /label takes --language/],
    ['with --out elsewhere', ['--out', 'x', 'a.txt'], '', 2, /--out belongs to label/],
    ['with quotes', ['label', '-q', 'x', 'a.txt'], '', 2, /belong to verify/],
    ['with a file that is not there', ['label', 'none.txt'], '', 3, /none\.txt does not exist/],
  ])('%s', async (_, argv, stdin, code, message) => {
    const ran = await copydesk(argv, stdin === undefined ? {} : { stdin });
    expect([ran.code, ran.out]).toEqual([code, '']);
    expect(ran.err).toMatch(message);
  });
});

describe('a session', () => {
  const text = 'one two\nthree\nfour\nfive';
  const open = (): Session => {
    const parts = [...text.matchAll(/.+/g)].map(({ index, 0: line }) => ({
      start: index,
      end: index + line.length,
      kind: 'body/paragraph' as const,
    }));
    return openSession(text, parts);
  };
  const run = (...lines: readonly string[]): Session =>
    lines.reduce((session, line) => step(session, line).session, open());
  const kinds = ({ parts }: Session): readonly (string | null)[] => parts.map(({ kind }) => kind);

  test('labels ranges, and goes on behind them', () => {
    const session = run('share 1-3');
    expect(kinds(session)).toEqual([
      'boilerplate/share',
      'boilerplate/share',
      'boilerplate/share',
      'body/paragraph',
    ]);
    expect(session.at).toBe(3);
    expect(run('share 3-4')).toMatchObject({ at: 0, state: 'asking' });
    expect(run('share 1-4')).toMatchObject({ at: 4, state: 'asking' });
    expect(run('share 1-4', '')).toMatchObject({ at: 4, state: 'done' });
    expect(kinds(run('share 1-4', 'footer'))).toEqual(kinds(run('share 1-4')));
    expect(kinds(run('share 1-4', 'back', 'footer'))[3]).toBe('boilerplate/footer');
  });

  test('joins and splits', () => {
    const joined = run('', 'join');
    expect(joined.parts.map(({ start, end }) => text.slice(start, end))).toEqual([
      'one two\nthree',
      'four',
      'five',
    ]);
    expect(joined.at).toBe(0);
    const split = run('split two');
    expect(split.parts.slice(0, 2).map(({ start, end }) => text.slice(start, end))).toEqual([
      'one',
      'two',
    ]);
    expect(splitPart(text, open().parts[0] as Session['parts'][number], 'one')).toBeUndefined();
  });

  test.each<[string, RegExp]>([
    ['com', /it may be comments\/comment, /],
    ['banana', /no kind and no command: see kinds/],
    ['share x', /“x” is no part/],
    ['share 3-9', /the parts are 1 to 4/],
    ['share 3-2', /the parts are 1 to 4/],
    ['go 0', /go wants a number from 1 to 4/],
    ['split zzz', /not within this part/],
    ['join', /no part before/],
    ['help', /Enter {5,}the label is right/],
    ['constructor', /no kind and no command/],
  ])('says what is wrong with “%s”, and changes nothing', (line, message) => {
    const before = open();
    const { session, said } = step(before, line);
    expect(said).toMatch(message);
    expect(session).toEqual(before);
  });

  test('knows kinds by as many letters as tell them', () => {
    expect(kinds(run('comment'))[0]).toBe('comments/comment');
    expect(kinds(run('hous'))[0]).toBe('ads/house');
    expect(kinds(run('ads/h'))[0]).toBe('ads/house');
  });

  test('has nothing to ask of an empty page', () => {
    expect(openSession('', partsOf('', [])).state).toBe('done');
  });

  test('takes the parts of any text in time that grows with it', () => {
    const long = 'a line\r\n'.repeat(50_000);
    const whole = { start: 0, end: long.length, label: 'body', kind: 'paragraph' };
    expect(partsOf(long, [whole as never])).toHaveLength(50_000);
  });
});
