import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/formats/formats.ts';
import type { Analysis } from '../../src/schema/types.ts';
import type { Verification } from '../../src/verify/types.ts';
import { breaches } from '../contract.ts';
import { copydesk } from './io.ts';

const STORY = [
  'Harbour bridge to stay shut until May',
  'The harbour bridge will stay shut until May, the city council said on Tuesday.',
  '“We found cracks in two beams 😀,” said Ines Marlow, the chief engineer. “Nobody may cross.”',
  'Shop owners on the east bank had hoped for an earlier date. Marlow promised a new timetable.',
  'Sign up for our newsletter',
].join('\n\n');

let folder: string;
const at = (...path: readonly string[]): string => join(folder, ...path);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-cli-'));
  mkdirSync(at('more', 'deep'), { recursive: true });
  mkdirSync(at('.hidden'));
  writeFileSync(at('a.txt'), STORY);
  mkdirSync(at('alone'));
  writeFileSync(at('alone', 'story.markdown'), STORY.replace('Ines', '*Ines*'));
  writeFileSync(at('page'), '\uFEFFFerry stays in port\n');
  writeFileSync(at('more', 'b.TXT'), 'Nobody may cross, and nobody will.\n');
  writeFileSync(at('more', 'deep', 'c.md'), '');
  writeFileSync(at('more', 'deep', 'd.txt'), new Uint8Array([0x61, 0xff]));
  writeFileSync(at('more', 'e.png'), 'x');
  writeFileSync(at('.hidden', 'f.txt'), 'x');
  writeFileSync(
    at('quotes.txt'),
    '\uFEFF“Nobody may cross.”\r\n\r\nWe found cracks in two beams\r\n',
  );
  symlinkSync(folder, at('more', 'circle.txt'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const lines = (text: string): readonly string[] => text.split('\n').slice(0, -1);

describe('inputs', () => {
  test('news, by extension', async () => {
    const news = 'test/fixtures/news';
    const { code, out } = await copydesk([news]);
    expect(code).toBe(0);
    expect(lines(out).map((line) => JSON.parse(line))).toMatchObject([
      { id: `${news}/bridge.nitf.xml`, input: { format: 'nitf' } },
      { id: `${news}/feed.atom`, input: { format: 'atom' } },
      { id: `${news}/feed.rss`, input: { format: 'rss' } },
      { id: `${news}/ferry.ninjs.json`, input: { format: 'ninjs' } },
      { id: `${news}/message.newsml-g2.xml`, input: { format: 'newsml-g2' } },
    ]);
  });

  test('news that is none', async () => {
    writeFileSync(at('other.xml'), '<svg/>');
    writeFileSync(at('other.ninjs.json'), '{');
    const { code, err } = await copydesk([at('other.xml'), at('other.ninjs.json')]);
    rmSync(at('other.xml'));
    rmSync(at('other.ninjs.json'));
    expect(code).toBe(3);
    expect(err).toMatch(/other\.xml.*NITF[^]*other\.ninjs\.json.*not JSON/);
  });

  test('a file, by name, whatever it is called', async () => {
    const { code, out, err } = await copydesk([at('a.txt')]);
    const answer = JSON.parse(out) as Analysis;
    expect([code, err]).toEqual([0, '']);
    expect(answer.id).toBe(at('a.txt'));
    expect(breaches(STORY, answer)).toEqual([]);
    expect(answer.speakers?.map(({ name }) => name)).toContain('Ines Marlow');
    // A byte-order mark is a character of the text.
    const bom = JSON.parse((await copydesk([at('page')])).out) as Analysis;
    expect(bom.length).toBe('\uFEFFFerry stays in port\n'.length);
  });

  test('pages of a site with rules of its own, by --url', async () => {
    const page =
      '<p>The bridge will stay shut until May, the council said.<div class="tags-container">Bridges';
    const rulesOf = async (...argv: readonly string[]): Promise<string> =>
      (await copydesk(['--html', '--explain', ...argv, '-'], { stdin: page })).out;
    expect(await rulesOf('--url', 'https://www.bbc.com/news')).toContain(
      '"publishers/bbc.com/tags-element"',
    );
    expect(await rulesOf()).not.toContain('"publishers/');
  });

  test('pages of HTML, by their extension or by --html', async () => {
    const said = '“It is safe,” said Ann Reed, the owner. She will open again on Monday.';
    const page = `<h1>Caf\u00e9 closed for repairs</h1><p>${said}`;
    const text = `Café closed for repairs\n\n${said}`;
    // No charset is named in it.
    const latin = Uint8Array.from(page.replace('“', '\x93').replace('”', '\x94'), (char) =>
      char.charCodeAt(0),
    );
    mkdirSync(at('pages'));
    writeFileSync(at('pages', 'one.html'), page);
    writeFileSync(at('pages', 'two.HTM'), latin);
    writeFileSync(at('saved'), page);
    const { code, out } = await copydesk([at('pages')]);
    const [one, two] = lines(out).map((line) => JSON.parse(line) as Analysis);
    expect(code).toBe(0);
    expect([one?.text, two?.text]).toEqual([text, text]);
    expect(breaches(text, one as Analysis)).toEqual([]);
    expect(one?.speakers?.map(({ name }) => name)).toEqual(['Ann Reed']);
    for (const asked of [
      copydesk(['--html', at('saved')]),
      copydesk(['--html'], { stdin: latin }),
    ]) {
      expect(JSON.parse((await asked).out)).toMatchObject({ text });
    }
    const plain = JSON.parse((await copydesk(['--html', at('a.txt')])).out);
    expect(plain).not.toHaveProperty('text');
    const story = await copydesk(['-f', 'text', at('pages', 'one.html')]);
    expect(story.out).toBe(`${text}\n`);
    const shown = await copydesk(['-f', 'terminal', at('pages', 'one.html')]);
    expect(shown.out).toContain('│ Café closed');
    const verified = await copydesk(['verify', '-q', 'It is safe', at('pages', 'one.html')]);
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.out)).toMatchObject({ text, quotes: [{ status: 'verbatim' }] });
    rmSync(at('pages'), { recursive: true });
  });

  test('standard input, named or not', async () => {
    for (const argv of [[], ['-'], ['analyze', '-'], ['--', '-']]) {
      const { code, out } = await copydesk(argv, { stdin: STORY });
      expect(code).toBe(0);
      expect(out).toBe((await copydesk([], { stdin: STORY })).out);
      expect(JSON.parse(out)).not.toHaveProperty('id');
    }
  });

  test('folders are searched, what cannot be read is told, and the rest is done', async () => {
    const { code, out, err } = await copydesk([at('more'), at('nothing'), at('a.txt')]);
    expect(code).toBe(3);
    expect(lines(out).map((line) => (JSON.parse(line) as Analysis).id)).toEqual([
      at('more', 'b.TXT'),
      at('more', 'deep', 'c.md'),
      at('a.txt'),
    ]);
    expect(lines(err)).toEqual([
      `copydesk: ${at('more', 'circle.txt')} is a folder`,
      `copydesk: ${at('more', 'deep', 'c.md')}: no-text: There is nothing but white space.`,
      `copydesk: ${at('more', 'deep', 'd.txt')} is not UTF-8`,
      `copydesk: ${at('nothing')} does not exist`,
      'copydesk: 6 files, 3 failed',
    ]);
    expect((await copydesk([at('nothing')])).code).toBe(3);
  });

  test('progress goes to a terminal, and only there', async () => {
    const argv = ['-f', 'csv', at('a.txt'), at('page')];
    expect((await copydesk(argv)).err).toBe('copydesk: 2 files\n');
    expect((await copydesk(argv, { tty: true })).err).toContain(`2/2 ${at('page')}`);
    expect((await copydesk([...argv, '--quiet'], { tty: true })).err).toBe('');
  });
});

