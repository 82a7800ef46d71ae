/**
 * `npm run build:cli`: the command line in `dist/cli.js`, what it loads when it is needed in `dist/cli-*.js`, and the files of the service in
 * `dist/public`. Beside them stands what `--rules` needs and nothing else does: the rule compiler in `own-rules.js`, and the project's rules
 * as they were written in `rules.json`. All packages are bundled.
 * @module
 */
import { globSync, writeFileSync } from 'node:fs';
import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { ROOT } from '../check/build.ts';
import { projectRules } from './project-rules.ts';

const DIST = join(ROOT, 'dist');

const COMMON: BuildOptions = {
  absWorkingDir: ROOT,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  // Its other build looks for a Java program beside itself.
  alias: { recheck: 'recheck/lib/browser.js' },
  // Packages in CommonJS ask for modules of Node by a function that modules do not have.
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';const require = createRequireOf(import.meta.url);",
  },
};

await mkdir(DIST, { recursive: true });
for (const name of globSync('cli*.js', { cwd: DIST })) await rm(join(DIST, name));
await build({
  ...COMMON,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'cli' },
    { in: 'src/archive/worker.ts', out: 'cli-worker' },
  ],
  chunkNames: 'cli-[hash]',
  outdir: DIST,
  splitting: true,
});
await build({
  ...COMMON,
  minify: true,
  entryPoints: ['tools/cli/own-rules.ts'],
  outfile: join(DIST, 'own-rules.js'),
});
writeFileSync(join(DIST, 'rules.json'), JSON.stringify(projectRules()));
await rm(join(DIST, 'public'), { recursive: true, force: true });
const isWritten = (path: string): boolean => !/\/\.\w+$/.test(path);
await cp(join(ROOT, 'public'), join(DIST, 'public'), { recursive: true, filter: isWritten });
