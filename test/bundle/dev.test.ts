/**
 * The first thing a newcomer does: `npm run dev`, and a program against it.
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT } from '../../tools/check/build.ts';
import { blockOf, blocksOf } from './blocks.ts';
import { openDesk, type Desk } from './desk.ts';

const blocks = blocksOf('docs/recipes.md');
const STARTING_MS = 150_000;

let worker: ChildProcess;
let log = '';
let desk: Desk;
let origin: string;

beforeAll(async () => {
  desk = openDesk(blocks);
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  const argv = ['run', 'dev', '--', '--port', `${port}`, '--ip', '127.0.0.1'];
  // In a process group of its own: npm starts wrangler, and wrangler starts others.
  worker = spawn('npm', [...argv, '--show-interactive-dev-session=false'], {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  worker.stdout?.on('data', (chunk) => (log += String(chunk)));
  await answers(STARTING_MS);
});
afterAll(async () => {
  desk.close();
  await end();
});

test('the Python recipe', async () => {
  const at = blocks.findIndex(({ language, info }) => language === 'python' && info === 'run');
  expect(blocks[at]?.code).toContain('urllib');
  const said = blocks[at + 1];
  expect(said?.info).toBe('prints');
  expect(await desk.printed(blocks[at] as (typeof blocks)[number], origin)).toBe(said?.code);
});

test('its log: a line of JSON a request, with sizes and nothing of the text', async () => {
  const page = blockOf(blocks, 'file=page.txt').code;
  const body = JSON.stringify({ text: page, id: 'Zq7Xw3', url: 'https://example.com/Zq7Xw3' });
  const headers = { 'content-type': 'application/json', authorization: 'Bearer Zq7Xw3' };
  const answer = await fetch(`${origin}/v1/analyze`, { method: 'POST', body, headers });
  const { length } = (await answer.json()) as { length: number };
  const id = answer.headers.get('x-request-id') ?? 'none';
  await expect.poll(() => log, { timeout: 10_000 }).toContain(id);
  const line = log.split('\n').find((one) => one.includes(id)) ?? '';
  expect(JSON.parse(line)).toEqual({
    requestId: id,
    method: 'POST',
    route: '/v1/analyze',
    status: 200,
    bytes: Buffer.byteLength(body),
    text: length,
    segments: expect.any(Number),
    quotes: expect.any(Number),
  });
  expect(log).not.toMatch(/Zq7Xw3|bridge|Marlow/i);
});

test('the playground', async () => {
  const page = await fetch(origin);
  expect(page.headers.get('content-type')).toMatch(/^text\/html/);
  expect(await page.text()).toContain('<h1>Copydesk</h1>');
});

/** Waits until it does. */
async function answers(most: number): Promise<void> {
  for (const until = Date.now() + most; Date.now() < until;) {
    if (worker.exitCode !== null) throw new Error(`npm run dev ended with ${worker.exitCode}`);
    const up = await fetch(`${origin}/health`).catch(() => null);
    if (up?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error('npm run dev does not answer');
}

async function end(): Promise<void> {
  const { pid } = worker;
  if (pid === undefined || worker.exitCode !== null) return;
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  process.kill(-pid, 'SIGTERM');
  const late = setTimeout(() => process.kill(-pid, 'SIGKILL'), 10_000);
  await gone;
  clearTimeout(late);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
