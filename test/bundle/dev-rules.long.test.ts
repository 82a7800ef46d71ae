/**
 * Rules while `npm run dev` runs, in a copy of the project: own ones are there, a mistake stops nothing, and a mended file counts.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Analysis } from '../../src/schema/types.ts';
import { ROOT } from '../../tools/check/build.ts';
import { file, rule, type RuleFields } from '../rules/small.ts';

const PARTS = ['src', 'rules', 'tools', 'public', 'package.json', 'wrangler.toml', 'tsconfig.json'];
const WAIT = { timeout: 300_000, interval: 500 };

const STORY = readFileSync(join(ROOT, 'test/fixtures/pages/two-stories.txt'), 'utf8').trim();
const page = (line: string): string =>
  `${STORY}\n\n${line}\n\nThe council promised to publish a new timetable within a week.\n`;

let folder: string;
let worker: ChildProcess;
let origin: string;
let log = '';

/** The label that the running Worker gives to a line at the end of a page; '' while it does not answer. */
async function labelOf(line: string): Promise<string> {
  const body = page(line);
  const headers = { 'content-type': 'text/plain' };
  const answer = await fetch(`${origin}/v1/analyze`, { method: 'POST', body, headers }).catch(
    () => null,
  );
  if (!answer?.ok) return '';
  const { segments = [] } = (await answer.json()) as Analysis;
  return segments.find(({ text }) => text.includes(line))?.label ?? '';
}

const write = (path: string, fields: RuleFields): void =>
  writeFileSync(
    join(folder, path),
    file([rule({ kind: 'ads/house', match: 'line', certain: true, ...fields })], 'en'),
  );

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'copydesk-dev-'));
  for (const part of PARTS)
    cpSync(join(ROOT, part), join(folder, 'project', part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'project/node_modules'));
  mkdirSync(join(folder, 'ours'));
  write('ours/house.toml', {
    id: 'desk/house/pier',
    any: ['friends of the pier'],
    positive: ['Friends of the pier'],
  });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  worker = spawn(
    'npm',
    [
      'run',
      'dev',
      '--',
      '--port',
      `${port}`,
      '--ip',
      '127.0.0.1',
      '--show-interactive-dev-session=false',
    ],
    {
      cwd: join(folder, 'project'),
      env: { ...process.env, COPYDESK_RULES: '../ours' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  for (const stream of [worker.stdout, worker.stderr])
    stream?.on('data', (chunk) => (log += String(chunk)));
  await vi.waitUntil(async () => (await labelOf('Friends of the pier')) !== '', WAIT);
}, WAIT.timeout);

afterAll(async () => {
  if (worker.pid !== undefined && worker.exitCode === null) {
    const gone = new Promise((resolve) => worker.once('exit', resolve));
    process.kill(-worker.pid, 'SIGTERM');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true });
});

test('own rules are bundled', async () => {
  expect(await labelOf('Friends of the pier')).toBe('ads');
});

test(
  'a mistake is told in one line, requests are answered with the last good rules, and the mended file counts',
  async () => {
    const broken = 'project/rules/en/tips.toml';
    const id = 'en/tips/send';
    const any = ['send word to the lantern room'];
    const positive = ['Send word to the lantern room'];
    write(broken, { id, any, positive, kind: 'ads/pear' });
    await vi.waitUntil(
      () => log.includes('requests are answered with the last good ones: rules/en/tips.toml:'),
      WAIT,
    );
    expect(log.split('\n').filter((line) => line.includes('tips.toml'))).toSatisfy(
      (lines: readonly string[]) =>
        lines.every((line) => /last good ones|changed, restarting build/.test(line)),
    );
    expect(await labelOf('Friends of the pier')).toBe('ads');
    write(broken, { id, any, positive });
    await vi.waitUntil(
      async () => (await labelOf('Send word to the lantern room')) === 'ads',
      WAIT,
    );
  },
  2 * WAIT.timeout,
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
