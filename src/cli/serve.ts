/**
 * `copydesk serve`: the service on a server of one's own.
 * @module
 */
import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Env, Service } from '../http/env.ts';
import { ConfigError } from '../http/limits.ts';
import { openRules } from '../rules/rules.ts';
import { folderAssets } from '../server/assets.ts';
import { askingLimiter, countingLimiter, type Channel } from '../server/limiter.ts';
import { listen, type Place } from '../server/listen.ts';
import { startProcesses } from '../server/processes.ts';
import { serverSettings, unknownSettings, type ServerSettings } from '../server/settings.ts';
import { service, serviceOver } from '../service.ts';
import { readArguments } from './arguments.ts';
import { EXIT } from './exit.ts';
import type { Io } from './io.ts';
import { compileFolder } from './own.ts';
import { UsageError } from './usage.ts';

export const SERVE_HELP = `Usage: copydesk serve [options]

The HTTP service and its playground on this machine: the same routes, keys and limits as the Worker.

  -p, --port N       0 takes a free one (default: 8787)
      --host HOST    what to listen on; 0.0.0.0 or :: for the whole network (default: 127.0.0.1)
      --workers N    processes; auto is one a processor (default: 1)
      --grace N      seconds that answers may still take after SIGTERM (default: 30)
  -h, --help

Settings are variables of the environment: API_KEYS, CORS_ORIGINS, MAX_TEXT_BYTES, MAX_HTML_BYTES, MAX_BATCH_LINES,
MAX_BATCH_BYTES, TRUST_CLOUDFLARE_HEADERS as for the Worker; RATE_LIMIT, requests a key or address may send in
RATE_LIMIT_PERIOD seconds (60); MAX_WAITING, requests a process takes at once before it answers 503 (100).
`;

const FLAGS = {
  port: { type: 'string', short: 'p', default: '8787' },
  host: { type: 'string', default: '127.0.0.1' },
  workers: { type: 'string', default: '1' },
  rules: { type: 'string' },
  grace: { type: 'string', default: '30' },
  help: { type: 'boolean', short: 'h' },
} as const;

const MOST_WORKERS = 1024;

/** Serves until the process is told to end (SIGTERM, SIGINT). Answers the exit code. @throws {UsageError} */
export async function serve(argv: readonly string[], io: Io): Promise<number> {
  const { values } = parse(argv);
  if (values.help) {
    io.stdout.write(SERVE_HELP);
    return EXIT.ok;
  }
  const place = { host: values.host, port: number('port', values.port, 0, 65_535) };
  const graceMs = number('grace', values.grace, 0, 3600) * 1000;
  const count =
    values.workers === 'auto'
      ? availableParallelism()
      : number('workers', values.workers, 1, MOST_WORKERS);
  const settings = settingsOf(io);
  // The first of several processes needs no rules, but it is the one that can say what is wrong with them.
  const own = await servedWith(values.rules, io);
  if (cluster.isWorker) return serveAsWorker(own, place, settings, graceMs);
  for (const line of unknownSettings(io.env)) io.stderr.write(`copydesk: ${line}\n`);
  return count === 1
    ? serveAlone(own, place, settings, graceMs, io)
    : serveByMany(place, settings, count, io);
}

function parse(argv: readonly string[]) {
  return readArguments({ args: [...argv], options: FLAGS });
}

function number(name: string, value: string, least: number, most: number): number {
  const read = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
  if (read >= least && read <= most) return read;
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}`);
}

function settingsOf({ env }: Io): ServerSettings {
  try {
    return serverSettings(env);
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

/** The files of `public/`: beside the built program, or in the checkout. */
function publicFolder(): string {
  const beside = fileURLToPath(new URL('./public', import.meta.url));
  return existsSync(beside) ? beside : fileURLToPath(new URL('../../public', import.meta.url));
}

/** What is served. */
interface Served {
  readonly service: Service;
  readonly assets: NonNullable<Env['ASSETS']>;
}

/** The program and its list of rules, over the project's rules or with those of a folder. */
async function servedWith(folder: string | undefined, io: Io): Promise<Served> {
  if (folder === undefined) return { service, assets: folderAssets(publicFolder()) };
  const rules = openRules(await compileFolder(folder, io));
  const catalogue = await io.catalogueOwn(folder);
  return { service: serviceOver(rules), assets: folderAssets(publicFolder(), catalogue) };
}

async function serveAlone(
  own: Served,
  place: Place,
  settings: ServerSettings,
  graceMs: number,
  io: Io,
): Promise<number> {
  const { rateLimit, periodMs } = settings;
  const limiter = rateLimit === undefined ? undefined : countingLimiter(rateLimit, periodMs);
  const server = await listen(own.service, place, settings, limiter, own.assets).catch((error) =>
    explained(error, place),
  );
  const told = toldToEnd();
  io.stderr.write(`copydesk: listening on ${addressOf(server)}\n`);
  await told;
  await server.stop(graceMs);
  return EXIT.ok;
}

async function serveByMany(
  place: Place,
  settings: ServerSettings,
  count: number,
  io: Io,
): Promise<number> {
  const told = toldToEnd();
  const processes = await startProcesses(count, settings).catch((error) => explained(error, place));
  const { host } = place;
  io.stderr.write(
    `copydesk: listening on ${addressOf({ host, port: processes.port })}, ${count} processes\n`,
  );
  void told.then(processes.stop);
  return (await processes.ended) ? EXIT.ok : EXIT.fault;
}

/** One of many. It says where it listens, and ends when the first process tells it to, or is gone. */
async function serveAsWorker(
  own: Served,
  place: Place,
  settings: ServerSettings,
  graceMs: number,
): Promise<number> {
  const channel = process as unknown as Channel & { send(message: object): unknown };
  const limiter = settings.rateLimit === undefined ? undefined : askingLimiter(channel);
  const told = toldToEnd();
  const server = await listen(own.service, place, settings, limiter, own.assets);
  channel.send({ up: server.port });
  await Promise.race([told, new Promise<void>((gone) => process.once('disconnect', gone))]);
  await server.stop(graceMs);
  if (process.connected) process.disconnect();
  return EXIT.ok;
}

/** Resolves with the first signal. The second one ends the process, as signals do. */
function toldToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
}

function addressOf({ host, port }: Place): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

const REASONS: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) => `port ${port} is taken; --port 0 takes a free one`,
  EADDRNOTAVAIL: () => 'the host is not an address of this machine',
  ENOTFOUND: () => 'the host is not known',
  EACCES: (port) => `port ${port} may not be listened on; those from 1024 on usually may`,
};

function explained(error: NodeJS.ErrnoException, { port }: Place): never {
  const reason = REASONS[String(error.code)];
  if (reason !== undefined) throw new UsageError(reason(port));
  throw error;
}
