/**
 * `POST /mcp`: the tools for assistants, by the Model Context Protocol over HTTP. Nothing is kept between two requests.
 * @module
 */
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { createMiddleware } from 'hono/factory';
import type { AppEnv, Service } from './env.ts';
import { corsOrigins } from './headers.ts';
import { takeInJson } from './intake.ts';
import { limitsOf } from './limits.ts';
import { refusal } from './mcp/messages.ts';
import { Assistant, type Answered } from './mcp/respond.ts';
import { negotiate } from './negotiate.ts';
import { logRequest } from './observe.ts';
import { Problem } from './problems.ts';

export const MCP_PATH = '/mcp';

export function mcpRoute(service: Service) {
  const assistant = new Assistant(service);
  return new Hono<AppEnv>().post(MCP_PATH, fromKnownOrigin, async (c) => {
    negotiate(undefined, c.req.header('accept'), ['json']);
    const { status, body, fault } = await replyTo(c, assistant);
    if (fault !== undefined) {
      // To the client it is an answer like others; the log tells it.
      c.set('logsLater', true);
      logRequest(c, { status: 500 }, fault);
    }
    return body === null ? c.body(null, 202) : c.json(body, status as 200);
  });
}

async function replyTo(c: Context<AppEnv>, assistant: Assistant): Promise<Answered> {
  const limits = limitsOf(c.env);
  try {
    const taken = await takeInJson(c.req.raw, limits);
    c.set('sizes', { bytes: taken.bytes });
    const headers = {
      version: c.req.header('mcp-protocol-version'),
      method: c.req.header('mcp-method'),
      name: c.req.header('mcp-name'),
    };
    return assistant.respond(taken.value, headers, limits);
  } catch (error) {
    if (!(error instanceof Problem) || !BROKEN.has(error.kind)) throw error;
    return refusal(undefined, 'parse', 400, error.message);
  }
}

/** What the protocol has an answer of its own for. */
const BROKEN: ReadonlySet<string> = new Set(['malformed-json', 'not-utf8']);

/**
 * The protocol wants foreign pages refused: one could reach a service on its reader's own machine by a name that it has moved there
 * (DNS rebinding), so that the same origin proves nothing either.
 */
const fromKnownOrigin = createMiddleware<AppEnv>(async (c, next) => {
  const origin = c.req.header('origin');
  const origins = corsOrigins(c.env);
  if (origin !== undefined && origins[0] !== '*' && !origins.includes(origin))
    throw new Problem(
      'forbidden-origin',
      'Pages of this origin may not call; CORS_ORIGINS names those that may.',
    );
  return next();
});
