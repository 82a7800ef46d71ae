/**
 * `npm run build:cli`: bundles the command line into `dist/cli.js`. Beside it stands what `--rules` needs and nothing else does:
 * the rule compiler in `own-rules.js`, and the project's rules as they were written in `rules.json`.
 * @module
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import type { ProjectRules } from '../rules/compile-own.ts';
import { givenNames } from '../rules/given-names.ts';
import { readWeights } from '../rules/main.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DIST = join(ROOT, 'dist');

const COMMON: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  // Its other build looks for a Java program beside itself.
  alias: { recheck: 'recheck/lib/browser.js' },
  // Packages in CommonJS ask for modules of Node by a function that modules do not have.
  banner: {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  },
};

function projectRules(): ProjectRules {
  const paths = globSync('rules/**/*.toml', { cwd: ROOT }).sort();
  return {
    files: paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
    weights: readWeights(ROOT),
    givenNames: givenNames(),
  };
}

mkdirSync(DIST, { recursive: true });
await build({
  ...COMMON,
  banner: {},
  entryPoints: [join(ROOT, 'src/cli/main.ts')],
  outfile: join(DIST, 'cli.js'),
});
await build({
  ...COMMON,
  minify: true,
  entryPoints: [join(ROOT, 'tools/cli/own-rules.ts')],
  outfile: join(DIST, 'own-rules.js'),
});
writeFileSync(join(DIST, 'rules.json'), JSON.stringify(projectRules()));
