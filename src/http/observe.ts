/**
 * One identity and one log line for every request.
 * @module
 */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import { dropBody } from './body.ts';
import type { AppEnv } from './env.ts';
import { ConfigError } from './limits.ts';
import { Problem } from './problems.ts';

/** Outermost: gives the request its id, lets go of what was refused, and logs how it went. An id that a client sends would be an echo: none is taken. */
export const observe = createMiddleware<AppEnv>(async (c, next) => {
  c.set('requestId', crypto.randomUUID());
  c.set('sizes', {});
  await next();
  if (c.res.status >= 400) await dropBody(c.req.raw);
  c.header('x-request-id', c.get('requestId'));
  if (c.get('logsLater') === undefined) logRequest(c);
});

/**
 * A line of JSON that Workers Logs indexes. Route and sizes, but no path, query or content: all of these may hold a
 * client's unpublished text. No duration either: inside a Worker time stands still.
 */
export function logRequest(
  c: Context<AppEnv>,
  { status }: { readonly status: number } = c.res,
  error = c.error,
): void {
  const line = JSON.stringify({
    requestId: c.get('requestId'),
    method: c.req.method,
    route: routeOf(c),
    status,
    ...c.get('sizes'),
    ...(error === undefined || error instanceof Problem ? {} : { error: faultOf(error) }),
  });
  if (status >= 500) console.error(line);
  else console.log(line);
}

/** The pattern of the route that answered; null where only what all requests pass has. */
function routeOf(c: Context<AppEnv>): string | null {
  return matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? null;
}

/** Where an error arose. Not its message, which may quote the text; only a configuration's says what is wrong. */
export function faultOf(error: Error): readonly string[] {
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const name = error instanceof ConfigError ? error.message : error.name;
  return [name, ...frames.slice(0, 8).map((frame) => frame.trim())];
}