describe('formats', () => {
  test('JSON of one file is an object, of more a list', async () => {
    expect(JSON.parse((await copydesk(['-f', 'json', at('a.txt')])).out)).toHaveProperty(
      'segments',
    );
    const two = JSON.parse((await copydesk(['-f', 'json', at('a.txt'), at('page')])).out);
    expect(two).toHaveLength(2);
    const of = async (path: string): Promise<unknown> =>
      JSON.parse((await copydesk(['-f', 'json', path])).out);
    expect(await of(at('more', 'deep'))).toHaveLength(1);
    expect(await of(at('.hidden', '..', 'more', 'deep'))).toHaveLength(1);
  });

  test('CSV has one header for all files', async () => {
    const { out } = await copydesk(['-f', 'csv', at('a.txt'), at('page'), at('a.txt')]);
    const rows: Record<string, string>[] = parse(out, { bom: true, columns: true });
    expect(rows.length).toBeGreaterThan(2);
    expect(new Set(rows.map((row) => row['document_id']))).toEqual(new Set([at('a.txt')]));
    expect(out.match(/document_id/g)).toHaveLength(1);
  });

  test.each(['citron', 'web-annotation', 'schema-org'])('%s is a line a file', async (format) => {
    const { out } = await copydesk(['-f', format, at('a.txt'), at('page')]);
    expect(lines(out).map((line) => JSON.parse(line))).toHaveLength(2);
  });

  test('text is the story; html is for one file', async () => {
    const { out } = await copydesk(['-f', 'text', at('a.txt')]);
    expect(out).toContain('Nobody may cross');
    expect(out).not.toContain('newsletter');
    expect((await copydesk(['-f', 'html', at('a.txt')])).out).toMatch(/^<!DOCTYPE html>/);
    expect((await copydesk(['-f', 'html', at('a.txt'), at('page')])).code).toBe(2);
  });

  test('options of the API are flags', async () => {
    const argv = ['--offset-unit=codepoint', '--include', 'quotes', '--explain', '-l', 'en'];
    const { out } = await copydesk([...argv, at('a.txt')]);
    const answer = JSON.parse(out) as Analysis;
    expect(answer).not.toHaveProperty('segments');
    expect(answer.length).toBe([...STORY].length);
    expect(answer.quotes?.[0]?.evidence).toBeDefined();
    const ads = await copydesk(['--quotes-in', 'ads,comments', at('a.txt')]);
    expect((JSON.parse(ads.out) as Analysis).quotes).toEqual([]);
  });
});

