/**
 * `npm run rules`: checks and compiles `rules/` into `src/rules/generated.js`, and lists the rules in `public/rules`.
 * @module
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WeightTable } from '../../src/rules/types.ts';
import { fold } from '../../src/text/fold.ts';
import { catalogueFiles, catalogueOf, writeCatalogue } from './catalogue.ts';
import { compile, type Compilation } from './compile.ts';
import { dumpTrie } from './dump.ts';
import { moduleText } from './encode/module.ts';
import { RuleProblem } from './problem.ts';
import { LIMITS } from './safe.ts';
import { readSource } from './source.ts';
import type { SourceFile } from './types.ts';
import { Verdicts } from './verdicts.ts';
import { verify } from './verify.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'src/rules/generated.js');
const PUBLIC = join(ROOT, 'public');
const MODULES = join(ROOT, 'node_modules');

/** Reads, checks and compiles the rule sets under `rules/`. @throws {RuleProblem} the first fault. */
export function compileFolder(root: string): Compilation {
  return compileSources(readSources(root));
}

interface Sources {
  readonly files: readonly SourceFile[];
  readonly weights: Readonly<Record<string, WeightTable>>;
}

/** The rule files and weights under `rules/`, read but not compiled. */
export function readSources(root: string): Sources {
  const paths = globSync('rules/**/*.toml', { cwd: root }).sort();
  return { files: readFiles(root, paths), weights: readWeights(root) };
}

function compileSources({ files, weights }: Sources): Compilation {
  const compiled = compile(files, weights);
  const known = openVerdicts();
  for (const problem of verify(files, compiled, known)) throw problem;
  known.save();
  return compiled;
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

export function readFiles(root: string, paths: readonly string[]): readonly SourceFile[] {
  return paths.map((path) => readSource(path, readFileSync(resolve(root, path), 'utf8')));
}

/** All faults of some rule files, for people who are writing them. */
function check(paths: readonly string[]): number {
  const files = readFiles(ROOT, paths);
  const known = openVerdicts();
  const problems = [...verify(files, compile(files, {}), known)];
  known.save();
  for (const { message } of problems) console.error(message);
  return problems.length;
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
  const sources = readSources(ROOT);
  const compiled = compileSources(sources);
  const text = moduleText(compiled);
  // Left alone when nothing changed, so that a watcher does not go round in circles.
  if (!existsSync(OUT) || readFileSync(OUT, 'utf8') !== text) writeFileSync(OUT, text);
  writeCatalogue(PUBLIC, catalogueFiles(catalogueOf(sources.files, sources.weights)));
  const { segmentRules, cueRules, lexiconRules, version } = compiled;
  const counts = `${segmentRules.length} segment rules, ${cueRules.length} cue groups, ${lexiconRules.length} lexicons`;
  console.log(`rules ${version}: ${counts} -> ${relative(ROOT, OUT)}`);
}

/** Prints the phrases of the rules that start with a word. */
function dump(word = ''): void {
  const { files, weights } = readSources(ROOT);
  const lines = dumpTrie(compile(files, weights), fold(word));
  console.log(lines.length > 0 ? lines.join('\n') : `no phrase starts with "${word}"`);
}

/**
 * Without arguments builds; with rule files as arguments only checks these, and names every fault; `--dump-trie WORD`
 * shows the phrases that start with a word.
 */
function main(paths: readonly string[]): void {
  try {
    if (paths.length === 0) build();
    else if (paths[0] === '--dump-trie') dump(paths[1]);
    else process.exitCode = check(paths) > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
