/**
 * docs/jobs.md with a deployment as wrangler.toml shows it: what the comments there bind is bound, and what the document says to run is run.
 * @module
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { parse } from 'smol-toml';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestHarness } from 'wrangler';
import type { JobResult } from '../../src/schema/job.ts';
import { ROOT } from '../../tools/check/build.ts';
import { blockOf, blocksOf } from './blocks.ts';
import { serverOf, type Server } from './server.ts';

const PAGES = 12;

/** The configuration with the lines of jobs brought in. */
function configuration(): Readonly<Record<string, unknown>> {
  const toml = readFileSync(join(ROOT, 'wrangler.toml'), 'utf8');
  const [jobs = ''] = /^# Jobs \([^]*?\n\n/m.exec(toml) ?? [];
  const shown = jobs.split('\n').filter((line) => /^# (?:\[|[a-z_]+ = )/.test(line));
  return parse(toml + shown.map((line) => `${line.slice(2)}\n`).join(''));
}

const blocks = blocksOf('docs/jobs.md');
const folder = mkdtempSync(join(tmpdir(), 'copydesk-jobs-docs-'));
const harness = createTestHarness();
let server: Server;
beforeAll(async () => {
  const { build, ...config } = configuration();
  expect(build).toBeDefined();
  const assets = { ...(config['assets'] as object), directory: join(ROOT, 'public') };
  const bundle = { main: join(inject('bundle'), 'index.js'), no_bundle: true, assets };
  await harness.update({ workers: [{ config: { ...config, ...bundle } as never }] });
  server = await serverOf(harness);
  const lines = Array.from({ length: PAGES }, (_, i) =>
    JSON.stringify({ id: `page-${i + 1}`, text: `Lock ${i}\n\n“It is shut,” said Ann Reed.\n` }),
  );
  writeFileSync(join(folder, 'pages.ndjson'), `${lines.join('\n')}\n`);
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function run(...names: readonly string[]): Promise<string> {
  const script = names.map((name) => blockOf(blocks, `run=${name}`).code).join('\n');
  const env = { ...process.env, COPYDESK: server.url.origin };
  const { stdout } = await promisify(execFile)('bash', ['-ec', script], { cwd: folder, env });
  return stdout;
}

const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

test('from a file to results, as the document says', async () => {
  expect(await run('send')).toContain(`"pages":${PAGES},"added":${PAGES},"next":${PAGES + 1}`);
  // The first block names the job for those that follow; to run it again changes nothing.
  const resumed = await run('send', 'resume');
  expect(resumed).toContain(`{"from":${PAGES + 1},"pages":0,"added":0,"next":${PAGES + 1}}`);
  const job = new URL('/v1/jobs/archive-1996', server.url);
  while (!(await (await fetch(job)).text()).includes('"waiting":0')) await wait(100);
  await run('send', 'fetch');
  const results = read('results.ndjson').trimEnd().split('\n');
  expect(results.map((line) => (JSON.parse(line) as JobResult).id)).toEqual(
    Array.from({ length: PAGES }, (_, i) => `page-${i + 1}`),
  );
  expect(read('quotes.csv').trimEnd().split('\r\n')).toHaveLength(PAGES + 1);
  expect(read('errors.ndjson')).toBe('');
  expect((await fetch(job)).status).toBe(404);
});

test('the sweep is a cron trigger', async () => {
  expect(configuration()['triggers']).toEqual({ crons: ['*/5 * * * *'] });
  const { outcome } = await harness.getWorker().scheduled({ cron: '*/5 * * * *' });
  expect(outcome).toBe('ok');
});