describe('a terminal', () => {
  const show = async (tty: boolean, argv: readonly string[] = [], env = {}): Promise<string> =>
    (await copydesk([...argv, '-f', 'terminal', at('a.txt')], { tty, env })).out;

  test('shows bands and who says what', async () => {
    const out = await show(false);
    expect(out).toContain('body/headline');
    expect(out).toContain('“We found cracks in two beams 😀,” … “Nobody may cross.”');
    expect(out).toMatch(/— Ines Marlow, chief engineer \(said\) {2}direct, \d+ %/);
    expect(await copydesk([at('a.txt')], { tty: true })).toMatchObject({ out: await show(true) });
  });

  test('has colours where they are wanted', async () => {
    const colored = (text: string): boolean => text.includes('\u001b[');
    expect(colored(await show(true))).toBe(true);
    expect(colored(await show(false))).toBe(false);
    expect(colored(await show(true, [], { NO_COLOR: '1' }))).toBe(false);
    expect(colored(await show(true, [], { NO_COLOR: '' }))).toBe(true);
    expect(colored(await show(true, [], { TERM: 'dumb' }))).toBe(false);
    expect(colored(await show(true, ['--color', 'never']))).toBe(false);
    expect(colored(await show(false, ['--color', 'always'], { NO_COLOR: '1' }))).toBe(true);
  });

  test('has lines that stay right of the bar', async () => {
    const stdin = `${STORY}\n\n桥将关闭至五月，市议会周二表示。检查员在两根主梁上发现了裂缝，没有人应该开车经过。\n\nhttps://desk.example/${'a'.repeat(90)}`;
    const shown = async (columns?: number, argv: readonly string[] = []): Promise<string> =>
      (await copydesk(['-f', 'terminal', ...argv], { stdin, ...(columns ? { columns } : {}) })).out;
    const bands = (out: string): readonly string[] =>
      lines(out).filter((line) => line.includes(' │ '));
    const words = (out: string): string =>
      bands(out)
        .map((line) => line.slice(line.indexOf('│') + 1))
        .join('')
        .replaceAll(/\s/g, '');
    const width = (line: string): number =>
      [...line].reduce((sum, char) => sum + (/\p{Script=Han}|[，。😀]/u.test(char) ? 2 : 1), 0);
    const whole = await shown();
    for (const columns of [60, 80, 120]) {
      const out = await shown(columns);
      expect(Math.max(...bands(out).map(width))).toBeLessThanOrEqual(columns);
      expect(words(out)).toBe(words(whole));
      // Words stay whole.
      expect(out).toMatch(/│ “?We found|│ .* We found/);
      const colored = await shown(columns, ['--color', 'always']);
      // oxlint-disable-next-line no-control-regex
      expect(colored.replaceAll(/\u001b\[\d+m/g, '')).toBe(out);
    }
    // The margin is all of it: something is shown all the same.
    expect(words(await shown(10))).toBe(words(whole));
  });

  test('has the strongest reasons with --explain', async () => {
    const reasons = /^ *│? {3,}[+−]\d+\.\d\d \S+/gm;
    expect((await show(false)).match(reasons)).toBeNull();
    const out = await show(false, ['--explain']);
    expect(out).toMatch(/│ {3}[+−]\d+\.\d\d \S/);
    expect(out).toMatch(/direct, \d+ %\n {6}[+−]\d+\.\d\d \S/);
  });

  test('is not commanded by a text', async () => {
    const stdin = `${STORY}\n\nA \u001b]0;title\u0007 \u009b2J \u202e line`;
    const { out } = await copydesk(['-f', 'terminal'], { stdin });
    expect(out).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
    expect(out).toContain('␛]0;title');
  });
});

describe('warnings', () => {
  const stdin = '<p>Bridge shut</p>\n<p>Until May</p>';

  test('stand on standard error beside answers for programs', async () => {
    const { code, out, err } = await copydesk([], { stdin });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ warnings: [{ code: 'markup-in-text' }] });
    expect(err).toContain('copydesk: -: markup-in-text: ');
    expect((await copydesk(['--quiet'], { stdin })).err).toBe('');
  });

  test('stand above the text for people', async () => {
    const { out, err } = await copydesk(['-f', 'terminal'], { stdin });
    expect(lines(out)[1]).toMatch(/^markup-in-text: /);
    expect(err).toBe('');
  });

  test('a name of a language is its tag', async () => {
    const { out } = await copydesk(['-l', 'german'], { stdin: STORY });
    expect(JSON.parse(out)).toMatchObject({ language: 'de', languageSupport: 'full' });
  });
});

