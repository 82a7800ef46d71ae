/**
 * `npm run rules`: checks and compiles `rules/` into `src/rules/generated.ts`, and lists the rules in `public/rules`.
 * @module
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packTables } from '../../src/rules/codec/tables.ts';
import type { WeightTable } from '../../src/rules/types.ts';
import { catalogueFiles, catalogueOf, writeCatalogue } from './catalogue.ts';
import { compile, type Compilation } from './compile.ts';
import { RuleProblem } from './problem.ts';
import { LIMITS } from './safe.ts';
import { readSource } from './source.ts';
import type { SourceFile } from './types.ts';
import { Verdicts } from './verdicts.ts';
import { verify } from './verify.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const OUT = join(ROOT, 'src/rules/generated.ts');
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

/**
 * The module's text. All of it stands in a function, whose strings engines do not make before it is called: a program
 * that starts has read the version only. Short tables stand in JSON strings, which are read faster than literals.
 */
export function moduleText(compiled: Compilation): string {
  const { segmentRules, cueRules, lexiconRules, vetoes, lexiconEntries, suffixes, ...others } = compiled;
  const tables = packTables({ segmentRules, cueRules, lexiconRules, vetoes, lexiconEntries, suffixes });
  const { version, sites, lemmaNames, hints, vocabulary, trie, lemmaRules, whys, weights } = others;
  const quoted = (value: unknown): string => JSON.stringify(value);
  const packed = Object.entries(weights).map(([model, table]) =>
    'cells' in table
      ? `    ${quoted(model)}: ${quoted(table)},`
      : `    ${quoted(model)}: JSON.parse(${quoted(quoted(table))}) as CompiledRules['weights'][string],`,
  );
  return [
    '// Written by `npm run rules` from rules/. Do not edit.',
    "import { unpackTables } from './codec/tables.ts';",
    "import type { CompiledRules, PackedTables } from './types.ts';",
    `export const version = ${quoted(version)};`,
    'export const readCompiled = (): CompiledRules => ({',
    '  version,',
    `  ...unpackTables(JSON.parse(${quoted(quoted(tables))}) as PackedTables),`,
    ...Object.entries({ sites, lemmaNames, hints, vocabulary, trie, lemmaRules }).map(
      ([name, value]) => `  ${name}: ${quoted(value)},`,
    ),
    '  weights: {',
    ...packed,
    '  },',
    '});',
    '// Not in the bundle while nothing imports it.',
    `export const whys = ${quoted(whys)};`,
    '',
  ].join('\n');
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
