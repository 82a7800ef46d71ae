/**
 * The command line of the sources with the rule compiler, which the built one has in a file beside it.
 */
import { run } from '../../src/cli/run.ts';
import { projectRules } from '../../tools/cli/project-rules.ts';
import { catalogueWithFolder, compileWithFolder } from '../../tools/rules/compile-own.ts';

process.exitCode = await run(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  drained: async () => {},
  compileOwn: async (folder) => compileWithFolder(projectRules(), folder),
  catalogueOwn: async (folder) => catalogueWithFolder(projectRules(), folder),
});
