/**
 * `npm run generate`: compiles the rules, then writes `openapi.json` and the pages. Nothing is done where neither what they are made of nor
 * what they made has changed since: most commands come by here first.
 * @module
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { OWN_RULES } from '../rules/own.ts';
import { filesOf, inputsOf, isUpToDate, OUTPUTS, stampOf, writeStamp } from './stamp.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const STAMP = join(ROOT, 'node_modules/.cache/copydesk/generated.json');

/** Runs a tool of the project. @returns whether it came to a good end */
async function run(tool: string): Promise<boolean> {
  const child = spawn(process.execPath, [join(ROOT, tool)], { cwd: ROOT, stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}

async function generate(): Promise<boolean> {
  if (!(await run('tools/rules/main.ts'))) return false;
  const rest = await Promise.all(['tools/openapi/main.ts', 'tools/page/main.ts'].map(run));
  return rest.every(Boolean);
}

const inputs = inputsOf(ROOT, process.env[OWN_RULES] || undefined);
if (isUpToDate(STAMP, stampOf(inputs, filesOf(ROOT, OUTPUTS))))
  console.log('generated files are up to date');
else if (!(await generate())) process.exitCode = 1;
// While `wrangler dev` runs, rules with faults pass: they are told again each time.
else if (process.env['WRANGLER_COMMAND'] !== 'dev')
  writeStamp(STAMP, stampOf(inputs, filesOf(ROOT, OUTPUTS)));
