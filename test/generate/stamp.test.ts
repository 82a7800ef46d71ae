/**
 * Generated files are made anew whenever their sources, or they themselves, are not what they were.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  filesOf,
  inputsOf,
  isUpToDate,
  OUTPUTS,
  stampOf,
  writeStamp,
} from '../../tools/generate/stamp.ts';

let root = '';
const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const now = (own?: string) => stampOf(inputsOf(root, own), filesOf(root, OUTPUTS));
const stamp = (): string => join(root, 'cache/stamp.json');

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'copydesk-stamp-'));
  put('rules/en/a.toml', 'a');
  put('rules/README.md', 'tables');
  put('src/a.ts', 'a');
  put('src/rules/generated.js', 'made');
  put('tools/a.ts', 'a');
  put('public/page.js', 'made');
  put('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

test('nothing was generated where there is no stamp, or a broken one', () => {
  expect(isUpToDate(stamp(), now())).toBe(false);
  writeStamp(stamp(), now());
  expect(isUpToDate(stamp(), now())).toBe(true);
  writeFileSync(stamp(), '{"inputs":');
  expect(isUpToDate(stamp(), now())).toBe(false);
});

test.each([
  ['rules/en/a.toml', 'b'],
  ['rules/en/new.toml', 'a'],
  ['rules/weights/a.json', '{}'],
  ['rules/README.md', 'other tables'],
  ['src/a.ts', 'b'],
  ['src/page/new.css', 'b'],
  ['tools/openapi/a.ts', 'b'],
  ['package-lock.json', '{"a":1}'],
  ['src/rules/generated.js', 'tampered with'],
  ['public/page.js', 'tampered with'],
  ['public/rules/old.json', 'left over'],
])('%s may change', (path, text) => {
  writeStamp(stamp(), now());
  put(path, text);
  expect(isUpToDate(stamp(), now())).toBe(false);
});

test('what was generated may go', () => {
  writeStamp(stamp(), now());
  rmSync(join(root, 'public/page.js'));
  expect(isUpToDate(stamp(), now())).toBe(false);
});

test('sources that move are others', () => {
  writeStamp(stamp(), now());
  rmSync(join(root, 'src/a.ts'));
  put('src/b.ts', 'a');
  expect(isUpToDate(stamp(), now())).toBe(false);
});

test('a folder of own rules counts, also one that is not there', () => {
  writeStamp(stamp(), now());
  expect(isUpToDate(stamp(), now('ours'))).toBe(false);
  put('ours/a.toml', 'a');
  writeStamp(stamp(), now('ours'));
  expect(isUpToDate(stamp(), now('ours'))).toBe(true);
  expect(isUpToDate(stamp(), now())).toBe(false);
  put('ours/deep/b.toml', 'b');
  expect(isUpToDate(stamp(), now('ours'))).toBe(false);
});
