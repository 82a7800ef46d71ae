/**
 * The project's rules as the command line carries them, to compile them with those of a folder.
 * @module
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../check/build.ts';
import type { ProjectRules } from '../rules/compile-own.ts';
import { givenNames } from '../rules/given-names.ts';
import { readWeights } from '../rules/main.ts';

/** Read anew each time. */
export function projectRules(): ProjectRules {
  const paths = globSync('rules/**/*.toml', { cwd: ROOT }).sort();
  return {
    files: paths.map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]),
    weights: readWeights(ROOT),
    givenNames: givenNames(),
  };
}
