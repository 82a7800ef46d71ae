/**
 * `npm run bench`: how fast the program is beside others, how its time grows with length, and with the number of rules.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { analyze } from '../../src/analyze.ts';
import { ROOT } from '../check/build.ts';
import { commandLine, misused, wholeNumber } from '../command-line.ts';
import { benchPages, compareWith } from './against.ts';
import { quantile, race } from './clock.ts';
import { costBeside, measureFamily, type Growth, type Point } from './growth.ts';
import { manyRules } from './many-rules.ts';
import { Page } from './pages.ts';
import { ms, tables, writeTables, type Row } from './tables.ts';
import { measureSpeed, measureTail, type Speed } from './speed.ts';
import { STAGES } from '../../src/stages.ts';
import { FAMILIES } from './texts.ts';
import { timeWorker } from './worker.ts';

const KB = 1000;
const MB = 1000 * KB;

/** Ten times the text may take so many times the time, as the exponent of a power law. */
const MOST_EXPONENT = 1.05;
/** A text, whatever it holds, may take so many times what as much prose takes. */
const MOST_TIMES_PROSE = 5;
/** A whole analysis of a page of six kilobytes, in passes over its words. */
const MOST_PASSES = 10;
/** Milliseconds of processor time of 99 in 100 analyses of pages of 25 KB. */
const MOST_TAIL_MS = 10;
/** How many times faster than the others, from pages of six kilobytes on. */
const LEAST_TIMES = {
  'compromise, quotations': 40,
  'wink-nlp, tagging': 1,
  readability: 10,
} as const;
/** Ten times the rules, in times of the rules as they are. */
const MOST_FOR_RULES = 1.3;

const PARTS = ['speed', 'growth', 'rules'] as const;
type Part = (typeof PARTS)[number];

const FAMILY_NAMES = FAMILIES.map((family) => family.name);

const USAGE = `usage:
  npm run bench                    all of it, and the tables in docs/performance.md
  npm run bench -- PART…           some of it: ${PARTS.join(', ')}
    --no-write                     speed: leaves the tables as they are
    --family NAME                  growth: texts of this family only; may be given several times:
                                   ${FAMILY_NAMES.join(', ')}
    --huge                         growth: up to ten megabytes
    --json FILE                    growth: writes the figures
  npm run bench -- against REF     the analysis beside that of another commit
    --pages FILE                   of these pages (JSON Lines with text or html) instead of made-up ones
    --count N                      of so many pages (100)
    --rounds N                     so many times in turns (7)
`;

const { values, positionals } = commandLine(USAGE, {
  allowPositionals: true,
  options: {
    family: { type: 'string', multiple: true, default: FAMILY_NAMES },
    huge: { type: 'boolean', default: false },
    json: { type: 'string' },
    write: { type: 'boolean', default: true },
    pages: { type: 'string', multiple: true, default: [] },
    count: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '7' },
  },
  allowNegative: true,
});

const WIDTH = 17;
const cell = (text: string | number): string => String(text).padStart(WIDTH);
const row = (...cells: readonly (string | number)[]): void => console.log(cells.map(cell).join(''));
const sizeOf = (length: number): string =>
  length >= MB ? `${length / MB} MB` : `${length / KB} KB`;

let isWithin = true;
function report(holds: boolean, what: string): void {
  console.log(`${holds ? 'within budget' : 'OVER BUDGET'}: ${what}`);
  isWithin &&= holds;
}

const WITH_PEERS = [KB, 6 * KB, 25 * KB, 100 * KB, MB];
const ALONE = 10 * MB;

async function speed(): Promise<void> {
  row('page of', 'ms', 'word passes', ...STAGES);
  const speeds = [...WITH_PEERS, ALONE].map((length) => {
    const measured = measureSpeed(length, length !== ALONE);
    const { analyze: whole, words, stages } = measured;
    row(sizeOf(length), ms(whole), (whole / words).toFixed(1), ...STAGES.map((s) => ms(stages[s])));
    for (const [name, time] of peersOf(measured))
      console.log(`${cell('')}  ${ms(time)} ms, ${(time / whole).toFixed(1)} times ours: ${name}`);
    return { name: sizeOf(length), speed: measured };
  });
  const tail = measureTail(25 * KB);
  const texts = WITH_PEERS.map((length) => [sizeOf(length), new Page(length).text]);
  const worker = await timeWorker(Object.fromEntries(texts) as Record<string, string>);
  const rows = speeds.map((one): Row => ({
    ...one,
    ...(worker[one.name] ? { worker: worker[one.name]! } : {}),
  }));
  const text = tables(rows, tail);
  console.log(`\n${text}\n`);
  if (values.write) writeTables(join(ROOT, 'docs/performance.md'), text);
  judge(speeds[1]!.speed);
  report(
    tail.p99 <= MOST_TAIL_MS,
    `25 KB: 99 of 100 in ${ms(tail.p99)} ms, budget ${MOST_TAIL_MS}`,
  );
}

