#!/usr/bin/env node
/**
 * The `copydesk` program.
 * @module
 */
import { once } from 'node:events';
import type { CompiledRules } from '../rules/types.ts';
import { EXIT } from './exit.ts';
import { run } from './run.ts';

interface Compiler {
  readonly compileOwn: (folder: string) => CompiledRules;
  readonly catalogueOwn: (folder: string) => ReadonlyMap<string, string>;
}

/** The compiler is as large as the program, so it is loaded when it is asked for. */
async function compiler(): Promise<Compiler> {
  const { href } = new URL('./own-rules.js', import.meta.url);
  return (await import(href)) as Compiler;
}

// Whoever reads the output may stop reading (`| head`): then nothing is left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

try {
  process.exitCode = await run(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    compileOwn: async (folder) => (await compiler()).compileOwn(folder),
    catalogueOwn: async (folder) => (await compiler()).catalogueOwn(folder),
    async drained() {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
  });
} catch (error) {
  process.stderr.write(`copydesk: a fault of the program\n${(error as Error).stack}\n`);
  process.exitCode = EXIT.fault;
}
