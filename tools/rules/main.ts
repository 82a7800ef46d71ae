/**
 * `npm run rules`: checks and compiles `rules/` into `src/rules/generated.ts`.
 * @module
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CompiledRules, WeightTable } from '../../src/rules/types.ts';
import { compile } from './compile.ts';
import { RuleProblem } from './problem.ts';
import { readSource, type SourceFile } from './source.ts';
import { verify } from './verify.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'src/rules/generated.ts');

/** Reads, checks and compiles the rule sets under `rules/`. @throws {RuleProblem} the first fault. */
export function compileFolder(root: string): CompiledRules {
  const files = readFiles(root, globSync('rules/**/*.toml', { cwd: root }).sort());
  const compiled = compile(files, readWeights(root));
  for (const problem of verify(files, compiled)) throw problem;
  return compiled;
}

function readFiles(root: string, paths: readonly string[]): readonly SourceFile[] {
  return paths.map((path) => readSource(path, readFileSync(join(root, path), 'utf8')));
}

/** All faults of some rule files, for people who are writing them. */
function check(paths: readonly string[]): number {
  const files = readFiles(ROOT, paths);
  const problems = [...verify(files, compile(files, {}))];
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

/** The module's text: one JSON string, which engines read faster than a literal. */
function moduleText(compiled: CompiledRules): string {
  const json = JSON.stringify(JSON.stringify(compiled));
  return [
    '// Written by `npm run rules` from rules/. Do not edit.',
    "import type { CompiledRules } from './types.ts';",
    `export const compiled = JSON.parse(${json}) as CompiledRules;`,
    '',
  ].join('\n');
}

function build(): void {
  const compiled = compileFolder(ROOT);
  const text = moduleText(compiled);
  // Left alone when nothing changed, so that a watcher does not go round in circles.
  if (!existsSync(OUT) || readFileSync(OUT, 'utf8') !== text) writeFileSync(OUT, text);
  const { segmentRules, cueRules, lexiconRules, version } = compiled;
  const counts = `${segmentRules.length} segment rules, ${cueRules.length} cue groups, ${lexiconRules.length} lexicons`;
  console.log(`rules ${version}: ${counts} -> ${relative(ROOT, OUT)}`);
}

/** Without arguments builds; with rule files as arguments only checks these, and names every fault. */
function main(paths: readonly string[]): void {
  try {
    if (paths.length === 0) build();
    else process.exitCode = check(paths) > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof RuleProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main(process.argv.slice(2));
