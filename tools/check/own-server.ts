/**
 * `copydesk serve` from the sources, in a process of its own.
 * @module
 */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build.ts';

export interface OwnServer {
  readonly url: URL;
  readonly pid: number;
  /** Of the processes that it started. */
  children(): readonly number[];
  /** Resident bytes of them all; undefined where the system does not tell. */
  bytes(): number | undefined;
  /** Sends a signal. */
  tell(signal: NodeJS.Signals): void;
  /** Tells it to end. Answers its exit code, or null where a signal ended it. */
  stop(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/**
 * Starts it on a free port. Rejects with what it said where it does not listen.
 * @param program what runs instead of the command line of the sources
 */
export async function startOwnServer(
  argv: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  program = 'src/cli/main.ts',
): Promise<OwnServer> {
  const main = join(ROOT, program);
  const server = spawn(process.execPath, [main, 'serve', '--port', '0', ...argv], {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    server.once('close', (code) => resolve(code));
  });
  let said = '';
  const url = await new Promise<URL>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
      const [, address] = /listening on (http:\S+?)[,\s]/.exec(said) ?? [];
      if (address !== undefined) resolve(new URL(address));
    });
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  const pid = server.pid as number;
  const children = (): readonly number[] => childrenOf(pid);
  return {
    url,
    pid,
    children,
    ended,
    bytes() {
      const all = [pid, ...children()].map(bytesOf);
      return all.includes(undefined)
        ? undefined
        : all.reduce<number>((sum, b) => sum + (b ?? 0), 0);
    },
    tell: (signal) => void server.kill(signal),
    stop() {
      server.kill('SIGTERM');
      return ended;
    },
  };
}

function childrenOf(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

const PAGE_BYTES = 4096;

function bytesOf(pid: number): number | undefined {
  const pages = Number(read(`/proc/${pid}/statm`).split(' ')[1]);
  return Number.isNaN(pages) ? undefined : pages * PAGE_BYTES;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
