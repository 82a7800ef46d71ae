/**
 * The Worker as it would be deployed, built into a folder. Needs no network.
 * @module
 */
import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const BIN = join(ROOT, 'node_modules/.bin');

/** Runs the project's wrangler in the project's root and gives what it printed. Rejects when it fails. */
export async function wrangler(...args: readonly string[]): Promise<string> {
  // First on the path is the Node that the build command needs, whatever the machine has.
  const env = {
    ...process.env,
    PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}`,
    CI: 'true',
    NO_COLOR: '1',
    WRANGLER_SEND_METRICS: 'false',
  };
  const { stdout } = await promisify(execFile)(join(BIN, 'wrangler'), args, {
    cwd: ROOT,
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/** Builds the Worker of wrangler.toml into `folder`: `index.js` and its source map. */
export async function buildWorker(folder: string): Promise<void> {
  await wrangler('deploy', '--dry-run', '--outdir', folder);
}
