/**
 * The package as it is installed: packed, unpacked elsewhere, without anything beside it.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
import type { Analysis } from '../../src/schema/types.ts';
import { copydesk } from './io.ts';

let folder: string;
let bin: string;
const PAGE = join(ROOT, 'test/fixtures/pages/two-stories.txt');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-pack-'));
  const PATH = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const pack = ['pack', '--silent', '--pack-destination', folder];
  execFileSync('npm', pack, { cwd: ROOT, env: { ...process.env, PATH }, stdio: 'ignore' });
  const [archive = ''] = readdirSync(folder);
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  // As npm would: under node_modules, where Node runs JavaScript alone.
  const home = join(folder, 'node_modules', 'copydesk');
  mkdirSync(join(folder, 'node_modules'));
  cpSync(join(folder, 'package'), home, { recursive: true });
  bin = join(home, 'dist', 'cli.js');
});
afterAll(() => rmSync(folder, { recursive: true }));

test('holds the program and no sources', () => {
  const files = readdirSync(join(folder, 'package'), { recursive: true, encoding: 'utf8' });
  expect(files.toSorted()).toEqual(
    [
      'LICENSE',
      'README.md',
      'dist',
      ...['cli.js', 'own-rules.js', 'rules.json'].map((name) => join('dist', name)),
      'package.json',
    ].toSorted(),
  );
});

test('runs, and answers what the sources answer', async () => {
  const ran = spawnSync(bin, ['-f', 'json', PAGE], { encoding: 'utf8', cwd: folder });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout).toBe((await copydesk(['-f', 'json', PAGE])).out);
});

test('runs on Node 20, which lacks a function', () => {
  const old = ['--import', 'data:text/javascript,delete Map.groupBy'];
  const argv = [...old, bin, 'verify', '-q', 'it is in writing', '-f', 'csv'];
  const ran = spawnSync(process.execPath, [...argv, PAGE], { encoding: 'utf8', cwd: folder });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  expect(ran.stdout).toContain('Jonah Pell');
});

test('takes a folder of own rules, and names the faults of one', () => {
  const rules = join(folder, 'ours');
  mkdirSync(rules);
  const rule = (fields: string): void =>
    writeFileSync(
      join(rules, 'house.toml'),
      `schema = 1\n[[rule]]\nid = 'desk/house/pier'\nkind = 'ads/house'\nmatch = 'line'\nany = ['friends of the pier']\n${fields}\nwhy = 'Appeal.'\npositive = ['Friends of the pier']\nnegative = ['He saw friends of the pier.']\n`,
    );
  const page = join(folder, 'pier.txt');
  writeFileSync(
    page,
    `${readFileSync(PAGE, 'utf8').trim()}\n\nFriends of the pier\n\nThe harbour trust said that it would open the gate again in May.\n`,
  );
  const argv = ['--rules', rules, '-f', 'json', page];
  rule('certain = true');
  const ran = spawnSync(bin, argv, { encoding: 'utf8', cwd: folder });
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  const { segments = [] } = JSON.parse(ran.stdout) as Analysis;
  const found = segments.find(({ text }) => text.includes('Friends of the pier'));
  expect([found?.label, found?.kind]).toEqual(['ads', 'house']);
  rule('weight = 99');
  const refused = spawnSync(bin, argv, { encoding: 'utf8', cwd: folder });
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr).toContain('house.toml:7: desk/house/pier: "weight" must be a number');
});

test('stops when nobody reads on', () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let i = 0; i < 50; i++) writeFileSync(join(many, `${i}.txt`), 'A line.\n'.repeat(2000));
  const command = `"${bin}" -f ndjson "${many}" | head -c 10`;
  const ran = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(ran.stdout).toHaveLength(10);
  expect(ran.stderr).toBe('');
});
