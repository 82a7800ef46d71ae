/**
 * `npm run bench:archive`: whether `copydesk archive` makes use of all processors, and whether its memory stays the same however many pages
 * there are. Fails where it does not.
 *
 * Speed is beside what the machine has to give: as many processes as there are processors, each of which analyses its share of the same pages
 * and does nothing else. The two take turns, and the best round of each counts: what else goes on in a machine only ever slows it, by a
 * third from one second to the next where a neighbour shares the processor. Pages a second say nothing where others use the machine as
 * well, since three busy threads get more of it than two do; then processor time a page decides. With `--at-once` both sides run at the
 * same time, and suffer from others alike.
 *
 * Pages are those of news, a paragraph in four with quotes: writing out a row costs the same on all pages, so on pages that are nothing but
 * quotes (`--dense`) a larger share of the time goes into the tables.
 * @module
 */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { commandLine, misused, wholeNumber } from '../../command-line.ts';
import { AS_NEWS, Page } from '../pages.ts';
import type { Measured } from './side.ts';

const USAGE = `usage: npm run bench:archive -- [memory] [--pages N] [--file FILE] [--rounds N] [--dense] [--at-once]
  without memory     speed: 4,000 pages, four rounds
  memory             memory: 200,000 small pages, for half an hour and more
  --file FILE        pages of this file (JSON Lines with text), again and again, instead of made-up ones
  --dense            quotes in every paragraph
  --at-once          processor time alone, for a machine that others use
`;
const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    pages: { type: 'string' },
    file: { type: 'string' },
    rounds: { type: 'string', default: '4' },
    dense: { type: 'boolean', default: false },
    'at-once': { type: 'boolean', default: false },
  },
});
const isMemory = positionals[0] === 'memory';
if (positionals.length > (isMemory ? 1 : 0)) misused(USAGE);
const turns = wholeNumber(USAGE, 'rounds', values.rounds);
const howMany = wholeNumber(USAGE, 'pages', values.pages ?? (isMemory ? '200000' : '4000'));

/** Characters of pages, as often as they stand here. */
const USUAL = [1000, 2000, 4000, 6000, 6000, 6000, 10_000, 10_000, 25_000];
const SMALL = [400];

/** Of what as many processes do that only analyse. */
const LEAST_SHARE = 0.9;
/** Of all processors: what others may use for pages a second to count. */
const MOST_FOR_OTHERS = 0.05;
/** Memory at the end, in times of that when the first twentieth was done. */
const MOST_GROWTH = 1.15;

const given = values.file === undefined ? [] : textsOf(values.file);

function textsOf(file: string): readonly string[] {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

const madeUp = (length: number, seed: number): string =>
  new Page(length, seed, values.dense ? 0 : AS_NEWS).text;

const SIDE = fileURLToPath(new URL('./side.ts', import.meta.url));
const cores = availableParallelism();

async function run(side: 'alone' | 'archive', file: string, pages: number): Promise<Measured> {
  const argv = ['--no-warnings', SIDE, side, file, String(pages)];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout) as Measured;
}

