/**
 * The service on a port of this machine, in one process.
 * @module
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createApp } from '../http/app.ts';
import type { Env, Service } from '../http/env.ts';
import { warmUp } from '../warm-up.ts';
import { Gate } from './gate.ts';
import type { Limiter } from './limiter.ts';
import type { ServerSettings } from './settings.ts';

export interface Place {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface Listening extends Place {
  /** Takes no more connections, answers what has come, and ends the rest after `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

/**
 * How long a connection stays open between requests. Longer than proxies keep theirs (mostly 60 s), so that it is they who close: Node's five
 * seconds pass while a busy process analyses a long page, and it would close a connection on which the next request has already come.
 */
const KEEP_ALIVE_MS = 75_000;

/** How often connections that have become idle are looked for, once the server is to stop. */
const LOOK_MS = 50;

/**
 * Listens. Rejects where the place is taken.
 * @param assets the files of `public/`
 */
export async function listen(
  service: Service,
  place: Place,
  { env, most }: ServerSettings,
  limiter: Limiter | undefined,
  assets: NonNullable<Env['ASSETS']>,
): Promise<Listening> {
  warmUp(service);
  const app = createApp(service);
  const gate = new Gate(most);
  const bindings: Env = {
    ...env,
    ASSETS: assets,
    ...(limiter === undefined ? {} : { RATE_LIMITER: limiter }),
  };
  const server = createAdaptorServer({
    fetch(request, surroundings) {
      const { incoming, outgoing } = surroundings as {
        incoming: IncomingMessage;
        outgoing: ServerResponse;
      };
      const address = incoming.socket.remoteAddress;
      const isBusy = request.method === 'POST' && !gate.enter(outgoing);
      return app.fetch(request, {
        ...bindings,
        IS_BUSY: isBusy,
        ...(address === undefined ? {} : { CLIENT_ADDRESS: address }),
      });
    },
    // Requests and responses of other libraries in this process stay what they are.
    overrideGlobalObjects: false,
  }) as Server;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { host: place.host, port, stop: (graceMs) => stop(server, graceMs) };
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const patience = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  clearInterval(look);
  clearTimeout(patience);
}
