/**
 * `npm run rules:try`: what a publisher's file changes on pages.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { rules } from '../../src/rules/load.ts';
import { difference } from '../../tools/rules/difference.ts';
import { changeLines, summaryLines } from '../../tools/rules/try.ts';
import { cue, file, own, publisher, rule, type RuleFields } from './small.ts';

// All rules are compiled several times, which takes minutes on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const STORY = `The harbour bridge will stay shut until May, the city council said on Tuesday, after cracks were found in two of its beams.
Shop owners on the east bank had hoped for an earlier date. The council promised to publish a new timetable within a week.
`;
const PAGE = `Harbour bridge to stay shut until May
${STORY}A pear a day from the orchard of the desk
`;
const HTML = `<h1>Harbour bridge to stay shut until May</h1><p>${STORY.replace('\n', '<p>')}<div class="pears">The pears from the orchard are ripe again, and those who come before noon may pick them by themselves.</div>`;

const FILE = publisher([
  own({
    id: 'publishers/desk.example/pear',
    kind: 'ads/house',
    match: 'line',
    any: ['a pear a day from the orchard of the desk'],
    positive: ['A pear a day from the orchard of the desk'],
  }),
  own({
    id: 'publishers/desk.example/box',
    kind: 'ads/house',
    match: 'element',
    any: ['.pears'],
    positive: ['<div class="pears">Pears</div>'],
  }),
  own({ id: 'publishers/desk.example/never', any: ['gamma'], positive: ['gamma'] }),
]);

describe('on the command line', () => {
  let folder = '';
  const path = (name: string): string => join(folder, name);
  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['tools/rules/try.ts', ...args], { cwd: ROOT, encoding: 'utf8' });
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'copydesk-try-'));
    mkdirSync(path('publishers'));
    mkdirSync(path('pages'));
    writeFileSync(path('publishers/desk.example.toml'), FILE);
    writeFileSync(path('pages/a.txt'), PAGE);
    writeFileSync(path('pages/b.html'), HTML);
    writeFileSync(path('pages/c.txt'), STORY);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('shows what changes on each page, and what each rule does', () => {
    const { stdout, stderr, status } = run(path('publishers/desk.example.toml'), path('pages'));
    expect([stderr, status]).toEqual(['', 0]);
    const [a = '', b = '', c = ''] = stdout.split(/(?<=\n)(?=\S*pages\/)/);
    expect(a).toContain('  A pear a day from the orchard of the desk\n  - ');
    expect(a).toMatch(/\n {2}\+ ads\/house +publishers\/desk\.example\/pear\n/);
    expect(b).toContain('  The pears from the orchard are ripe again');
    expect(b).toMatch(/\n {2}\+ ads\/house +publishers\/desk\.example\/box\n/);
    const [quiet, ...summary] = c.trim().split('\n');
    expect(quiet).toMatch(/c\.txt: nothing changes$/);
    expect(summary[0]).toMatch(/^2 of 3 pages changed, in 2 places: \d+ of \d+ characters$/);
    expect(summary.slice(1).map((line) => line.trim().split(/ +/))).toEqual([
      ['rule', 'finds', 'changes'],
      ['publishers/desk.example/pear', '1', '1'],
      ['publishers/desk.example/box', '1', '1'],
      ['publishers/desk.example/never', '0', '0'],
    ]);
  });

  it('names all faults of the file', () => {
    const bad = path('publishers/bad.example.toml');
    writeFileSync(bad, publisher([own({ id: 'publishers/bad.example/a', kind: 'ads/pear', weight: 21 })]));
    const { stdout, stderr, status } = run(bad, path('pages'));
    expect(stderr.trimEnd().split('\n')).toEqual(
      [
        `${bad}:6: publishers/bad.example/a: "kind" knows no "ads/pear"; it is one of ads/ad, ads/sponsored, ads/house`,
        expect.stringMatching(/:12: publishers\/bad\.example\/a: "weight" must be a number above 0, up to 20: /),
      ],
    );
    expect([stdout, status]).toEqual(['', 1]);
  });

  it.each<[string, () => readonly string[], RegExp, number]>([
    ['without a page', () => [path('publishers/desk.example.toml')], /^usage: /, 2],
    ['with a file that is not there', () => [path('publishers/no.example.toml'), path('pages')], /does not exist/, 1],
    ['with a page that is not there', () => [path('publishers/desk.example.toml'), path('no.txt')], /no\.txt does not exist/, 1],
    ['with a file without rules', () => ['rules/en/language.toml', path('pages')], /language\.toml:1: there is no rule in the file to try/, 1],
  ])('%s', (_, args, message, code) => {
    const { stderr, status } = run(...args());
    expect(stderr).toMatch(message);
    expect(status).toBe(code);
  });
});

describe('a file of rules for all sites', () => {
  let folder = '';
  const run = (text: string, page: string) => {
    writeFileSync(join(folder, 'house.toml'), text);
    writeFileSync(join(folder, 'page.txt'), page);
    return spawnSync(process.execPath, ['tools/rules/try.ts', join(folder, 'house.toml'), join(folder, 'page.txt')], { cwd: ROOT, encoding: 'utf8' });
  };
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'copydesk-try-own-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const appeal = (fields: RuleFields): string =>
    rule({ id: 'desk/house/pear', kind: 'ads/house', match: 'line', any: ['a pear a day from the orchard of the desk'], positive: ['A pear a day from the orchard of the desk'], ...fields });

  it('shows what it changes line by line, quotes that a verb finds, and that the labelled pages stay as they are', () => {
    const verb = cue({ id: 'desk/cues/grumbled', class: 'claim', takes: ['marks', 'inverted', 'clause'], verbs: ['quibble quibbles quibbled quibbled quibbling'], positive: ['He quibbled.'], weight: 4 });
    const page = `${PAGE}Martin Hale quibbled that the bridge had never been wide enough for two buses.\n`;
    const { stdout, stderr, status } = run(file([appeal({ certain: true }), verb], 'en'), page);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain('  A pear a day from the orchard of the desk\n  - ');
    expect(stdout).toMatch(/\n {2}\+ ads\/house +desk\/house\/pear\n/);
    expect(stdout).toMatch(/\n {2}\+ the bridge had never been wide enough for two buses\S* — Martin Hale \(quibbled\)\n/);
    expect(stdout).toMatch(/1 of 1 pages changed, in 1 places: \d+ of \d+ characters; 1 quote lost or gained\n/);
    expect(stdout).toMatch(/60 labelled pages of the project: nothing changes; macro F1 ([\d.]+) before, \1 now; 0 passages lost, 0 mended\n$/);
  });

  it('says that the labelled pages get worse, and where', () => {
    const greedy = appeal({ id: 'desk/house/said', match: 'phrase', any: ['council'], certain: true, positive: ['The council met.'] });
    const { stdout, status } = run(file([greedy], 'en'), STORY);
    expect(status).toBe(0);
    expect(stdout).toMatch(/60 labelled pages of the project: worse; macro F1 [\d.]+ before, [\d.]+ now; [1-9]\d* passages lost/);
    expect(stdout).toMatch(/\n {2}- body\/paragraph got ads en-1: The road along the harbour/);
  });

  it('may be one of the project: what is shown is what it does there', () => {
    writeFileSync(join(folder, 'ad.txt'), `${PAGE}\nAdvertisement\n`);
    const ran = spawnSync(process.execPath, ['tools/rules/try.ts', 'rules/en/ads.toml', join(folder, 'ad.txt')], { cwd: ROOT, encoding: 'utf8' });
    expect([ran.stderr, ran.status]).toEqual(['', 0]);
    expect(ran.stdout).toMatch(/en\/ads\/\S+ +\d+ +\d+\n/);
    expect(ran.stdout).toMatch(/60 labelled pages of the project: not worse/);
  });
});

describe('difference', () => {
  const url = 'https://www.bbc.com/';

  it('joins neighbours that change alike, and names the rules that speak there', () => {
    const text = `${PAGE}Image caption, The bridge\nImage caption, The east bank\n`;
    const { changes, findings, length } = difference({ text, isHtml: false }, rules, url);
    expect(length).toBe(text.length);
    expect(findings).toEqual(['publishers/bbc.com/caption', 'publishers/bbc.com/caption']);
    for (const change of changes) {
      expect(change.text).toBe(text.slice(change.start, change.end));
      expect(change.before).not.toBe(change.after);
    }
  });

  it('of a text without a line, and of a site without rules, is none', () => {
    const none = { changes: [], findings: [] };
    expect(difference({ text: ' \n', isHtml: false }, rules, url)).toEqual({ length: 2, ...none });
    expect(difference({ text: '', isHtml: true }, rules, url)).toEqual({ length: 0, ...none });
    expect(difference({ text: PAGE, isHtml: false }, rules, 'https://desk.example/')).toMatchObject(none);
  });
});

describe('lines', () => {
  const change = { start: 0, end: 200, before: 'body/paragraph', after: 'ads/ad', rules: [] };

  it('show the beginning of a long stretch on one line', () => {
    const [shown = ''] = changeLines({ ...change, text: `one\n two\n${'x'.repeat(200)}` });
    expect(shown).toMatch(/^ {2}one ⏎ two ⏎ x+…$/);
    expect(shown.length).toBeLessThan(100);
  });

  it('say so where no rule speaks', () => {
    expect(changeLines({ ...change, text: 'a' })[2]).toMatch(/ads\/ad +by what stands around it/);
  });

  it('sum up pages without changes', () => {
    expect(summaryLines(['a/b/c'], [{ length: 5, changes: [], findings: ['a/b/c'] }])).toEqual([
      '0 of 1 pages changed, in 0 places: 0 of 5 characters',
      '  rule   finds  changes',
      '  a/b/c      1        0',
    ]);
    const still = { length: 5, changes: [], findings: [] };
    expect(summaryLines([], [still, still], [2, 0])).toEqual(['1 of 2 pages changed, in 0 places: 0 of 10 characters; 2 quotes lost or gained']);
  });
});
