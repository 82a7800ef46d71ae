/**
 * `npm run rules:try`: shows what a rule file changes on pages, and whether the labelled pages of the project get worse by it.
 * @module
 */
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, listInputs, readInput } from '../../src/cli/inputs.ts';
import { openRules, type Rules } from '../../src/rules/rules.ts';
import { commandLine, misused } from '../command-line.ts';
import { readGold, type SegmentDocument } from '../eval/gold.ts';
import { columns } from '../eval/print.ts';
import { compile } from './compile.ts';
import { compileWith } from './compile-own.ts';
import { difference, differenceBetween, type Change, type Difference, type PageText } from './difference.ts';
import { ownFolder, ROOT, readAnywhere, readSources } from './main.ts';
import { RuleProblem, RuleProblems, type Report } from './problem.ts';
import { CORPUS, corpusLines } from './public-corpus.ts';
import { sharedVerbs } from './shared-verbs.ts';
import { quoteChanges } from './quote-changes.ts';
import type { SourceFile } from './types.ts';

const USAGE = `usage: npm run rules:try -- FILE.toml PAGE…
  FILE.toml is any rule file: one of your own, a publisher's, or one of the project
  PAGE is a file or folder with pages, as text (.txt) or HTML (.html)
`;

/** UTF-16 units shown of a stretch of text. */
const MOST_SHOWN = 90;

/** What a change looks like: the kind without the rules and with them, the text, the rules that speak there. */
export function changeLines({ before, after, text, rules }: Change): readonly string[] {
  const flat = text.trim().replaceAll(/\s+/g, (gap) => (gap.includes('\n') ? ' ⏎ ' : gap));
  const shown = flat.length > MOST_SHOWN ? `${flat.slice(0, MOST_SHOWN)}…` : flat;
  const why = rules.length > 0 ? rules.join(' ') : 'by what stands around it';
  return [`  ${shown}`, `  - ${before}`, `  + ${after.padEnd(24)}  ${why}`];
}

/**
 * How much has changed, and what each rule has to do with it.
 * @param quotes how many quotes each page has lost or gained
 */
export function summaryLines(ids: readonly string[], pages: readonly Difference[], quotes: readonly number[] = []): readonly string[] {
  const changes = pages.flatMap((page) => page.changes);
  const changed = changes.reduce((sum, { start, end }) => sum + end - start, 0);
  const length = pages.reduce((sum, page) => sum + page.length, 0);
  const touched = pages.filter((page, i) => page.changes.length + (quotes[i] ?? 0) > 0).length;
  const quoted = quotes.reduce((sum, count) => sum + count, 0);
  const lostOrGained = quoted === 0 ? '' : `; ${quoted} ${quoted === 1 ? 'quote' : 'quotes'} lost or gained`;
  const count = (id: string, of: readonly (readonly string[])[]): string =>
    String(of.reduce((sum, some) => sum + some.filter((rule) => rule === id).length, 0));
  const rows = ids.map((id) => [
    id,
    count(id, pages.map((page) => page.findings)),
    count(id, changes.map((change) => change.rules)),
  ]);
  return [
    `${touched} of ${pages.length} pages changed, in ${changes.length} places: ${changed} of ${length} characters${lostOrGained}`,
    ...(rows.length > 0 ? columns([['rule', 'finds', 'changes'], ...rows]) : []),
  ];
}

/** What is compared on each page. */
interface Trial {
  readonly file: SourceFile;
  readonly before: Rules;
  readonly after: Rules;
  /** Of a publisher's file: what the pages are told to come from. */
  readonly url?: string;
}

/** All rules without those of one file, and with them; the file is checked. @throws {RuleProblems} all its faults */
function trialOf(path: string): Trial {
  const problems: RuleProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const [file] = readAnywhere([path], report);
  if (!file || (problems.length > 0 && isEmpty(file))) throw new RuleProblems(problems);
  if (isEmpty(file)) throw new RuleProblems([new RuleProblem(path, 1, 'there is no rule in the file to try')]);
  const { files, weights } = readSources(ROOT, undefined, ownFolder());
  const others = files.filter((other) => placeOf(other) !== resolve(path));
  const known = file.domains.length > 0 ? others.filter(({ domains }) => domains.length === 0) : others;
  const compiled = compileWith({ files: known, weights }, [file], problems);
  for (const line of sharedVerbs(known, [file])) console.error(line);
  const after = openRules(compiled);
  if (file.domains[0] !== undefined) return { file, before: after, after, url: `https://${file.domains[0]}/` };
  return { file, before: openRules(compile(known, weights)), after };
}

const isEmpty = ({ rules, cues, hints }: SourceFile): boolean => rules.length + cues.length + hints.length === 0;

/** Where a file stands, as its first entry has it. */
function placeOf({ rules, cues, hints }: SourceFile): string | undefined {
  const [first] = [...rules, ...cues, ...hints];
  return first && resolve(ROOT, first.place.file);
}

function tryOn(page: PageText, { file, before, after, url }: Trial): Difference {
  const ids = new Set(file.rules.map(({ id }) => id));
  return url === undefined ? differenceBetween(page, before, after, ids) : difference(page, after, url);
}

/** What becomes of a page's quotes. A site's rules say nothing of them. */
function quoteLines(page: PageText, { before, after, url }: Trial): readonly string[] {
  if (url !== undefined) return [];
  const { gone, come } = quoteChanges(page, before, after);
  return [...gone.map((line) => `  - ${line}`), ...come.map((line) => `  + ${line}`)];
}

async function main(): Promise<void> {
  const [path, ...pages] = commandLine(USAGE, { allowPositionals: true }).positionals;
  if (path === undefined || pages.length === 0) misused(USAGE);
  const inputs = await listInputs(pages);
  // Told before the rules are compiled, which takes seconds.
  for (const input of inputs)
    if ('error' in input) throw new InputError(`${input.name} ${input.error.message}`);
  const trial = trialOf(path);
  const found: Difference[] = [];
  const quoted: number[] = [];
  for (const input of inputs) {
    if ('error' in input) continue;
    const page = { text: await readInput(input, process.stdin), isHtml: input.type === 'html' };
    const one = tryOn(page, trial);
    const quotes = quoteLines(page, trial);
    found.push(one);
    quoted.push(quotes.length);
    console.log(`${input.name}: ${one.changes.length + quotes.length === 0 ? 'nothing changes' : ''}`.trim());
    for (const change of one.changes) console.log(`${changeLines(change).join('\n')}\n`);
    if (quotes.length > 0) console.log(`${quotes.join('\n')}\n`);
  }
  const segmentRules = trial.file.rules.filter(({ kind }) => !kind.startsWith('lexicon/'));
  console.log(summaryLines(segmentRules.map(({ id }) => id), found, quoted).join('\n'));
  if (trial.url === undefined) console.log(corpusLines(readGold<SegmentDocument>(CORPUS), trial.before, trial.after).join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main();
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT';
    if (!(isMissing || error instanceof RuleProblems || error instanceof InputError)) throw error;
    console.error(isMissing ? `${path} does not exist` : message);
    process.exitCode = 1;
  }
}
