/**
 * `node tools/check/startup.ts`: the built Worker against its budgets of time, over several fresh starts.
 *
 * Start-up is the time that a request waits which makes a running workerd load the bundle, over the same for a bundle
 * without anything. `wrangler check startup` answers the same question, and says in which function the time goes, but
 * its profiler takes a sample every millisecond, too few for a budget of fifteen.
 * @module
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from './build.ts';
import { median, startFresh } from './fresh.ts';
import { samplePage } from './sample.ts';

/** Milliseconds of start-up over an empty Worker. */
const STARTUP_BUDGET_MS = 15;
/** The first request, in warm requests. */
const FIRST_BUDGET = 5;
const STARTS = 9;
/** Rounds of starts, until one is within the budget: a machine that was busy just before takes its time to calm down. */
const ROUNDS = 5;
/** How many requests after the first make up "warm": what a Worker that has just started gives everybody else. */
const WARM = 20;
/** After so many more V8 has optimised what it will; printed for comparison. */
const SETTLED = 100;

const EMPTY = "export default { fetch: () => new Response('ok') };";
const LOADER =
  "export default { async fetch() { await import('./bundle.js'); return new Response('ok'); } };";

/** Milliseconds of loading `bundle` in a fresh workerd, some of it workerd's own. */
async function loadMs(bundle: string): Promise<number> {
  const fresh = await startFresh({ 'loader.js': LOADER, 'bundle.js': bundle });
  try {
    return await fresh.ask('GET', '/');
  } finally {
    await fresh.stop();
  }
}

async function checkStartup(bundle: string): Promise<boolean> {
  const ours: number[] = [];
  const empty: number[] = [];
  let [mine, nothing] = [Infinity, Infinity];
  for (let round = 0; round < ROUNDS && !(mine - nothing <= STARTUP_BUDGET_MS); round++) {
    for (let i = 0; i < STARTS; i++) {
      empty.push(await loadMs(EMPTY));
      ours.push(await loadMs(bundle));
    }
    // The fastest of each: the budget is of active time, and whatever else the machine does can only add to it.
    [mine, nothing] = [Math.min(...ours), Math.min(...empty)];
  }
  const over = mine - nothing;
  const measured = `${mine.toFixed(1)} ms, an empty Worker ${nothing.toFixed(1)} ms`;
  console.log(
    `start-up: ${measured}: ${over.toFixed(1)} ms over it, budget ${STARTUP_BUDGET_MS} ms`,
  );
  return over <= STARTUP_BUDGET_MS;
}

/** Milliseconds of the first analysis and the following ones in a fresh workerd that has loaded the bundle. */
async function analysisMs(bundle: string, text: string): Promise<readonly number[]> {
  const fresh = await startFresh({ 'index.js': bundle });
  const times: number[] = [];
  try {
    while (times.length < 1 + WARM + SETTLED + WARM) {
      times.push(await fresh.ask('POST', '/v1/analyze', { 'content-type': 'text/plain' }, text));
    }
    return times;
  } finally {
    await fresh.stop();
  }
}

async function reportFirst(bundle: string): Promise<void> {
  const starts: (readonly number[])[] = [];
  for (let i = 0; i < STARTS; i++) starts.push(await analysisMs(bundle, samplePage()));
  const first = median(starts.map((times) => times[0] ?? Number.NaN));
  const warm = median(starts.map((times) => median(times.slice(1, 1 + WARM))));
  const settled = median(starts.map((times) => median(times.slice(-WARM))));
  const measured = `${first.toFixed(1)} ms, the next ${warm.toFixed(1)} ms, settled ${settled.toFixed(1)} ms`;
  const times = (first / warm).toFixed(1);
  console.log(`first request: ${measured}: ${times} times the next, budget ${FIRST_BUDGET}`);
  // Told, not failed on: it is over its budget today, and README.md says so under Limits.
  if (first > FIRST_BUDGET * warm) console.log('first request: OVER BUDGET');
}

const folder = await mkdtemp(join(tmpdir(), 'copydesk-startup-'));
try {
  await buildWorker(folder);
  const bundle = await readFile(join(folder, 'index.js'), 'utf8');
  const startup = await checkStartup(bundle);
  await reportFirst(bundle);
  if (!startup) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
