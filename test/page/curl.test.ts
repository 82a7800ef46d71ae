import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { curlOf } from '../../src/page/curl.ts';

let folder: string;
beforeAll(() => {
  // A stand-in for curl, which writes down what a shell hands to it.
  folder = mkdtempSync(join(tmpdir(), 'copydesk-curl-'));
  writeFileSync(
    join(folder, 'curl'),
    '#!/bin/sh\nprintf "%s\\n" "$@" > "$OUT/arguments"\ncat > "$OUT/body"\n',
  );
  chmodSync(join(folder, 'curl'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(command: string): { body: string; words: readonly string[] } {
  const env = { PATH: `${folder}:/usr/bin:/bin`, OUT: folder, COPYDESK_KEY: 'k e y' };
  execFileSync('bash', { input: command, env });
  return {
    body: readFileSync(join(folder, 'body'), 'utf8'),
    words: readFileSync(join(folder, 'arguments'), 'utf8').split('\n'),
  };
}

test.each([
  'plain',
  `it's "$HOME" \`id\` $(id) \\ !! 'x'`,
  'COPYDESK\nCOPYDESK\n',
  '\u001b[2J\u007f\u009b\u202e\ufeff\u2028',
  '“Nein”, sagte sie. 😀',
])('a shell hands on %j', (text) => {
  const { body } = run(curlOf('https://desk.example/v1/analyze', { text }, false));
  expect(JSON.parse(body)).toEqual({ text });
});

test('nothing in it moves a cursor or turns the direction of a line', () => {
  const text = Array.from({ length: 0x3000 }, (_, unit) => String.fromCharCode(unit)).join('');
  const command = curlOf('https://desk.example/v1/analyze', { text }, false);
  expect(command).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]|!/u);
});

test('a key is named, not shown', () => {
  const { words } = run(curlOf('https://desk.example/v1/analyze', {}, true));
  expect(words).toContain('authorization: Bearer k e y');
  expect(words).toContain('https://desk.example/v1/analyze');
});
