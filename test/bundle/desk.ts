/**
 * A folder in which the code blocks of a document run, against a Worker.
 * @module
 */
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from '../../tools/check/build.ts';
import type { Block } from './blocks.ts';

/** Where documents say that the service is. */
export const LOCAL = 'http://127.0.0.1:8787';

export interface Desk {
  readonly folder: string;
  /** What a block prints, run here against the Worker of this origin. */
  printed(block: Block, origin: string): Promise<string>;
  close(): void;
}

const INTERPRETERS: Readonly<Record<string, readonly [file: string, ...argv: string[]]>> = {
  sh: ['recipe.sh', 'bash', '-euo', 'pipefail'],
  python: ['recipe.py', 'python3'],
  js: ['recipe.mjs', process.execPath],
  ts: ['recipe.ts', process.execPath],
};

/** With the files that the document has, `copydesk` on the path, and the checkout beside it by its name. */
export function openDesk(blocks: readonly Block[]): Desk {
  // Inside the project, where Hono is found.
  mkdirSync(join(ROOT, '.tmp'), { recursive: true });
  const parent = mkdtempSync(join(ROOT, '.tmp', 'recipes-'));
  const folder = join(parent, 'desk');
  const bin = join(parent, 'bin');
  mkdirSync(bin);
  mkdirSync(folder);
  symlinkSync(ROOT, join(parent, 'copydesk'));
  const program = join(bin, 'copydesk');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${ROOT}/src/cli/main.ts" "$@"\n`);
  chmodSync(program, 0o755);
  for (const { info, code } of blocks) {
    const name = /^file=(\S+)$/.exec(info)?.[1];
    if (name !== undefined) writeFileSync(join(folder, name), code);
  }
  return {
    folder,
    async printed({ language, code }, origin) {
      const [file, command, ...argv] = INTERPRETERS[language] as [string, string, ...string[]];
      writeFileSync(join(folder, file), code.replaceAll(LOCAL, origin));
      const PATH = `${bin}:${process.env['PATH'] ?? ''}`;
      const options = { cwd: folder, env: { ...process.env, PATH, NO_COLOR: '1' } };
      return (await promisify(execFile)(command, [...argv, file], options)).stdout;
    },
    close: () => rmSync(parent, { recursive: true }),
  };
}