/** Every `step`th page of a number, from `first` on, one a line. */
async function writePages(
  file: string,
  sizes: readonly number[],
  { count, first = 0, step = 1 }: { count: number; first?: number; step?: number },
): Promise<string> {
  const out = createWriteStream(file);
  for (let i = first; i < count; i += step) {
    const text = given[i % given.length] ?? madeUp(sizes[i % sizes.length] as number, i);
    const line = JSON.stringify({ id: `page-${i}`, url: `https://example.com/${i}`, text });
    if (!out.write(`${line}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  return file;
}

const rate = ({ pages, ms }: Measured): number => (1000 * pages) / ms;
const cost = ({ pages, cpuMs }: Measured): number => cpuMs / pages;
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const two = (number: number): string => number.toFixed(2);

/** A round: pages a second and milliseconds of processor time a page, on both sides. */
interface Round {
  readonly archive: Speed;
  readonly alone: Speed;
  /** Whether nobody else used the machine. */
  readonly isQuiet: boolean;
}

interface Speed {
  readonly rate: number;
  readonly cost: number;
}

async function speed(folder: string, count: number): Promise<boolean> {
  const whole = await writePages(join(folder, 'all.ndjson'), USUAL, { count });
  const parts = await Promise.all(
    Array.from({ length: cores }, (_, first) =>
      writePages(join(folder, `${first}.ndjson`), USUAL, { count, first, step: cores }),
    ),
  );
  const rounds: Round[] = [];
  for (let number = 1; number <= turns; number++) {
    const sides = await bothSides(whole, parts, count);
    const archive = { rate: rate(sides.archive), cost: cost(sides.archive) };
    const alone = { rate: sum(sides.alone.map(rate)), cost: sum(sides.alone.map(cost)) / cores };
    rounds.push({ archive, alone, isQuiet: sides.others <= MOST_FOR_OTHERS });
    console.log(
      `round ${number}: ${archive.rate.toFixed(0)} pages a second in the archive, ${alone.rate.toFixed(0)} in ${cores} processes;` +
        ` ${two(archive.cost)} and ${two(alone.cost)} ms of processor time a page`,
    );
  }
  return judge(rounds);
}

interface Sides {
  readonly archive: Measured;
  readonly alone: readonly Measured[];
  /** What share of the machine others had. */
  readonly others: number;
}

/** In turns, or at once. */
async function bothSides(whole: string, parts: readonly string[], count: number): Promise<Sides> {
  const inArchive = () => run('archive', whole, count);
  const inProcesses = parts.map((part) => () => run('alone', part, 0));
  if (values['at-once']) {
    const [archive, ...alone] = (await watched([inArchive, ...inProcesses])).measured;
    // Each side has the other one beside it.
    return { archive: archive as Measured, alone, others: 1 };
  }
  const first = await watched([inArchive]);
  const second = await watched(inProcesses);
  const [archive] = first.measured as readonly [Measured];
  return { archive, alone: second.measured, others: Math.max(first.others, second.others) };
}

function judge(rounds: readonly Round[]): boolean {
  const isQuiet = rounds.every((round) => round.isQuiet);
  if (!isQuiet) console.log('not alone on the machine: processor time counts');
  const fastest = (side: 'archive' | 'alone') => Math.max(...rounds.map((it) => it[side].rate));
  const cheapest = (side: 'archive' | 'alone') => Math.min(...rounds.map((it) => it[side].cost));
  const share = isQuiet
    ? fastest('archive') / fastest('alone')
    : cheapest('alone') / cheapest('archive');
  const holds = share >= LEAST_SHARE;
  console.log(
    `${holds ? 'within budget' : 'OVER BUDGET'}: ${two(share)} of what ${cores} processes do that only analyse (best rounds), budget ${LEAST_SHARE}`,
  );
  return holds;
}

/** Runs all at once, and tells what share of the machine others had meanwhile. */
async function watched(
  runs: readonly (() => Promise<Measured>)[],
): Promise<{ readonly measured: readonly Measured[]; readonly others: number }> {
  const before = processorMs();
  const measured = await Promise.all(runs.map((start) => start()));
  const after = processorMs();
  const busy = after.busy - before.busy - sum(measured.map(({ allCpuMs }) => allCpuMs));
  return { measured, others: busy / (after.all - before.all) };
}

/** Of all processors since the machine started, and what of it they were busy. */
function processorMs(): { readonly busy: number; readonly all: number } {
  const all = sum(cpus().flatMap(({ times }) => Object.values(times)));
  return { busy: all - sum(cpus().map(({ times }) => times.idle)), all };
}

async function memory(folder: string, count: number): Promise<boolean> {
  const file = await writePages(join(folder, 'all.ndjson'), SMALL, { count });
  const { bytes, pages, ms } = await run('archive', file, count);
  const mb = bytes.map((one) => (one / 1e6).toFixed(0));
  console.log(`${((1000 * pages) / ms).toFixed(0)} pages a second`);
  console.log(`MB at each twentieth of ${count} pages: ${mb.join(', ')}`);
  const growth = Math.max(...bytes.slice(-5)) / Math.max(...bytes.slice(0, 5));
  const holds = growth <= MOST_GROWTH;
  console.log(
    `${holds ? 'within budget' : 'OVER BUDGET'}: the last quarter takes ${two(growth)} times the memory of the first, budget ${MOST_GROWTH}`,
  );
  return holds;
}

const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
try {
  if (!(await (isMemory ? memory : speed)(folder, howMany))) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
