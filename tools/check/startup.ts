/**
 * `node tools/check/startup.ts`: the built Worker against its budgets of time, over several fresh starts.
 *
 * All times are processor time of workerd, and the least of several runs counts: other programs can only add to them, so a
 * busy machine does not fail this check. Where the system does not tell processor time (it does on Linux), time on the clock
 * takes its place, and nothing fails.
 *
 * Start-up is what a running workerd takes to load the bundle, over the same for a bundle without anything.
 * `wrangler check startup` says in which function that time goes.
 * @module
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from './build.ts';
import { startFresh, type Fresh } from './fresh.ts';
import { samplePage } from './sample.ts';
import { workerdMs } from './workerd.ts';

/** Milliseconds of start-up over an empty Worker, of the 1,000 that Cloudflare allows. */
const STARTUP_BUDGET_MS = 300;
/** The aim for the first request, in tenth requests. */
const FIRST_AIM = 3;
const STARTS = 5;
/** So many more where the least of them is over the budget: on a machine that others use a start takes up to a fifth longer. */
const MORE_STARTS = 10;
/** Which request is compared with the first. */
const TENTH = 10;

const EMPTY = "export default { fetch: () => new Response('ok') };";
const LOADER =
  "export default { async fetch() { await import('./bundle.js'); return new Response('ok'); } };";

/** Milliseconds of processor time that `work` takes in workerd, or on the clock where nobody tells. */
async function processorMs(work: () => Promise<unknown>): Promise<number> {
  const now = (): number => workerdMs() ?? performance.now();
  const before = now();
  await work();
  return now() - before;
}

/** Milliseconds of loading `bundle` in a fresh workerd, some of it workerd's own. */
async function loadMs(bundle: string): Promise<number> {
  const fresh = await startFresh({ 'loader.js': LOADER, 'bundle.js': bundle });
  try {
    return await processorMs(() => fresh.ask('GET', '/'));
  } finally {
    await fresh.stop();
  }
}

/** The least of some starts; of more where that is over `enough`. */
async function leastLoadMs(bundle: string, enough = Infinity): Promise<number> {
  let least = Infinity;
  for (let i = 0; i < STARTS || (i < STARTS + MORE_STARTS && least > enough); i++)
    least = Math.min(least, await loadMs(bundle));
  return least;
}

/** Whether start-up is within its budget. */
async function checkStartup(bundle: string): Promise<boolean> {
  const empty = await leastLoadMs(EMPTY);
  const ours = await leastLoadMs(bundle, STARTUP_BUDGET_MS + empty);
  const over = ours - empty;
  const measured = `${ours.toFixed(1)} ms of processor time, an empty Worker ${empty.toFixed(1)} ms`;
  console.log(
    `start-up: ${measured}: ${over.toFixed(1)} ms over it, budget ${STARTUP_BUDGET_MS} ms`,
  );
  return over <= STARTUP_BUDGET_MS;
}

/** Milliseconds of the first analysis and of the tenth in a fresh workerd. */
async function firstAndTenth(bundle: string): Promise<readonly [number, number]> {
  const fresh = await startFresh({ 'index.js': bundle });
  try {
    // A request that analyses nothing: the connection and the module scope are not what is compared.
    await fresh.ask('GET', '/health');
    const first = await analysisMs(fresh);
    for (let i = 2; i < TENTH; i++) await analysisMs(fresh);
    return [first, await analysisMs(fresh)];
  } finally {
    await fresh.stop();
  }
}

function analysisMs(fresh: Fresh): Promise<number> {
  const headers = { 'content-type': 'text/plain' };
  return processorMs(() => fresh.ask('POST', '/v1/analyze', headers, samplePage()));
}

async function reportFirst(bundle: string): Promise<void> {
  let [first, tenth] = [Infinity, Infinity];
  for (let i = 0; i < STARTS; i++) {
    const [itsFirst, itsTenth] = await firstAndTenth(bundle);
    first = Math.min(first, itsFirst);
    tenth = Math.min(tenth, itsTenth);
  }
  const measured = `${first.toFixed(1)} ms of processor time, the tenth ${tenth.toFixed(1)} ms`;
  console.log(
    `first request: ${measured}: ${(first / tenth).toFixed(1)} times that, aim ${FIRST_AIM}`,
  );
  // Told, not failed on: it is over its aim today, and docs/performance.md says so.
  if (first > FIRST_AIM * tenth) console.log('first request: OVER ITS AIM');
}

const folder = await mkdtemp(join(tmpdir(), 'copydesk-startup-'));
try {
  await buildWorker(folder);
  const bundle = await readFile(join(folder, 'index.js'), 'utf8');
  const isWithin = await checkStartup(bundle);
  await reportFirst(bundle);
  if (!isWithin && process.platform === 'linux') process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
