/**
 * `npm run bench -- against REF`: how long the analysis takes beside that of another commit, in one process and in turns,
 * so that a busy machine disturbs both alike.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../check/build.ts';
import { cpuMs, quantile } from './clock.ts';
import { Page } from './pages.ts';

/** A page to analyse. */
export interface BenchPage {
  readonly text?: string;
  readonly html?: string;
}

type Run = (page: BenchPage) => unknown;

/** What of a commit is timed: the analysis over its own bundled rules. */
const ENTRY = `
import { analyze, readPage } from './src/analyze.ts';
import { rules } from './src/rules/load.ts';
export const run = ({ text, html }) =>
  html === undefined ? analyze(text, rules) : analyze(readPage(html, rules), rules);
`;

/** Bundles the checkout in `folder`, so that both sides are run alike, and loads the bundle. */
async function load(folder: string, into: string): Promise<Run> {
  execFileSync(process.execPath, ['tools/rules/main.ts'], { cwd: folder, stdio: 'ignore' });
  await build({
    stdin: { contents: ENTRY, resolveDir: folder, loader: 'js' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: into,
    logLevel: 'warning',
  });
  return ((await import(pathToFileURL(into).href)) as { readonly run: Run }).run;
}

/** How much of the other's time the analysis takes, page by page. */
export interface Comparison {
  readonly ratios: readonly number[];
  readonly total: number;
  /** Pages whose answers differ, apart from the version. */
  readonly differing: number;
}

/**
 * Compares the working tree with the commit `ref`.
 * @param rounds how often each page is analysed by each; the median counts
 */
export async function compareWith(
  ref: string,
  pages: readonly BenchPage[],
  rounds: number,
): Promise<Comparison> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const other = join(folder, 'other');
  try {
    execFileSync('git', ['worktree', 'add', '--detach', '--quiet', other, ref], { cwd: ROOT });
    symlinkSync(join(ROOT, 'node_modules'), join(other, 'node_modules'));
    const theirs = await load(other, join(folder, 'theirs.mjs'));
    const ours = await load(ROOT, join(folder, 'ours.mjs'));
    for (const page of pages.slice(0, WARM_PAGES)) for (const run of [theirs, ours]) run(page);
    const times = pages.map((page) => timesOf(page, ours, theirs, rounds));
    return {
      ratios: times.map(([own, their]) => own / their),
      total: sum(times.map(([own]) => own)) / sum(times.map(([, their]) => their)),
      differing: pages.filter((page) => content(ours(page)) !== content(theirs(page))).length,
    };
  } finally {
    execFileSync('git', ['worktree', 'remove', '--force', other], { cwd: ROOT });
    rmSync(folder, { recursive: true, force: true });
  }
}

const WARM_PAGES = 30;

/** Medians over rounds in which both take turns, and each is first in every other round. */
function timesOf(
  page: BenchPage,
  ours: Run,
  theirs: Run,
  rounds: number,
): readonly [number, number] {
  const times: readonly [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++)
    for (const side of round % 2 ? ([0, 1] as const) : ([1, 0] as const)) {
      const start = cpuMs();
      (side === 0 ? ours : theirs)(page);
      times[side].push(cpuMs() - start);
    }
  return [quantile(times[0], 0.5), quantile(times[1], 0.5)];
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

function content(answer: unknown): string {
  return JSON.stringify(answer, (key, value: unknown) =>
    key === 'engine' || key === 'rulesVersion' ? undefined : value,
  );
}

/** Pages of JSON Lines files with `text` or `html`, the same number of each file, spread over it; made-up ones without a file. */
export function benchPages(files: readonly string[], count: number): readonly BenchPage[] {
  if (files.length === 0)
    return Array.from({ length: count }, (_, i) => ({ text: new Page(3000 + 220 * i, i).text }));
  return files.flatMap((file) => {
    const all = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as BenchPage)
      .filter(({ text, html }) => html !== undefined || isTypical(text ?? ''));
    const each = Math.ceil(count / files.length);
    const step = Math.max(1, Math.floor(all.length / each));
    return all.filter((_, i) => i % step === 0).slice(0, each);
  });
}

/** 3 to 25 KB, as most news pages have. */
function isTypical({ length }: string): boolean {
  return length >= 3000 && length <= 25_000;
}
