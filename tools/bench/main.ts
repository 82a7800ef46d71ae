/**
 * `npm run bench`: time over length, whole and by stage.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { samplePage } from '../check/sample.ts';
import { measureFamily, measurePoint, type Growth, type Point } from './growth.ts';
import { STAGES } from './stages.ts';
import { FAMILIES } from './texts.ts';

const KB = 1000;
const LENGTHS = [KB, 10 * KB, 100 * KB, 1000 * KB];
const HUGE = 10_000 * KB;

/** Ten times the text may take eleven times the time. */
const MOST_EXPONENT = Math.log10(11);
/** A whole analysis of an article of six kilobytes, in passes over its words. */
const MOST_PASSES = 10;

const { values } = parseArgs({
  options: {
    family: { type: 'string', multiple: true, default: FAMILIES.map((family) => family.name) },
    huge: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});

const WIDTH = 17;
const cell = (text: string | number): string => String(text).padStart(WIDTH);
const ms = (time: number): string => (time < 10 ? time.toFixed(2) : time.toFixed(0));

function printPoint({ length, whole, words, stages }: Point): void {
  const size = `${length >= 1000 * KB ? `${length / 1e6} MB` : `${length / KB} KB`}`;
  const cells = [size, ms(whole), (whole / words).toFixed(1), ...STAGES.map((s) => ms(stages[s]))];
  console.log(cells.map(cell).join(''));
}

function printGrowth(growth: Growth): void {
  growth.points.forEach(printPoint);
  if (growth.points.length < lengths.length) console.log(cell('too slow for more'));
  const { exponent, stageExponents } = growth;
  const stages = STAGES.map((stage) => stageExponents[stage]?.toFixed(2) ?? '-');
  console.log(
    [cell('exponent'), cell(exponent.toFixed(2)), cell(''), ...stages.map(cell)].join(''),
  );
}

/** Whether an article stays within its budget, with the options that clients get if they give none. */
function checkArticle(): boolean {
  const text = samplePage();
  // Once to warm up: a service is warm, and the engine takes its time to optimise.
  measurePoint(text, {});
  const point = measurePoint(text, {});
  console.log(`\narticle of ${(text.length / KB).toFixed(1)} KB`);
  printPoint(point);
  const passes = point.whole / point.words;
  return report(
    passes <= MOST_PASSES,
    `${passes.toFixed(1)} passes over the words, budget ${MOST_PASSES}`,
  );
}

function report(isWithin: boolean, what: string): boolean {
  console.log(`${isWithin ? 'within budget' : 'OVER BUDGET'}: ${what}`);
  return isWithin;
}

console.log(['length', 'ms', 'word passes', ...STAGES].map(cell).join(''));
const article = checkArticle();
const lengths = values.huge ? [...LENGTHS, HUGE] : LENGTHS;
const growths = values.family.map((name) => {
  console.log(`\n${name}`);
  const growth = measureFamily(name, lengths);
  printGrowth(growth);
  return growth;
});
console.log('');
const linear = growths.map(({ family, exponent }) =>
  report(
    exponent <= MOST_EXPONENT,
    `${family}: exponent ${exponent.toFixed(3)}, budget ${MOST_EXPONENT.toFixed(3)}`,
  ),
);
if (values.json) writeFileSync(values.json, `${JSON.stringify(growths, null, 1)}\n`);
if (!article || linear.includes(false)) process.exitCode = 1;
