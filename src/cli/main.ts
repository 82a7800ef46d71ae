#!/usr/bin/env node
/**
 * The `copydesk` program.
 * @module
 */
import { once } from 'node:events';
import { EXIT } from './exit.ts';
import { run } from './run.ts';

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
    async drained() {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
  });
} catch (error) {
  process.stderr.write(`copydesk: a fault of the program\n${(error as Error).stack}\n`);
  process.exitCode = EXIT.fault;
}