describe('verify', () => {
  const quotes = ['--quote', 'nobody may cross', '-q', 'Everybody may cross'];

  test('answers quote by quote; one that stands nowhere is a finding', async () => {
    const { code, out } = await copydesk(['verify', ...quotes, at('a.txt')]);
    const answer = JSON.parse(out) as Verification;
    expect(answer.id).toBe(at('a.txt'));
    expect(answer.quotes.map(({ status }) => status)).toEqual(['typographic', 'altered']);
    expect(code).toBe(1);
    expect((await copydesk(['verify', '-q', 'Nobody may cross', at('a.txt')])).code).toBe(0);
  });

  test('a quote that is shortened stands, and one that lost its “not” does not', async () => {
    const verify = (quote: string) =>
      copydesk(['verify', '-f', 'terminal', '-q', quote, at('a.txt')]);
    const shortened = await verify('We found … two beams');
    expect(shortened.code).toBe(0);
    expect(shortened.out).toContain('shortened');
    expect(shortened.out).toContain('the quote leaves out “cracks in”');
    const turned = await verify('in two beams 😀 … may cross');
    expect(turned.code).toBe(1);
    expect(turned.out).toContain('the quote has nothing, the text “Nobody”');
  });

  test('a quote may stand in any of the files', async () => {
    const argv = ['verify', '-q', 'and nobody will', '-q', 'two beams', at('a.txt')];
    expect((await copydesk(argv)).code).toBe(1);
    expect((await copydesk([...argv, at('more', 'b.TXT')])).code).toBe(0);
    expect((await copydesk([...argv, at('more')])).code).toBe(3);
  });

  test('quotes come from a file too, or from standard input', async () => {
    const { out } = await copydesk(['verify', '--quotes', at('quotes.txt'), at('a.txt')]);
    expect((JSON.parse(out) as Verification).quotes.map(({ quote }) => quote)).toEqual([
      '“Nobody may cross.”',
      'We found cracks in two beams',
    ]);
    const piped = await copydesk(['verify', '--quotes', '-', at('a.txt')], {
      stdin: 'two beams\n',
    });
    expect(piped.code).toBe(0);
    const text = await copydesk(['verify', '-q', 'two beams'], { stdin: STORY });
    expect(text.code).toBe(0);
  });

  test('as CSV and in a terminal', async () => {
    const { out } = await copydesk(['verify', ...quotes, '-f', 'csv', at('a.txt'), at('page')]);
    const rows: Record<string, string>[] = parse(out, { bom: true, columns: true });
    expect(rows.map((row) => row['status'])).toEqual([
      'typographic',
      'altered',
      'absent',
      'absent',
    ]);
    expect(rows[0]).toMatchObject({
      match_text: 'Nobody may cross',
      changes: 'case',
      speaker: 'Ines Marlow',
    });
    expect(rows[1]?.['differences']).toBe('“Everybody” for “Nobody”');
    const shown = (await copydesk(['verify', ...quotes, '-f', 'terminal', at('a.txt')])).out;
    expect(shown).toContain('altered     Everybody may cross');
    expect(shown).toContain('the quote has “Everybody”, the text “Nobody”');
    expect(shown).toContain('only typography: case');
  });
});

