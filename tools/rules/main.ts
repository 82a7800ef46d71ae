/**
 * `npm run rules`: checks and compiles `rules/` into `src/rules/generated.js`,
 * lists the rules in `public/rules`, and writes the editors' schemas and the tables of `rules/README.md`.
 * @module
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WeightTable } from '../../src/rules/types.ts';
import { fold } from '../../src/text/fold.ts';
import { catalogueFiles, catalogueOf, writeCatalogue } from './catalogue.ts';
import { compileChecked } from './check.ts';
import type { Compilation } from './compile.ts';
import { dumpTrie } from './dump.ts';
import { moduleText } from './encode/module.ts';
import { refuseIncomplete } from './languages.ts';
import { RuleProblems, type Report, type RuleProblem } from './problem.ts';
import { LIMITS } from './safe.ts';
import { withTables } from './readme.ts';
import { SCHEMAS, schemaText } from './schemas.ts';
import { readSource } from './source.ts';
import type { SourceFile } from './types.ts';
import { Verdicts } from './verdicts.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'src/rules/generated.js');
const PUBLIC = join(ROOT, 'public');
const README = join(ROOT, 'rules/README.md');
const MODULES = join(ROOT, 'node_modules');

/** Reads, checks and compiles the rule sets under `rules/`. @throws {RuleProblems} all faults. */
export function compileFolder(root: string): Compilation {
  return readAndCompile(root).compiled;
}

interface Sources {
  readonly files: readonly SourceFile[];
  readonly weights: Readonly<Record<string, WeightTable>>;
}

/** The rule files and weights under `rules/`, read but not compiled. */
export function readSources(root: string, report?: Report): Sources {
  const paths = globSync('rules/**/*.toml', { cwd: root }).sort();
  return { files: readFiles(root, paths, report), weights: readWeights(root) };
}

function readAndCompile(root: string): Sources & { readonly compiled: Compilation } {
  const problems: RuleProblem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const sources = readSources(root, report);
  refuseIncomplete(sources.files, sources.weights, report);
  const known = openVerdicts();
  // Weights fit a whole set of rules only.
  const compiled = compileChecked(sources.files, problems.length > 0 ? {} : sources.weights, problems, known);
  known.save();
  if (problems.length > 0) throw new RuleProblems(problems);
  return { ...sources, compiled };
}

/** What was proven before, with this checker and these limits. It goes when packages are installed anew. */
function openVerdicts(): Verdicts {
  const checker = readFileSync(join(MODULES, 'recheck/package.json'), 'utf8');
  const { version } = JSON.parse(checker) as { version: string };
  return new Verdicts(join(MODULES, '.cache/copydesk/expressions.json'), { version, LIMITS });
}

/** The rules of this project but publishers' own, and the weights. */
export function readCommon(): Sources {
  const { files, weights } = readSources(ROOT);
  return { files: files.filter(({ domains }) => domains.length === 0), weights };
}

export function readFiles(root: string, paths: readonly string[], report?: Report): readonly SourceFile[] {
  return paths.map((path) => readSource(path, readFileSync(resolve(root, path), 'utf8'), report));
}

/** Checks some rule files by themselves. @throws {RuleProblems} all faults. */
function check(paths: readonly string[]): void {
  const problems: RuleProblem[] = [];
  const known = openVerdicts();
  compileChecked(readFiles(ROOT, paths, (problem) => void problems.push(problem)), {}, problems, known);
  known.save();
  if (problems.length > 0) throw new RuleProblems(problems);
}

function readWeights(root: string): Record<string, WeightTable> {
  const paths = globSync('rules/weights/*.json', { cwd: root }).sort();
  return Object.fromEntries(
    paths.map((path) => {
      const name = path.replace(/^.*[\\/]|\.json$/g, '');
      return [name, JSON.parse(readFileSync(join(root, path), 'utf8')) as WeightTable];
    }),
  );
}

function build(): void {
  const { files, weights, compiled } = readAndCompile(ROOT);
  const text = moduleText(compiled);
  writeIfNew(OUT, text);
  for (const [name, schema] of Object.entries(SCHEMAS)) writeIfNew(join(ROOT, 'rules/schemas', name), schemaText(schema));
  writeIfNew(README, withTables(readFileSync(README, 'utf8')));
  writeCatalogue(PUBLIC, catalogueFiles(catalogueOf(files, weights)));
  const { segmentRules, cueRules, lexiconRules, version } = compiled;
  const counts = `${segmentRules.length} segment rules, ${cueRules.length} cue groups, ${lexiconRules.length} lexicons`;
  console.log(`rules ${version}: ${counts} -> ${relative(ROOT, OUT)}`);
}

/** Leaves a file alone that has the text, so that a watcher does not go round in circles. */
function writeIfNew(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/** Prints the phrases of the rules that start with a word. */
function dump(word = ''): void {
  const lines = dumpTrie(readAndCompile(ROOT).compiled, fold(word));
  console.log(lines.length > 0 ? lines.join('\n') : `no phrase starts with "${word}"`);
}

/**
 * Without arguments builds; with rule files as arguments only checks these; `--dump-trie WORD` shows the phrases that start
 * with a word. Every fault is named.
 */
function main(paths: readonly string[]): void {
  try {
    if (paths.length === 0) build();
    else if (paths[0] === '--dump-trie') dump(paths[1]);
    else check(paths);
  } catch (error) {
    if (!(error instanceof RuleProblems)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
