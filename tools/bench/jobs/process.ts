/**
 * The host in a process of its own, which can be killed at any moment with all that it has started.
 * @module
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT } from '../../check/build.ts';
import type { HostSettings } from './host.ts';

/** Bundles the Worker whose analysis can throw. */
export async function buildJobsWorker(outfile: string): Promise<void> {
  await build({
    entryPoints: [join(ROOT, 'tools/bench/jobs/worker.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    logLevel: 'error',
  });
}

export class HostProcess {
  readonly #settings: HostSettings;
  #child: ChildProcess | null = null;

  private constructor(settings: HostSettings) {
    this.#settings = settings;
  }

  /** Starts a host on a free port, and keeps to it. */
  static async start(settings: Omit<HostSettings, 'port'>): Promise<HostProcess> {
    const host = new HostProcess({ ...settings, port: await freePort() });
    await host.start();
    return host;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#settings.port}`;
  }

  /** Resolves when it listens. */
  async start(): Promise<void> {
    const main = join(ROOT, 'tools/bench/jobs/host.ts');
    // In a process group of its own: it starts workerd, which must not outlive it.
    const child = spawn(process.execPath, [main, JSON.stringify(this.#settings)], {
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    this.#child = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      child.stderr?.on('data', (chunk) => (said += String(chunk)));
      child.stdout?.on('data', (chunk) => {
        if (String(chunk).includes('listening on')) resolve();
      });
      child.once('exit', () => reject(new Error(`the host did not start: ${said}`)));
    });
  }

  /** Ends it at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child?.pid === undefined || child.exitCode !== null) return;
    const exit = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await exit;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
