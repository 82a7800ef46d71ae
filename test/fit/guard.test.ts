import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
import { refusalToWrite } from '../../tools/fit/guard.ts';
import { CORPUS } from '../../tools/rules/public-corpus.ts';

const folder = mkdtempSync(join(tmpdir(), 'copydesk-guard-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('weights of the public corpus are not written unasked, by whatever name it goes', () => {
  const copy = join(folder, 'mine.jsonl');
  const own = join(folder, 'own.jsonl');
  copyFileSync(CORPUS, copy);
  writeFileSync(own, '{}\n');
  expect(refusalToWrite([own])).toBeNull();
  expect(refusalToWrite([CORPUS])).toContain('--force');
  expect(refusalToWrite([own, copy])).toContain(copy);
});

test('the command refuses before it fits anything', () => {
  const ran = spawnSync(
    process.execPath,
    ['tools/fit/main.ts', 'segments', 'test/corpus/pages.jsonl', '--write'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect([ran.status, ran.stdout]).toEqual([1, '']);
  expect(ran.stderr).toContain('test/corpus/pages.jsonl is the public corpus');
});

test.each([
  [['--wirte'], 'there is no option --wirte (did you mean --write?)'],
  [['segment', CORPUS], 'there is no task segment'],
  [['constructor', CORPUS], 'there is no task constructor'],
  [['segments'], 'give files to fit segments on'],
  [['segments', 'none.jsonl'], 'there is no file none.jsonl'],
  [['segments', CORPUS, '--folds', 'three'], '--folds wants a number, not "three"'],
  [['quotes', CORPUS, '--set', 'penalty=much'], '--set wants NAME=NUMBER, not "penalty=much"'],
  [['quotes', CORPUS, '--set', 'penlaty=1'], 'quotes has no setting "penlaty"; it has penalty'],
])('%j is told above the usage', (args, message) => {
  const ran = spawnSync(process.execPath, ['tools/fit/main.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const [first, second] = ran.stderr.split('\n');
  expect([first, second]).toEqual([message, expect.stringMatching(/^usage: npm run fit -- TASK/)]);
  expect([ran.stdout, ran.status]).toEqual(['', 2]);
});
