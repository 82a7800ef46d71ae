/**
 * `npm run build:cli`: the command line in `dist/cli.js`, what it loads when it is needed in `dist/cli-*.js`, and the files of the service in
 * `dist/public`. All packages are bundled.
 * @module
 */
import { globSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../check/build.ts';

const DIST = join(ROOT, 'dist');

for (const name of globSync('cli*.js', { cwd: DIST })) await rm(join(DIST, name));
await build({
  absWorkingDir: ROOT,
  entryPoints: [
    { in: 'src/cli/main.ts', out: 'cli' },
    { in: 'src/archive/worker.ts', out: 'cli-worker' },
  ],
  chunkNames: 'cli-[hash]',
  outdir: DIST,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Packages of the older kind ask for Node's modules by a function that modules do not have.
  banner: {
    js: "import { createRequire as createRequireOf } from 'node:module';const require = createRequireOf(import.meta.url);",
  },
  logLevel: 'warning',
});
await rm(join(DIST, 'public'), { recursive: true, force: true });
const isWritten = (path: string): boolean => !/\/\.\w+$/.test(path);
await cp(join(ROOT, 'public'), join(DIST, 'public'), { recursive: true, filter: isWritten });
