/**
 * The configuration of a server, from its environment: the variables of a Worker, and those of what Cloudflare otherwise brings.
 * @module
 */
import { nearestName } from '../schema/nearest.ts';
import { trustsCloudflare } from '../http/cloudflare.ts';
import type { Env } from '../http/env.ts';
import { corsOrigins } from '../http/headers.ts';
import { keyHashes } from '../http/keys.ts';
import { limitsOf, wholeNumber } from '../http/limits.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface ServerSettings {
  /** Variables as the routes know them. */
  readonly env: Env;
  /** Requests a key or address may send in a period; undefined without a limit. */
  readonly rateLimit: number | undefined;
  readonly periodMs: number;
  /** Requests that a process takes at once, the one that is worked on among them. */
  readonly most: number;
}

const NAMES = [
  'MAX_TEXT_BYTES',
  'MAX_HTML_BYTES',
  'MAX_BATCH_LINES',
  'MAX_BATCH_BYTES',
  'API_KEYS',
  'CORS_ORIGINS',
  'TRUST_CLOUDFLARE_HEADERS',
  'RATE_LIMIT_PERIOD',
] as const;

/** Those that only a server has. */
const OWN_NAMES = ['RATE_LIMIT', 'MAX_WAITING'];

/** How variables are named that are probably meant for the server. Others of the environment are none of its business. */
const LIKE_OURS = /^(?:MAX|RATE|CORS)_|^API_KEY$/;

/** A line for each variable that looks like a setting and is none: misspelt, it would be ignored without a word. */
export function unknownSettings(environment: Environment): readonly string[] {
  const known: readonly string[] = [...NAMES, ...OWN_NAMES];
  const unknown = Object.keys(environment).filter(
    (name) => LIKE_OURS.test(name) && !known.includes(name),
  );
  return unknown.map((name) => {
    const near = nearestName(name, known);
    return `there is no setting ${name}${near === undefined ? '' : ` (did you mean ${near}?)`}`;
  });
}

const DEFAULT_PERIOD_SECONDS = 60;
/** A hundred pages of usual length take two seconds, as long as most clients like to wait. */
const DEFAULT_WAITING = 100;

/** Reads and checks them all. Throws `ConfigError`: better now than with the first request. */
export function serverSettings(environment: Environment): ServerSettings {
  const set = NAMES.flatMap((name) => {
    const value = environment[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const env = Object.fromEntries(set) as Env;
  for (const check of [limitsOf, keyHashes, corsOrigins, trustsCloudflare]) check(env);
  for (const name of ['MAX_BATCH_LINES', 'MAX_BATCH_BYTES'] as const)
    wholeNumber(name, env[name], 1, 'a whole number');
  const numberOf = (name: string, fallback: number): number =>
    wholeNumber(name, environment[name], fallback, 'a whole number above 0');
  return {
    env,
    rateLimit: environment['RATE_LIMIT'] ? numberOf('RATE_LIMIT', 1) : undefined,
    periodMs: numberOf('RATE_LIMIT_PERIOD', DEFAULT_PERIOD_SECONDS) * 1000,
    most: numberOf('MAX_WAITING', DEFAULT_WAITING),
  };
}
