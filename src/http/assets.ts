/**
 * Files that the build lays beside the Worker (`public/`). None is served by itself: every request passes the Worker.
 * @module
 */
import type { Context } from 'hono';
import type { AppEnv, Env } from './env.ts';
import { ConfigError } from './limits.ts';

/** Only the path counts; the binding wants a whole address. */
const BASE = 'https://assets.invalid';

/** Where the rules of a group stand, all in one file: one rule must not cost reading them all. */
export function shardPath(id: string): string {
  return `/rules/${id.split('/').slice(0, 2).join('/')}.json`;
}

export const RULE_INDEX = '/rules/index.json';
/** The words of each rule on a line, in the order of the index. */
export const RULE_WORDS = '/rules/words.txt';

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

/** Files of text that were read once, by the binding that they came from. */
const read = new WeakMap<object, Map<string, string>>();

/** A file of text, kept as long as the Worker runs; empty where there is none. */
export async function textAsset(env: Env | undefined, path: string): Promise<string> {
  const known = env?.ASSETS && read.get(env.ASSETS)?.get(path);
  if (known !== undefined) return known;
  const response = await asset(env, path);
  if (!response.ok) return '';
  const text = await response.text();
  const { ASSETS } = env as Required<Pick<Env, 'ASSETS'>>;
  // The text, not the promise of it: a Worker must not wait for what another request reads.
  read.set(ASSETS, (read.get(ASSETS) ?? new Map<string, string>()).set(path, text));
  return text;
}

/**
 * A file as the answer to a request, with 304 for who has it already. Throws where it was not built, since no client can
 * be to blame for that.
 */
export async function fileAnswer(
  c: Context<AppEnv>,
  path: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const tag = c.req.header('if-none-match');
  const file = await asset(c.env, path, tag === undefined ? {} : { 'if-none-match': tag });
  if (!file.ok && file.status !== 304) throw new Error(`${path} was not built`);
  const all = new Headers({ 'cache-control': 'no-cache', ...headers });
  for (const name of ['content-type', 'etag']) {
    const value = file.headers.get(name);
    if (value !== null) all.set(name, value);
  }
  return new Response(file.body, { status: file.status, headers: all });
}
