/**
 * `node tools/check/expressions.ts`: every regular expression of the project, and of what is bundled into the Worker, is
 * proven to take time linear in the text, so that no input can hold the service.
 *
 * Expressions are found by a parser. recheck judges a single match attempt over all starting positions. What it can only
 * search for counter-examples (mostly long bounded repetitions) counts as proven by nobody, and must be listed in `exceptions.ts` with
 * the reason why it is linear all the same; so must every expression that is built at run time.
 * @module
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { checkSync } from 'recheck';
import { LIMITS } from '../rules/safe.ts';
import { ROOT } from './build.ts';
import { EXCEPTIONS, type Exception } from './exceptions.ts';
import { expressionsOf, type Expression } from './find-expressions.ts';

/** Why an expression is refused, or null. Throws nothing: what the checker cannot judge is refused. */
export function faultOf({ source, flags }: Expression): string | null {
  if (source === undefined) return 'is built at run time';
  const result = checkSync(source, flags, LIMITS);
  if (result.status === 'vulnerable') return `is not linear: ${result.complexity.summary}`;
  if (result.status === 'unknown') return `cannot be judged: ${result.error.kind}`;
  return result.checker === 'fuzz' ? 'is not proven linear, only no counter-example found' : null;
}

/** The Worker's code and that of its dependencies, whose expressions read what clients send as ours do. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, 'src/index.ts')],
    external: ['cloudflare:workers'],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

/** All expressions; those of the bundle that stand in `src` too are told there only. */
async function allExpressions(): Promise<readonly Expression[]> {
  // The page is bundled from src/page.
  const files = globSync(['src/**/*.ts', 'tools/**/*.ts'], { cwd: ROOT }).toSorted();
  const own = files.flatMap((file) => expressionsOf(file, readFileSync(join(ROOT, file), 'utf8')));
  const written = new Set(own.map(({ code }) => code));
  // What a dependency builds at run time cannot be told from what was minified or moved: its literals are judged.
  const others = expressionsOf('bundle', await bundled()).filter(
    ({ source, code }) => source !== undefined && !written.has(code),
  );
  return [...own, ...others];
}

async function main(): Promise<void> {
  const expressions = await allExpressions();
  const judged = new Map<string, string | null>();
  const used = new Set<Exception>();
  for (const expression of expressions) {
    const { file, line, code, source, flags } = expression;
    const key = source === undefined ? `${file} ${code}` : `/${source}/${flags}`;
    const fault = judged.has(key) ? (judged.get(key) as string | null) : faultOf(expression);
    judged.set(key, fault);
    if (fault === null) continue;
    const exception = EXCEPTIONS.find((one) => one.file === file && one.code === code);
    if (exception === undefined) {
      console.log(`${file}:${line}: ${code} ${fault}`);
      process.exitCode = 1;
    } else used.add(exception);
  }
  for (const exception of EXCEPTIONS) {
    if (used.has(exception)) continue;
    console.log(`${exception.file}: no longer needs its exception for ${exception.code}`);
    process.exitCode = 1;
  }
  console.log(
    `expressions: ${expressions.length}, ${judged.size} of them different, ${used.size} by exception`,
  );
}

if (import.meta.main) await main();
