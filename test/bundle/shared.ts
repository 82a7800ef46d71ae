/**
 * Builds the Worker, and runs it as it is configured by itself: one for all tests that only ask it things. To start one takes seconds.
 * @module
 */
import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';
import setup from './setup.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where it listens. */
    readonly origin: string;
  }
}

export default async function share(project: TestProject): Promise<() => Promise<void>> {
  const remove = await setup(project);
  const server = await startServer(project.getProvidedContext().bundle);
  project.provide('origin', server.url.origin);
  return async () => {
    await server.close();
    await remove();
  };
}
