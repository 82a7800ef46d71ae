/**
 * What `copydesk archive` says on standard error while it runs.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ArchiveProgress } from '../../src/cli/archive-progress.ts';
import { copydesk } from '../cli/io.ts';
import { lines } from './made.ts';

type Step = readonly [seconds: number, pages: number, errors: number, bytes: number];

/** What is written of a run over 10,000 bytes, of which an earlier run did some pages. */
function written(steps: readonly Step[], { isTTY = false, quiet = false, before = 0 } = {}) {
  let now = 5000;
  const said: string[] = [];
  const stderr = { isTTY, write: (text: string) => void said.push(text) };
  const progress = new ArchiveProgress(stderr, quiet, () => now);
  for (const [seconds, pages, errors, bytes] of steps) {
    now = 5000 + 1000 * seconds;
    progress.show({ pages, errors, before, bytes, total: 10_000 });
  }
  const [, pages, errors, bytes] = steps.at(-1) as Step;
  progress.end({ pages, errors, before, bytes, total: 10_000 }, bytes < 10_000);
  return said;
}

test('tells rate, errors and time left every ten seconds, and how it ended', () => {
  const steps: readonly Step[] = [
    [1, 10, 0, 100],
    [10, 1200, 1, 1000],
    [15, 1300, 1, 1500],
    [20, 3000, 2, 2000],
    [40, 4000, 1234, 10_000],
  ];
  expect(written(steps)).toEqual([
    // 900 bytes in nine seconds: 9000 are left.
    'copydesk: 1,200 pages, 120/s, 1 error, 0:01:30 left\n',
    'copydesk: 3,000 pages, 150/s, 2 errors, 0:01:20 left\n',
    'copydesk: 4,000 pages, 100/s, 1,234 errors, 0:00:00 left\n',
    'copydesk: 4,000 pages, 100/s, 1,234 errors\n',
  ]);
  expect(written(steps, { quiet: true })).toEqual([]);
});

test('does not count what an earlier run did as its own speed', () => {
  const steps: readonly Step[] = [
    [2, 5001, 0, 5000],
    [12, 5010, 0, 5010],
  ];
  expect(written(steps, { before: 5000 })).toEqual([
    // Ten bytes in ten seconds.
    'copydesk: 5,010 pages, 0.8/s, 0 errors, 1:23:10 left\n',
    'copydesk: 5,010 pages, 0.8/s, 0 errors; stopped, the same command goes on\n',
  ]);
});

test('is a line that changes on a terminal', () => {
  const steps: readonly Step[] = [
    [0.1, 1, 0, 50],
    [0.6, 2, 0, 50],
    [0.8, 3, 0, 60],
    [1.1, 4, 0, 10_000],
  ];
  const clear = '\r\u001b[2K';
  expect(written(steps, { isTTY: true })).toEqual([
    `${clear}2 pages, 3.3/s, 0 errors, time left not known`,
    `${clear}4 pages, 3.6/s, 0 errors, 0:00:00 left`,
    `${clear}copydesk: 4 pages, 3.6/s, 0 errors\n`,
  ]);
});

test('a run says it, unless it is to be quiet', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-progress-'));
  writeFileSync(join(folder, 'a.ndjson'), lines(25, 1));
  const argv = ['archive', join(folder, 'a.ndjson'), '--threads', '1', '--out'];
  const told = await copydesk([...argv, join(folder, 'told')]);
  expect([told.code, told.out]).toEqual([3, '']);
  expect(told.err).toMatch(/^copydesk: 25 pages, [\d.]+\/s, 2 errors$/m);
  const quiet = await copydesk([...argv, join(folder, 'quiet'), '--quiet']);
  expect([quiet.code, quiet.err]).toEqual([3, '']);
  rmSync(folder, { recursive: true });
});
