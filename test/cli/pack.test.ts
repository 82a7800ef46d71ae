/**
 * The package as it is installed: packed, unpacked elsewhere, without anything beside it.
 * @module
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
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
    ['LICENSE', 'README.md', 'dist', join('dist', 'cli.js'), 'package.json'].toSorted(),
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

test('stops when nobody reads on', () => {
  const many = join(folder, 'many');
  mkdirSync(many);
  for (let i = 0; i < 50; i++) writeFileSync(join(many, `${i}.txt`), 'A line.\n'.repeat(2000));
  const command = `"${bin}" -f ndjson "${many}" | head -c 10`;
  const ran = spawnSync('sh', ['-c', command], { encoding: 'utf8' });
  expect(ran.stdout).toHaveLength(10);
  expect(ran.stderr).toBe('');
});
