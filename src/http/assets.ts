/**
 * Files that the build lays beside the Worker (`public/`). None is served by itself: every request passes the Worker.
 * @module
 */
import type { Env } from './env.ts';
import { ConfigError } from './limits.ts';

/** Only the path counts; the binding wants a whole address. */
const BASE = 'https://assets.invalid';

/** Where the rules of a group stand, all in one file: one rule must not cost reading them all. */
export function shardPath(id: string): string {
  return `/rules/${id.split('/').slice(0, 2).join('/')}.json`;
}

export const RULE_INDEX = '/rules/index.json';

/** The answer for a file, 404 among them. Throws `ConfigError` where the Worker runs without its files. */
export async function asset(
  env: Env | undefined,
  path: string,
  headers?: Record<string, string>,
): Promise<Response> {
  if (env?.ASSETS === undefined) throw new ConfigError('ASSETS is not bound');
  return env.ASSETS.fetch(new URL(path, BASE), headers === undefined ? {} : { headers });
}

/** A file of JSON; null where there is none. */
export async function jsonAsset<Value>(env: Env | undefined, path: string): Promise<Value | null> {
  const response = await asset(env, path);
  return response.ok ? ((await response.json()) as Value) : null;
}
