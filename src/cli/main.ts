#!/usr/bin/env node
/**
 * The `copydesk` program.
 * @module
 */
import { once } from 'node:events';
import { fillIn } from './node20.ts';
import type { CompiledRules } from '../rules/types.ts';
import { EXIT, run } from './run.ts';

fillIn();

/** The compiler is as large as the program, so it is loaded when it is asked for. */
async function compileOwn(folder: string): Promise<CompiledRules> {
  const compiler = new URL('./own-rules.js', import.meta.url);
  const module = (await import(compiler.href)) as {
    readonly compileOwn: (folder: string) => CompiledRules;
  };
  return module.compileOwn(folder);
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
    compileOwn,
    async drained() {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
  });
} catch (error) {
  process.stderr.write(`copydesk: a fault of the program\n${(error as Error).stack}\n`);
  process.exitCode = EXIT.fault;
}
