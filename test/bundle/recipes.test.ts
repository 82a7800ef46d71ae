/**
 * docs/recipes.md: every recipe runs, and prints what it says it prints.
 * @module
 */
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
import { blockOf, blocksOf, type Block } from './blocks.ts';
import { startServer, type Server } from './server.ts';

const blocks = blocksOf('docs/recipes.md');
const LOCAL = 'http://127.0.0.1:8787';

let server: Server;
let folder: string;

beforeAll(async () => {
  server = await startServer(inject('bundle'));
  // Inside the project, where Hono is found; `..` has the checkout by its name.
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  const parent = mkdtempSync(join(ROOT, '.tmp', 'recipes-'));
  folder = join(parent, 'desk');
  mkdirSync(join(parent, 'bin'));
  mkdirSync(folder);
  symlinkSync(ROOT, join(parent, 'copydesk'));
  const program = join(parent, 'bin', 'copydesk');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${ROOT}/src/cli/main.ts" "$@"\n`);
  chmodSync(program, 0o755);
  for (const { info, code } of blocks) {
    const name = /^file=(\S+)$/.exec(info)?.[1];
    if (name !== undefined) writeFileSync(join(folder, name), code);
  }
});
afterAll(async () => {
  rmSync(join(folder, '..'), { recursive: true });
  await server.close();
});

const INTERPRETERS: Readonly<Record<string, readonly [file: string, ...argv: string[]]>> = {
  sh: ['recipe.sh', 'bash', '-euo', 'pipefail'],
  python: ['recipe.py', 'python3'],
  js: ['recipe.mjs', process.execPath],
  ts: ['recipe.ts', process.execPath],
};

/** What a recipe prints, run in the folder with the page. */
async function printed({ language, code }: Block): Promise<string> {
  const [file, program, ...argv] = INTERPRETERS[language] as [string, string, ...string[]];
  writeFileSync(join(folder, file), code.replaceAll(LOCAL, server.url.origin));
  const PATH = `${join(folder, '..', 'bin')}:${process.env['PATH'] ?? ''}`;
  const options = { cwd: folder, env: { ...process.env, PATH, NO_COLOR: '1' } };
  const { stdout } = await promisify(execFile)(program, [...argv, file], options);
  return stdout;
}

const has = (program: string): boolean => spawnSync('which', [program]).status === 0;

describe('recipes run in order', () => {
  const recipes = blocks.flatMap((block, i) =>
    /^run\b(?!=)/.test(block.info) ? [[i, block] as const] : [],
  );
  test('there are some', () => expect(recipes.length).toBeGreaterThan(8));

  test.each(recipes)('block %i', async (i, block) => {
    const tool = /needs=(\w+)/.exec(block.info)?.[1];
    if (tool !== undefined && !has(tool)) return;
    const next = blocks[i + 1];
    const expected = next?.info === 'prints' ? next.code : '';
    expect(await printed(block)).toBe(expected);
  });
});

test('the Apps Script functions, in the place of Google’s', () => {
  const { code } = blockOf(blocks, 'run=apps-script');
  // Apps Script waits for answers; so does curl.
  const UrlFetchApp = {
    fetch(url: string, request: { contentType: string; payload: string; method: string }) {
      const type = `content-type: ${request.contentType}`;
      const argv = ['-s', '-X', request.method.toUpperCase(), '-H', type, '--data-binary', '@-'];
      const out = execFileSync('curl', [...argv, '-w', '\n%{http_code}', url], {
        input: request.payload,
        encoding: 'utf8',
      });
      const cut = out.lastIndexOf('\n');
      return {
        getContentText: () => out.slice(0, cut),
        getResponseCode: () => Number(out.slice(cut + 1)),
      };
    },
  };
  const sheet = { UrlFetchApp, console } as Record<string, unknown>;
  runInNewContext(
    code.replace(/const SERVICE = '[^']*'/, `const SERVICE = '${server.url.origin}'`),
    sheet,
  );
  const { QUOTES, cellOf } = sheet as unknown as {
    QUOTES: (text: unknown) => readonly (readonly (string | number)[])[];
    cellOf: (text: string) => string;
  };
  const page = readFileSync(join(folder, 'page.txt'), 'utf8');
  const rows = QUOTES(page);
  expect(rows.map(([speaker]) => speaker)).toContain('Ines Marlow');
  expect(rows.every((row) => row.length === 3 && typeof row[2] === 'number')).toBe(true);
  // Objects of another realm are not of this one's prototypes.
  expect(JSON.parse(JSON.stringify(QUOTES('')))).toEqual([['', 'no quotes', '']]);
  expect(() => QUOTES('a'.repeat(2_000_000))).toThrow('larger than this service accepts');
  expect(cellOf('=1+1')).toBe("'=1+1");
});
