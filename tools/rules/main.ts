/**
 * `npm run rules`: checks and compiles `rules/`, and a newsroom's own rules, into `src/rules/generated.js`,
 * lists the rules in `public/rules`, and writes the editors' schemas and the tables of `rules/README.md`.
 * @module
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WeightTable } from '../../src/rules/types.ts';
import { commandLine } from '../command-line.ts';
import { catalogueFiles, catalogueOf } from './catalogue.ts';
import { compileChecked } from './check.ts';
import { compile, type Compilation } from './compile.ts';
import { dumpText } from './dump.ts';
import { moduleText } from './encode/module.ts';
import { refuseIncomplete } from './languages.ts';
import { OWN_RULES, readOwn, refuseProjectIds, withOwn } from './own.ts';
import { sharedVerbs } from './shared-verbs.ts';
import { refuse, RuleProblems, type Report, type RuleProblem } from './problem.ts';
import { LIMITS } from './safe.ts';
import { withTables } from './readme.ts';
import { SCHEMAS, schemaText } from './schemas.ts';
import { readSource } from './source.ts';
import type { SourceFile } from './types.ts';
import { provenText, Verdicts } from './verdicts.ts';
import { watchRules } from './watch.ts';
import { writeCatalogue } from './write-catalogue.ts';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'src/rules/generated.js');
const PUBLIC = join(ROOT, 'public');
const README = join(ROOT, 'rules/README.md');
const MODULES = join(ROOT, 'node_modules');

/** Digests of the project's expressions that were proven safe. */
const PROVEN = join(ROOT, 'rules/proven.json');

const USAGE = `usage: npm run rules -- [--rules DIR] [--watch | --prove | --dump-trie WORD | FILE…]
  without arguments  checks and compiles all rules
  FILE…              checks these files only
  --rules DIR        compiles a folder of your own rules with the project's; so does the variable ${OWN_RULES}
  --watch            compiles again whenever a rule file changes
  --prove            proves every expression anew, also those that were proven before; takes a minute
  --dump-trie WORD   lists the phrases that start with a word
`;

/** Reads, checks and compiles the rule sets under `rules/`, and own ones. @throws {RuleProblems} all faults. */
export function compileFolder(root: string, own?: string): Compilation {
  return readAndCompile(root, own).compiled;
}

interface Sources {
  readonly files: readonly SourceFile[];
  readonly weights: Readonly<Record<string, WeightTable>>;
}

/** The rule files and weights under `rules/` and in a folder of own rules, read but not compiled. */
export function readSources(root: string, report?: Report, own?: string): Sources {
  const paths = globSync('rules/**/*.toml', { cwd: root }).sort();
  const files = readFiles(root, paths, report);
  const complain = report ?? refuse;
  return { files: own === undefined ? files : withOwn(files, readOwn(own, complain), complain), weights: readWeights(root) };
}

function readAndCompile(root: string, own?: string, proveAll = false): Sources & { readonly compiled: Compilation } {
  const problems: RuleProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const sources = readSources(root, report, own);
  refuseIncomplete(sources.files, sources.weights, report);
  const known = proveAll ? undefined : openVerdicts();
  // Weights fit a whole set of rules only.
  const compiled = compileChecked(sources.files, problems.length > 0 ? {} : sources.weights, problems, known);
  known?.save();
  if (problems.length > 0) throw new RuleProblems(problems);
  return { ...sources, compiled };
}

/** What was proven before, with this checker and these limits. What is not listed beside the rules goes when packages are installed anew. */
export function openVerdicts(): Verdicts {
  return new Verdicts(join(MODULES, '.cache/copydesk/expressions.json'), proofTerms(), PROVEN);
}

/** All that a proof depends on besides the expression. */
function proofTerms(): unknown {
  const checker = readFileSync(join(MODULES, 'recheck/package.json'), 'utf8');
  const { version } = JSON.parse(checker) as { version: string };
  return { version, LIMITS };
}

function expressionsOf(files: readonly SourceFile[]): readonly string[] {
  const rules = files.flatMap((file) => (file.own ? [] : file.rules));
  return rules.flatMap(({ match, any }) => (match === 'expression' ? any : []));
}

export function readFiles(root: string, paths: readonly string[], report?: Report): readonly SourceFile[] {
  return paths.map((path) => readSource(path, readFileSync(resolve(root, path), 'utf8'), report));
}

/** Reads rule files wherever they stand: what is not one of the project's is an own one. */
export function readAnywhere(paths: readonly string[], report?: Report): readonly SourceFile[] {
  const isOwn = (path: string): boolean => !resolve(path).startsWith(join(ROOT, 'rules') + sep);
  return paths.map((path) => readSource(path, readFileSync(path, 'utf8'), report, isOwn(path)));
}

