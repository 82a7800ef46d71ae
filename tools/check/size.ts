/**
 * `node tools/check/size.ts`: the built Worker against its budget, gzipped, with all rules.
 * @module
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWorker } from './build.ts';

/** Workers may be larger; what is loaded with every start should not be. */
const BUDGET_BYTES = 1000 * 1000;

/** Everything that a deployment uploads: the modules, not their source maps. */
async function gzippedSize(folder: string): Promise<number> {
  const names = await readdir(folder);
  const modules = names.filter((name) => !name.endsWith('.map') && name !== 'README.md');
  const contents = await Promise.all(
    modules.toSorted().map((name) => readFile(join(folder, name))),
  );
  return gzipSync(Buffer.concat(contents)).length;
}

const folder = await mkdtemp(join(tmpdir(), 'copydesk-size-'));
try {
  await buildWorker(folder);
  const bytes = await gzippedSize(folder);
  const kilobytes = (bytes / 1000).toFixed(1);
  console.log(`bundle: ${kilobytes} KB gzipped, budget ${BUDGET_BYTES / 1000} KB`);
  if (bytes >= BUDGET_BYTES) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
