/**
 * `npm run rules:try`: shows what a publisher's rule file changes on pages.
 * @module
 */
import { fileURLToPath } from 'node:url';
import { InputError, listInputs, readInput } from '../../src/cli/inputs.ts';
import { openRules } from '../../src/rules/rules.ts';
import { columns } from '../eval/print.ts';
import { compileChecked } from './check.ts';
import { compile } from './compile.ts';
import { difference, type Change, type Difference } from './difference.ts';
import { readCommon, readFiles } from './main.ts';
import { RuleProblem, RuleProblems, type Report } from './problem.ts';
import type { SourceFile } from './types.ts';

const USAGE = `usage: npm run rules:try -- rules/publishers/DOMAIN.toml PAGE…
  PAGE is a file or folder with pages of that site, as text (.txt) or HTML (.html)
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

/** How much has changed, and what each rule has to do with it. */
export function summaryLines(ids: readonly string[], pages: readonly Difference[]): readonly string[] {
  const changes = pages.flatMap((page) => page.changes);
  const changed = changes.reduce((sum, { start, end }) => sum + end - start, 0);
  const length = pages.reduce((sum, page) => sum + page.length, 0);
  const touched = pages.filter((page) => page.changes.length > 0).length;
  const count = (id: string, of: readonly (readonly string[])[]): string =>
    String(of.reduce((sum, some) => sum + some.filter((rule) => rule === id).length, 0));
  const rows = ids.map((id) => [
    id,
    count(id, pages.map((page) => page.findings)),
    count(id, changes.map((change) => change.rules)),
  ]);
  return [
    `${touched} of ${pages.length} pages changed, in ${changes.length} places: ${changed} of ${length} characters`,
    ...columns([['rule', 'finds', 'changes'], ...rows]),
  ];
}

/** The rules of all languages with those of one file, which is checked. @throws {RuleProblems} all its faults */
function rulesWith(path: string): { readonly file: SourceFile; readonly compiled: ReturnType<typeof compile> } {
  const problems: RuleProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const [file] = readFiles(process.cwd(), [path], report);
  if (!file?.domains[0] && problems.length === 0)
    report(new RuleProblem(path, 1, 'not a publisher’s file: those stand in a folder "publishers". To see other rules at work: npm run inspect -- PAGE'));
  if (file) compileChecked([file], {}, problems);
  if (!file || problems.length > 0) throw new RuleProblems(problems);
  const { files, weights } = readCommon();
  return { file, compiled: compile([...files, file], weights) };
}

async function main([path, ...pages]: readonly string[]): Promise<void> {
  if (path === undefined || pages.length === 0) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const { file, compiled } = rulesWith(path);
  const rules = openRules(compiled);
  const found: Difference[] = [];
  for (const input of await listInputs(pages)) {
    if ('error' in input) throw new InputError(`${input.name} ${input.error.message}`);
    const page = { text: await readInput(input, process.stdin), isHtml: input.type === 'html' };
    const one = difference(page, rules, `https://${file.domains[0]}/`);
    found.push(one);
    console.log(`${input.name}: ${one.changes.length === 0 ? 'nothing changes' : ''}`.trim());
    for (const change of one.changes) console.log(`${changeLines(change).join('\n')}\n`);
  }
  console.log(summaryLines(file.rules.map(({ id }) => id), found).join('\n'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await main(process.argv.slice(2));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!(isMissing || error instanceof RuleProblems || error instanceof InputError)) throw error;
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
