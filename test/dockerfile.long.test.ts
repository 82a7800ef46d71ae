/**
 * The Dockerfile, as far as it goes without Docker: both stages in folders, with what it copies, and its command.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SERVE_HELP } from '../src/cli/serve.ts';
import { ROOT } from '../tools/check/build.ts';

const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** What follows an instruction, each time that it stands there. */
const given = (instruction: string): readonly string[] =>
  [...text('Dockerfile').matchAll(new RegExp(`^${instruction} +(.+)$`, 'gm'))].map(
    ([, rest]) => rest as string,
  );

/** Where the second stage copies from the first, and to. */
const copies = given('COPY')
  .filter((rest) => rest.startsWith('--from=build '))
  .map((rest) => rest.split(/ +/).slice(1) as [from: string, to: string]);

let folder: string;
let server: ChildProcess | undefined;
/** A path of the image of a stage, as it lies here. */
const inStage = (stage: 'build' | 'last', path: string): string => join(folder, stage, path);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-docker-'));
  const ignored = new Set(text('.dockerignore').trim().split('\n'));
  const [home = ''] = given('WORKDIR');
  const isSent = (path: string): boolean => !ignored.has(relative(ROOT, path).split('/')[0] ?? '');
  cpSync(ROOT, inStage('build', home), { recursive: true, filter: isSent });
  // In place of `npm ci`, which would fetch the same packages again.
  symlinkSync(join(ROOT, 'node_modules'), inStage('build', join(home, 'node_modules')));
  const [, script = ''] = /npm ci .*&& npm run (\S+)$/.exec(given('RUN')[0] ?? '') ?? [];
  const PATH = `${join(ROOT, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`;
  const cwd = inStage('build', home);
  await promisify(execFile)('npm', ['run', script], { cwd, env: { ...process.env, PATH } });
  for (const [from, to] of copies) {
    const target = to.endsWith('/') ? join(to, basename(from)) : to;
    mkdirSync(dirname(inStage('last', target)), { recursive: true });
    cpSync(inStage('build', from), inStage('last', target), { recursive: true });
  }
}, 300_000);
afterAll(() => {
  server?.kill();
  rmSync(folder, { recursive: true });
});

test('copies what the build makes, into a Node that is new enough', () => {
  expect(copies.length).toBeGreaterThan(0);
  for (const [from] of copies) expect(existsSync(inStage('build', from)), from).toBe(true);
  const { engines } = JSON.parse(text('package.json')) as { engines: { node: string } };
  const least = Number(/\d+/.exec(engines.node));
  const nodes = given('FROM').map((image) => Number(/^node:(\d+)/.exec(image)?.[1]));
  for (const node of nodes) expect(node).toBeGreaterThanOrEqual(least);
  // Nobody has to name the port.
  expect(SERVE_HELP).toContain(`(default: ${given('EXPOSE')[0]})`);
});

test('its command serves from what was copied, and nothing else', async () => {
  const [program, main = '', ...argv] = JSON.parse(given('CMD')[0] ?? '[]') as readonly string[];
  expect(program).toBe('node');
  // The whole network in a container, nobody else here: the last --host counts.
  expect(argv.join(' ')).toContain('--host 0.0.0.0');
  const here = ['--host', '127.0.0.1', '--port', '0'];
  const started = spawn(process.execPath, [inStage('last', main), ...argv, ...here], {
    cwd: inStage('last', '/'),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  server = started;
  const ended = new Promise<number | null>((resolve) => {
    started.once('close', resolve);
  });
  let said = '';
  const port = await new Promise<string>((resolve, reject) => {
    started.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const [, found] = /listening on http:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  const at = (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init);
  expect((await at('/health')).status).toBe(200);
  expect(await (await at('/')).text()).toContain('page.js');
  const body = '“Nobody may cross before May,” said Ines Marlow, the chief engineer.';
  const headers = { 'content-type': 'text/plain' };
  const answer = await at('/v1/analyze', { method: 'POST', body, headers });
  expect(await answer.json()).toMatchObject({ quotes: [{ speaker: 's1' }] });
  started.kill('SIGTERM');
  expect(await ended).toBe(0);
});