describe('usage', () => {
  test.each([
    [['--nonsense'], 'there is no option --nonsense\n'],
    [['--langauge', 'en', 'a'], 'there is no option --langauge (did you mean --language?)'],
    [['verify', '--qoute', 'a', 'a'], 'there is no option --qoute (did you mean --quote?)'],
    [['--lang', 'en', 'a'], 'there is no option --lang (did you mean --language?)'],
    [['-z', 'a'], 'there is no option -z\n'],
    [['--language'], "'-l, --language <value>' argument missing"],
    [['-f', 'xml', 'a'], '--format must be one of'],
    [['verify', '-q', 'a', '-f', 'html', 'a'], '--format must be one of'],
    [['--color', 'red', 'a'], '--color must be one of'],
    [['--min-confidence', '2', 'a'], '--min-confidence must be at most 1'],
    [['--min-confidence', 'x', 'a'], '--min-confidence must be a number'],
    [['--min-confidence', '', 'a'], '--min-confidence must be a number'],
    [['--include', 'quotes,nothing', 'a'], '--include must be one of'],
    [['--include', 'quote', 'a'], 'quotes, speakers; did you mean quotes?'],
    [['--language', 'klingonish', 'a'], '--language must be a BCP-47'],
    [['--url', 'example', 'a'], '--url must be a URL that begins with https:// or http://'],
    [
      ['--url', 'file:///etc/hosts', 'a'],
      '--url must be a URL that begins with https:// or http://',
    ],
    [['verify', '--quote', 'a', '--url', 'data:,a', 'a'], '--url must be a URL that begins'],
    [['-q', 'a', 'a'], 'belong to verify'],
    [['verify', 'a'], 'verify needs'],
    [['verify', '-q', ' ', 'a'], '--quote must not be empty'],
    [['verify', '-q', 'a', '--explain', 'a'], 'do not belong to verify'],
    [['verify', '--quotes', '/nowhere/q', 'a'], '/nowhere/q does not exist'],
    [['-', '-'], 'standard input can be read once'],
    [['verify', '--quotes', '-', '-'], 'standard input can be read once'],
    [[], 'name a file'],
  ])('%j is refused', async (argv, message) => {
    const { code, out, err } = await copydesk(argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err).toContain('copydesk --help');
  });

  test.each([
    ['archive', '--fromat', '--format'],
    ['trace', '--fomat', '--format'],
    ['serve', '--prot', '--port'],
    ['mcp', '--rule', '--rules'],
  ])('%s %s: did you mean %s?', async (command, option, near) => {
    const { code, err } = await copydesk([command, option, 'x']);
    expect(code).toBe(2);
    expect(err).toContain(`there is no option ${option} (did you mean ${near}?)`);
    expect(err).toContain(`copydesk ${command} --help`);
  });

  test('help and version', async () => {
    const help = await copydesk(['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toMatch(/^Usage: copydesk/);
    expect(help.out.split('\n').every((line) => line.length <= 125)).toBe(true);
    const [, formats = ''] = /--format NAME([^(]*)/.exec(help.out) ?? [];
    expect(formats.match(/[\w-]+/g)).toEqual(expect.arrayContaining(Object.keys(FORMATS)));
    expect((await copydesk(['-v'])).out).toMatch(/^\d+\.\d+\.\d+ \(rules \w+\)\n$/);
  });
});
