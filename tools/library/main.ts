/**
 * `npm run build:library`: what `import … from 'copydesk'` gets, in `dist/library`, and its types in `dist/types`.
 *
 * Everything is bundled, so that no package has to be there at run time; what entries share stands in chunks of its own, so that a format
 * can be imported without the rules.
 * @module
 */
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { ROOT } from '../check/build.ts';

/** An import or export of another file of ours, in a declaration. */
const IMPORT = /(?:from |import\()'(\.[^']+)'/g;

const NO_ENTRY = new Set(['src/library/formats/formatter.ts']);

const out = (folder: string): string => join(ROOT, 'dist', folder);
await Promise.all(
  ['library', 'types'].map((name) => rm(out(name), { recursive: true, force: true })),
);
await build({
  absWorkingDir: ROOT,
  entryPoints: [
    'src/library/index.ts',
    ...globSync('src/library/formats/*.ts', { cwd: ROOT }),
  ].filter((path) => !NO_ENTRY.has(path)),
  outbase: 'src/library',
  outdir: out('library'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  target: 'es2022',
  // One line less for each of the thousands of comments and spaces; names stay, for whoever reads a stack trace.
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
});
await dropBareImports(out('library'));
await promisify(execFile)(join(ROOT, 'node_modules/.bin/tsc'), ['-p', 'tsconfig.library.json'], {
  cwd: ROOT,
});
await keepReachable(out('types'));

/** Chunks that nothing is taken from need not be loaded, and bundlers warn of such imports of a package without side effects. */
async function dropBareImports(folder: string): Promise<void> {
  for (const path of globSync('**/*.js', { cwd: folder })) {
    const file = join(folder, path);
    const code = await readFile(file, 'utf8');
    const head = /^(?:import[^;]*;)*/.exec(code)?.[0] ?? '';
    await writeFile(file, head.replace(/import"[^"]*";/g, '') + code.slice(head.length));
  }
}

/** Removes declarations that no entry leads to, and names the others as every version of TypeScript finds them. */
async function keepReachable(folder: string): Promise<void> {
  const kept = new Set<string>();
  const entries = globSync('library/{index,formats/*}.d.ts', { cwd: folder });
  const waiting = entries.filter((path) => !path.endsWith('formatter.d.ts'));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (kept.has(path)) continue;
    kept.add(path);
    const file = join(folder, path);
    const source = await readFile(file, 'utf8');
    for (const [, target = ''] of source.matchAll(IMPORT))
      waiting.push(join(dirname(path), target.replace(/\.ts$/, '.d.ts')));
    await writeFile(
      file,
      source.replace(IMPORT, (found) => found.replace(/\.ts'$/, ".js'")),
    );
  }
  for (const path of globSync('**/*.d.ts', { cwd: folder }))
    if (!kept.has(path)) await rm(join(folder, path));
}
