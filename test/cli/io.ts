/**
 * The command line over streams in memory.
 * @module
 */
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';
import { projectRules } from '../../tools/cli/project-rules.ts';
import {
  catalogueWithFolder,
  compileWithFolder,
  type ProjectRules,
} from '../../tools/rules/compile-own.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

interface Surroundings {
  readonly stdin?: string | Uint8Array;
  /** Whether output and errors go to a terminal. */
  readonly tty?: boolean;
  readonly columns?: number;
  readonly env?: Io['env'];
}

let project: ProjectRules | undefined;

/** Runs `copydesk` with these arguments. Without `stdin` standard input is a terminal. */
export async function copydesk(
  argv: readonly string[],
  { stdin, tty = false, columns, env = {} }: Surroundings = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const output = (to: keyof typeof written) => ({
    isTTY: tty,
    ...(columns === undefined ? {} : { columns }),
    write: (text: string) => void (written[to] += text),
  });
  const bytes = typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
  async function* chunks(): AsyncGenerator<Uint8Array> {
    // In two pieces, the second of which may begin inside a character.
    if (bytes) yield* [bytes.subarray(0, 5), bytes.subarray(5)];
  }
  const code = await run(argv, {
    stdin: Object.assign(chunks(), { isTTY: stdin === undefined }),
    stdout: output('out'),
    stderr: output('err'),
    env,
    drained: async () => {},
    compileOwn: async (folder) => compileWithFolder((project ??= projectRules()), folder),
    catalogueOwn: async (folder) => catalogueWithFolder((project ??= projectRules()), folder),
  });
  return { code, ...written };
}