function peersOf({ peers, html }: Speed): readonly (readonly [string, number])[] {
  const both = html
    ? [
        ['ours, from HTML', html.analyze] as const,
        ['Readability with linkedom', html.readability] as const,
      ]
    : [];
  return [...Object.entries(peers ?? {}), ...both];
}

/** A page of six kilobytes against what is wanted of it. */
function judge({ analyze: whole, words, peers, html }: Speed): void {
  const passes = whole / words;
  report(
    passes <= MOST_PASSES,
    `6 KB: ${passes.toFixed(1)} passes over the words, budget ${MOST_PASSES}`,
  );
  for (const name of ['compromise, quotations', 'wink-nlp, tagging'] as const) {
    const times = (peers?.[name] ?? 0) / whole;
    report(
      times >= LEAST_TIMES[name],
      `6 KB: ${times.toFixed(1)} times faster than ${name}, at least ${LEAST_TIMES[name]}`,
    );
  }
  const times = (html?.readability ?? 0) / (html?.analyze ?? 1);
  report(
    times >= LEAST_TIMES.readability,
    `6 KB of HTML: ${times.toFixed(1)} times faster than Readability with linkedom, at least ${LEAST_TIMES.readability}`,
  );
}

const LENGTHS = [KB, 10 * KB, 100 * KB, MB];

function growth(): void {
  const lengths = values.huge ? [...LENGTHS, ALONE] : LENGTHS;
  row('length', 'ms', 'word passes', ...STAGES);
  const growths = values.family.map((name) => {
    console.log(`\n${name}`);
    const grown = measureFamily(name, lengths);
    grown.points.forEach(printPoint);
    if (grown.points.length < lengths.length) row('too slow for more');
    printExponents(grown);
    return grown;
  });
  const prose = growths.find(({ family }) => family === 'prose') ?? measureFamily('prose', lengths);
  console.log('');
  for (const one of growths) {
    report(
      one.exponent <= MOST_EXPONENT,
      `${one.family}: exponent ${one.exponent.toFixed(3)}, budget ${MOST_EXPONENT}`,
    );
    const times = costBeside(one, prose);
    report(
      times <= MOST_TIMES_PROSE,
      `${one.family}: ${times.toFixed(1)} times prose, budget ${MOST_TIMES_PROSE}`,
    );
  }
  if (values.json) writeFileSync(values.json, `${JSON.stringify(growths, null, 1)}\n`);
}

function printPoint({ length, whole, words, stages }: Point): void {
  row(sizeOf(length), ms(whole), (whole / words).toFixed(1), ...STAGES.map((s) => ms(stages[s])));
}

function printExponents({ exponent, stageExponents }: Growth): void {
  row(
    'exponent',
    exponent.toFixed(2),
    '',
    ...STAGES.map((s) => stageExponents[s]?.toFixed(2) ?? '-'),
  );
}

function rules(): void {
  const { plain, phrases, all } = manyRules(ROOT);
  const [ten, one] = [all.segmentRules.length, plain.segmentRules.length];
  console.log(
    `${ten} rules for ${one}, ${all.lexiconRules.length} word lists for ${plain.lexiconRules.length}`,
  );
  for (const length of [6 * KB, 25 * KB]) {
    const { text } = new Page(length);
    const times = race({
      plain: () => analyze(text, plain),
      phrases: () => analyze(text, phrases),
      all: () => analyze(text, all),
    });
    for (const [what, time] of [
      ['phrases', times.phrases],
      ['expressions too', times.all],
    ] as const)
      report(
        time <= MOST_FOR_RULES * times.plain,
        `${sizeOf(length)}, ten times the rules (${what}): ${(time / times.plain).toFixed(2)} times the time, budget ${MOST_FOR_RULES}`,
      );
  }
}

/** The working tree beside another commit. */
async function against(ref: string): Promise<void> {
  const pages = benchPages(values.pages, wholeNumber(USAGE, 'count', values.count));
  const rounds = wholeNumber(USAGE, 'rounds', values.rounds);
  const { ratios, total, differing } = await compareWith(ref, pages, rounds);
  const at = (share: number): string => quantile(ratios, share).toFixed(3);
  console.log(`${pages.length} pages beside ${ref}: ${at(0.5)} of its time (median of pages),`);
  console.log(`quartiles ${at(0.25)} and ${at(0.75)}, all pages together ${total.toFixed(3)}`);
  console.log(`${differing} pages are answered differently`);
}

const runs: Readonly<Record<Part, () => void | Promise<void>>> = { speed, growth, rules };
const [first, ref] = positionals;
if (first === 'against') {
  if (ref === undefined) misused(USAGE, 'against which commit?');
  await against(ref);
}
const wanted = first === 'against' ? [] : positionals.length > 0 ? positionals : PARTS;
// Told before anything is measured, which takes minutes.
for (const part of wanted)
  if (!Object.hasOwn(runs, part)) misused(USAGE, `there is no part ${part}`);
for (const name of values.family)
  if (!FAMILY_NAMES.includes(name)) misused(USAGE, `there is no family ${name}`);
for (const part of wanted) {
  console.log(`\n# ${part}`);
  await runs[part as Part]();
}
if (!isWithin) process.exitCode = 1;
