/**
 * A Worker started afresh, and a connection to it that measures how long its answers take.
 * @module
 */
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

export interface Fresh {
  /** Where it listens. */
  readonly url: URL;
  /** Milliseconds from sending the request to the end of the answer. Rejects unless that is a 200. */
  ask(method: string, path: string, headers?: OutgoingHttpHeaders, body?: string): Promise<number>;
  stop(): Promise<void>;
}

/** Modules by path; the first is the Worker, which the others may be imported by. */
export type Modules = Readonly<Record<string, string>>;

/** Starts workerd with these modules. */
export async function startFresh(modules: Modules): Promise<Fresh> {
  const options = convertV4MiniflareOptions({
    name: 'fresh',
    modules: Object.entries(modules).map(([path, contents]) => ({
      type: 'ESModule' as const,
      path: `/${path}`,
      contents,
    })),
    modulesRoot: '/',
    compatibilityDate: '2026-10-20',
    // Without these two, Miniflare's own proxy would be measured too, and a look-up in the network.
    unsafeDirectSockets: [{ port: 0 }],
    cf: false,
    // The Worker's log lines are not wanted here.
    handleStructuredLogs: () => undefined,
  });
  const miniflare = new Miniflare(options);
  const url = await miniflare.unsafeGetDirectURL('fresh');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    url,
    ask: (method, path, headers = {}, body = '') =>
      timed(new URL(path, url), { method, headers, agent }, body),
    async stop() {
      agent.destroy();
      await miniflare.dispose();
    },
  };
}

interface Asked {
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly agent: Agent;
}

function timed(url: URL, asked: Asked, body: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, asked, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`HTTP ${answer.statusCode}`));
      answer.resume().on('end', () => resolve(performance.now() - start));
    });
    sent.on('error', reject).end(body);
  });
}
