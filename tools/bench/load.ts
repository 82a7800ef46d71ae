/**
 * `npm run bench:load`: the built Worker under many clients at once or, with `--workers N`, so many processes of `copydesk serve`. Pages of all
 * sizes, one request in a hundred bad. No good request may fail, no bad one be taken, and memory must not grow.
 * @module
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { buildWorker } from '../check/build.ts';
import { startFresh } from '../check/fresh.ts';
import { startOwnServer } from '../check/own-server.ts';
import { workerdBytes } from '../check/workerd.ts';
import { commandLine, wholeNumber } from '../command-line.ts';
import { quantile } from './clock.ts';
import { numbers, Page } from './pages.ts';

const USAGE = `usage: npm run bench:load -- [--seconds N] [--connections N] [--workers N]
  --seconds N        for so long (120)
  --connections N    so many clients at once (8)
  --workers N        on copydesk serve with so many processes, not on the Worker
`;

const { values } = commandLine(USAGE, {
  options: {
    seconds: { type: 'string', default: '120' },
    connections: { type: 'string', default: '8' },
    workers: { type: 'string' },
  },
});
const seconds = wholeNumber(USAGE, 'seconds', values.seconds);
const connections = wholeNumber(USAGE, 'connections', values.connections);

/** Characters of a page, as often as they stand here: pages of real sites are short, and some are not. */
const SIZES = [1, 2, 4, 6, 6, 6, 10, 10, 25, 25, 60, 100, 300].map((kilobytes) => kilobytes * 1000);
const REQUESTS = 200;
const MOST_GROWTH = 1.1;
const SAMPLES_MS = 250;
/** In a shorter time the engine has hardly begun to collect garbage. */
const LONG_ENOUGH_SECONDS = 60;

const BAD = [
  { type: 'application/json', body: '{"text":', status: 400 },
  { type: 'application/json', body: '{"text":1}', status: 422 },
  { type: 'application/json', body: '{"text":"","html":""}', status: 422 },
  { type: 'application/xml', body: '<a/>', status: 415 },
  { type: 'text/plain', body: Buffer.from([0x61, 0xff, 0xfe]), status: 400 },
  { type: 'text/plain', body: 'x'.repeat(1_100_000), status: 413 },
] as const;

interface Counts {
  good: number;
  bad: number;
  readonly wrong: string[];
}

function requestsOf(counts: Counts): autocannon.Request[] {
  const chance = numbers(3);
  return Array.from({ length: REQUESTS }, (_, i) => {
    if (i % 100 === 5) return badRequest(Math.floor(i / 100) + Math.floor(chance() * 100), counts);
    const size = SIZES[Math.floor(chance() * SIZES.length)] as number;
    return goodRequest(new Page(size, i), chance() < 0.3, counts);
  });
}

function goodRequest(page: Page, isHtml: boolean, counts: Counts): autocannon.Request {
  return {
    method: 'POST',
    path: '/v1/analyze',
    headers: { 'content-type': isHtml ? 'text/html' : 'text/plain' },
    body: isHtml ? page.html : page.text,
    onResponse(status, body) {
      counts.good++;
      if (status !== 200)
        counts.wrong.push(`a page of ${page.text.length} was answered with ${status}`);
      else if (!isWhole(body, page, isHtml))
        counts.wrong.push(`a page of ${page.text.length} got half an answer`);
    },
  };
}

/** Whether an answer is that to a page: its length, and quotes. */
function isWhole(body: string, page: Page, isHtml: boolean): boolean {
  const { length, quotes } = JSON.parse(body) as { length: number; quotes: unknown[] };
  return (isHtml || length === page.text.length) && quotes.length > 0;
}

function badRequest(number: number, counts: Counts): autocannon.Request {
  const { type, body, status: wanted } = BAD[number % BAD.length] as (typeof BAD)[number];
  return {
    method: 'POST',
    path: '/v1/analyze',
    headers: { 'content-type': type },
    body,
    onResponse(status) {
      counts.bad++;
      if (status !== wanted)
        counts.wrong.push(`a bad request was answered with ${status}, not ${wanted}`);
    },
  };
}

/** Median of a part of the samples, in shares of the whole time. */
const between = (samples: readonly number[], from: number, to: number): number =>
  quantile(samples.slice(Math.floor(from * samples.length), Math.ceil(to * samples.length)), 0.5);

async function load(url: string, bytesNow: () => number | undefined): Promise<boolean> {
  const counts: Counts = { good: 0, bad: 0, wrong: [] };
  const memory: number[] = [];
  const timer = setInterval(() => memory.push(bytesNow() ?? 0), SAMPLES_MS);
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    timeout: 60,
    requests: requestsOf(counts),
  });
  clearInterval(timer);
  const { good, bad, wrong } = counts;
  console.log(
    `${good} good and ${bad} bad requests in ${seconds} s over ${connections} connections`,
  );
  const { p50, p99, max } = result.latency;
  console.log(`answers after ${p50} ms (half), ${p99} ms (99 of 100), ${max} ms (all)`);
  const [early, late] = [between(memory, 0.25, 0.5), between(memory, 0.75, 1)];
  console.log(
    `memory: ${mb(early)} in the second quarter of the time, ${mb(late)} in the last, ${mb(Math.max(...memory))} at most`,
  );
  for (const line of new Set(wrong)) console.log(`WRONG: ${line}`);
  const failed = result.errors + result.timeouts + wrong.length;
  if (failed > 0)
    console.log(
      `FAILED: ${result.errors} errors, ${result.timeouts} time-outs, ${wrong.length} wrong answers`,
    );
  const isFlat = seconds < LONG_ENOUGH_SECONDS || late <= early * MOST_GROWTH;
  if (!isFlat) console.log('GROWS: memory at the end is more than a tenth above that at the start');
  return failed === 0 && isFlat && good > 0 && bad > 0;
}

const mb = (bytes: number): string => `${(bytes / 1e6).toFixed(0)} MB`;

async function loadWorker(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-load-'));
  try {
    await buildWorker(folder);
    const fresh = await startFresh({
      'index.js': await readFile(join(folder, 'index.js'), 'utf8'),
    });
    return await load(fresh.url.origin, workerdBytes).finally(() => fresh.stop());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function loadServer(workers: string): Promise<boolean> {
  const server = await startOwnServer(['--workers', workers]);
  return await load(server.url.origin, server.bytes).finally(() => server.stop());
}

const { workers } = values;
const isGood = await (workers === undefined ? loadWorker() : loadServer(workers));
if (!isGood) process.exitCode = 1;
