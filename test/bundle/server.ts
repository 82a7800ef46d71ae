/**
 * The built Worker behind a real port, and ways to talk to it that no HTTP client allows.
 * @module
 */
import { connect } from 'node:net';
import { join } from 'node:path';
import { createTestHarness } from 'wrangler';
import { ROOT } from '../../tools/check/build.ts';

export interface Server {
  readonly url: URL;
  post(
    body: RequestInit['body'],
    headers?: Record<string, string>,
    query?: string,
  ): Promise<Response>;
  /** Sends these bytes over a fresh connection and gives what came back until it closed or fell silent. */
  raw(bytes: string | Uint8Array): Promise<string>;
  close(): Promise<void>;
}

const SILENCE_MS = 3000;

/** What a deployment may have configured. */
export interface Configured {
  readonly secrets?: Record<string, string>;
  readonly vars?: Record<string, string>;
}

/** Starts the Worker that `setup.ts` built. */
export async function startServer(bundle: string, configured: Configured = {}): Promise<Server> {
  const harness = createTestHarness({
    workers: [
      { configPath: join(ROOT, 'wrangler.toml'), prebuiltWorkerDir: bundle, ...configured },
    ],
  });
  return serverOf(harness);
}

type Harness = ReturnType<typeof createTestHarness>;

/** A harness, listening. */
export async function serverOf(harness: Harness): Promise<Server> {
  const { url } = await harness.listen();
  return { ...talksTo(url), close: () => harness.close() };
}

/** Ways to talk to what listens there already. */
export function talksTo(url: URL): Omit<Server, 'close'> {
  return {
    url,
    post: (body, headers = {}, query = '') =>
      fetch(new URL(`/v1/analyze${query}`, url), {
        method: 'POST',
        body: body ?? null,
        headers: { 'content-type': 'text/plain', ...headers },
        ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
      }),
    raw: (bytes) => talk(url, bytes),
  };
}

/**
 * Sends these bytes over a fresh connection, as {@link Server.raw} does.
 * @param cut whether to close the sending half behind them, as a client does that breaks off
 */
export function talk(
  { hostname, port }: URL,
  bytes: string | Uint8Array,
  cut = false,
): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let answer = '';
    const done = (): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(SILENCE_MS, done);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      // One answer is all that is ever wanted, and a connection kept alive would fall silent only later.
      if (/\r\n\r\n[^]*[}\n]$/.test(answer)) done();
    });
    socket.on('error', done);
    socket.on('close', done);
    if (cut) socket.end(bytes);
    else socket.write(bytes);
  });
}
