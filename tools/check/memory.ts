/**
 * `node tools/check/memory.ts`: how much memory the analysis of the largest accepted texts takes, over that of a small
 * page, each in a process of its own.
 * @module
 */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { analyze } from '../../src/analyze.ts';
import { rules } from '../../src/rules/load.ts';
import { EVERYWHERE, LANGUAGE } from '../bench/stages.ts';
import { familyOf, makeText } from '../bench/texts.ts';
import { samplePage } from './sample.ts';

const LENGTH = 1024 * 1024;
const TRIES = 5;
/** A heap as large as a deployed Worker has. Garbage is collected as early as there. */
const FLAGS = ['--expose-gc', '--max-semi-space-size=4', '--max-old-space-size=128'];
/** Megabytes over those of a small page. */
const BUDGETS: Readonly<Record<string, number>> = {
  prose: 60,
  'noisy page': 60,
  'short lines': 60,
  'one line': 60,
  'quote marks only': 60,
  // Tens of thousands of quotes or lines: over the 60 MB of other texts, and well under the 128 of a deployed Worker.
  'short quotes': 110,
  'one-letter lines': 110,
  'questions and answers': 110,
  'colon lines': 110,
  signed: 110,
  pronouns: 110,
  'one surname, quotes': 110,
  'German quotes': 110,
};

/** Bytes of the process at most while it analysed a text, over those before. */
function bytesFor(name: string): number {
  const family = familyOf(name);
  const text = makeText(family, LENGTH);
  const options = { ...EVERYWHERE, language: family.language ?? LANGUAGE };
  for (let i = 0; i < 3; i++) analyze(samplePage(), rules);
  globalThis.gc?.();
  const before = process.memoryUsage.rss();
  analyze(text, rules, options);
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
  for (const [family, budget] of Object.entries(BUDGETS)) {
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
