/**
 * The command lines of tools: help, and mistakes.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Runs the tool that imports the least. */
function baseline(...args: readonly string[]) {
  const path = 'tools/eval/baseline.ts';
  return spawnSync(process.execPath, [path, ...args], { cwd: ROOT, encoding: 'utf8' });
}

test.each(['--help', '-h'])('%s prints the usage', (option) => {
  const { stdout, stderr, status } = baseline(option);
  expect(stdout).toMatch(/^usage: node tools\/eval\/baseline\.ts BASELINE REPORT…/);
  expect([stderr, status]).toEqual(['', 0]);
});

test.each([
  [['--wirte', 'a', 'b'], 'there is no option --wirte (did you mean --write?)'],
  [['--write=1', 'a', 'b'], "Option '--write' does not take an argument"],
  [['a'], 'give a baseline and reports'],
])('%j is told above the usage', (args, message) => {
  const { stdout, stderr, status } = baseline(...args);
  const [first, second] = stderr.split('\n');
  expect([first, second]).toEqual([message, expect.stringMatching(/^usage: node tools/)]);
  expect([stdout, status]).toEqual(['', 2]);
});

test('every tool reads its arguments so', () => {
  const files = globSync(['tools/**/*.ts', 'test/{golden,quotes}/*.ts'], { cwd: ROOT });
  const others = files.filter((path) =>
    /\bparseArgs\(|process\.argv\./.test(readFileSync(join(ROOT, path), 'utf8')),
  );
  // These are asked by other tools, as processes of their own.
  expect(others.sort()).toEqual(['tools/bench/archive/side.ts', 'tools/check/memory.ts']);
});
