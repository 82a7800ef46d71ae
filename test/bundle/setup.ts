/**
 * Builds the Worker once for all bundle tests.
 * @module
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildWorker } from '../../tools/check/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder that holds the built Worker. */
    readonly bundle: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bundle-'));
  await buildWorker(folder);
  project.provide('bundle', folder);
  return () => rm(folder, { recursive: true, force: true });
}
