/**
 * A job whose process is killed: the small form of `npm run bench:jobs`.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildJobsWorker, HostProcess } from '../../tools/bench/jobs/process.ts';
import { prove } from '../../tools/bench/jobs/prove.ts';

/** So many that some of them are wrong, and one cannot be analysed. */
const PAGES = 330;
const KILLS = 2;

test('every page is answered once, in order, or told as an error', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-jobs-'));
  const script = join(folder, 'worker.js');
  await buildJobsWorker(script);
  const host = await HostProcess.start({ script, folder: join(folder, 'bucket'), sweepMs: 1000 });
  try {
    const { pages, kills, wrong } = await prove(host, PAGES, KILLS, () => undefined);
    expect({ pages, kills, wrong }).toEqual({ pages: PAGES, kills: KILLS, wrong: [] });
  } finally {
    await host.kill();
    await rm(folder, { recursive: true, force: true });
  }
}, 300_000);