/** Checks some rule files by themselves. @throws {RuleProblems} all faults. */
function check(paths: readonly string[]): void {
  const problems: RuleProblem[] = [];
  const known = openVerdicts();
  const report: Report = (problem) => void problems.push(problem);
  const files = readAnywhere(paths, report);
  const hasOwn = files.some(({ own }) => own);
  const project = hasOwn ? readSources(ROOT).files : [];
  refuseProjectIds(project, files, report);
  compileChecked(files, {}, problems, known);
  known.save();
  if (problems.length > 0) throw new RuleProblems(problems);
  if (!hasOwn) return;
  for (const line of sharedVerbs(project, files)) console.error(line);
  console.error('checked alone; npm run rules -- --rules DIR checks a folder together with the rules of the project');
}

export function readWeights(root: string): Record<string, WeightTable> {
  const paths = globSync('rules/weights/*.json', { cwd: root }).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const name = path.replace(/^.*[\\/]|\.json$/g, '');
      return [name, JSON.parse(readFileSync(join(root, path), 'utf8')) as WeightTable];
    }),
  );
}

function build(own?: string, proveAll = false): void {
  const { files, weights, compiled } = readAndCompile(ROOT, own, proveAll);
  const text = moduleText(compiled);
  writeIfNew(OUT, text);
  // Own files may stand in place of some of the project's.
  if (own === undefined) writeIfNew(PROVEN, provenText(expressionsOf(files), proofTerms()));
  for (const [name, schema] of Object.entries(SCHEMAS)) writeIfNew(join(ROOT, 'rules/schemas', name), schemaText(schema));
  writeIfNew(README, withTables(readFileSync(README, 'utf8')));
  writeCatalogue(PUBLIC, catalogueFiles(catalogueOf(files, weights)));
  for (const line of sharedVerbs(files.filter((file) => !file.own), files)) console.error(line);
  const { segmentRules, cueRules, lexiconRules, version } = compiled;
  const counts = `${segmentRules.length} segment rules, ${cueRules.length} cue groups, ${lexiconRules.length} lexicons`;
  const ours = own === undefined ? '' : `, with those of ${own}`;
  console.log(`rules ${version}: ${counts}${ours} -> ${relative(ROOT, OUT)}`);
}

/** Leaves a file alone that has the text, so that a watcher does not go round in circles. */
function writeIfNew(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Prints the phrases of the rules that start with a word. Examples are not tried for it. @throws {RuleProblems} all faults */
function dump(word: string, own?: string): void {
  const problems: RuleProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const { files, weights } = readSources(ROOT, report, own);
  const compiled = compile(files, weights, report);
  if (problems.length > 0) throw new RuleProblems(problems);
  console.log(dumpText(compiled, word));
}

const OPTIONS = {
  rules: { type: 'string' },
  watch: { type: 'boolean', default: false },
  prove: { type: 'boolean', default: false },
  'dump-trie': { type: 'string' },
} as const;

/** The folder of own rules: as the option says, or the environment. An empty variable is none. */
export function ownFolder(option?: string): string | undefined {
  return option ?? (process.env[OWN_RULES] || undefined);
}

/** Without arguments builds; with rule files only checks these. */
function main(): void {
  const { values, positionals: paths } = commandLine(USAGE, { options: OPTIONS, allowPositionals: true });
  const own = ownFolder(values.rules);
  if (values.watch) watchRules([join(ROOT, 'rules'), ...(own === undefined ? [] : [own])], () => attempt(() => build(own)));
  else {
    const isDone = attempt(() => {
      if (values['dump-trie'] !== undefined) dump(values['dump-trie'], own);
      else if (paths.length === 0) build(own, values.prove);
      else check(paths);
    });
    if (!isDone) process.exitCode = 1;
  }
}

/**
 * Runs something, and names every fault that it finds. While `wrangler dev` runs, a build with faults is told in one line and passes:
 * requests are answered with the last good rules, and the next change of a file builds again.
 * @returns whether that is all right
 */
function attempt(run: () => void): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (!(error instanceof RuleProblems)) throw error;
    if (process.env['WRANGLER_COMMAND'] === 'dev' && existsSync(OUT)) {
      console.error(goesOnText(error));
      return true;
    }
    console.error(error.message);
    return false;
  }
}

/** What is said once, on one line, where faults do not stop anything. */
function goesOnText({ message }: RuleProblems): string {
  const [first = '', ...more] = message.split('\n');
  const others = more.length === 0 ? '' : ` (and ${more.length} more: npm run rules)`;
  return `rules not compiled, requests are answered with the last good ones: ${first}${others}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
