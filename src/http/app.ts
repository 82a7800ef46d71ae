/**
 * The HTTP side put together: what every request passes, and the routes.
 * @module
 */
import type { Context } from 'hono';
import { Hono } from 'hono/tiny';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { analyzeRoute } from './analyze.ts';
import { batchRoute } from './batch.ts';
import { takeRayId } from './cloudflare.ts';
import type { AppEnv, Service } from './env.ts';
import { crossOrigin, secure } from './headers.ts';
import { healthRoute } from './health.ts';
import { jobsRoute } from './jobs/routes.ts';
import { MCP_PATH, mcpRoute } from './mcp.ts';
import { nearestName } from '../schema/nearest.ts';
import { observe } from './observe.ts';
import { openapiRoute } from './openapi.ts';
import { pageRoute } from './page.ts';
import { asProblem, Problem, problemResponse } from './problems.ts';
import { protect } from './protect.ts';
import { rulesRoute } from './rules.ts';
import { verifyRoute } from './verify.ts';

/** The app. Routes are chained, so that `hc<AppType>()` knows them. */
export function createApp(service: Service) {
  const app = new Hono<AppEnv>();
  app.use(observe);
  app.use(secure);
  app.use(takeRayId);
  app.use(crossOrigin);
  app.use(methodNotAllowed({ app, onMethodNotAllowed: otherMethod }));
  app.use('/v1/*', protect);
  app.use(MCP_PATH, protect);
  app.notFound((c) => problemResponse(nothingAt(c.req.path, app), c.get('requestId')));
  app.onError((error, c) => problemResponse(asProblem(error), c.get('requestId')));
  return app
    .route('/', healthRoute(service))
    .route('/', openapiRoute())
    .route('/', pageRoute())
    .route('/', analyzeRoute(service))
    .route('/', batchRoute(service))
    .route('/', verifyRoute(service))
    .route('/', jobsRoute())
    .route('/', mcpRoute(service))
    .route('/', rulesRoute(service));
}

export type AppType = ReturnType<typeof createApp>;

/** Names the path that was probably meant. It is one of the app's own, and nothing of the request is repeated. */
function nothingAt(path: string, { routes }: Hono<AppEnv>): Problem {
  const paths = routes.map((route) => route.path).filter((known) => !/[:*]/.test(known));
  const near = nearestName(path, paths);
  const hint = near === undefined ? '' : ` Did you mean ${near}?`;
  return new Problem('not-found', `There is nothing here.${hint}`);
}

/** A known path asked with a method that it does not have. */
function otherMethod(c: Context<AppEnv>, methods: readonly string[]): Response {
  const allow = [...methods, 'OPTIONS'].join(', ');
  if (c.req.method === 'OPTIONS') return new Response(null, { status: 204, headers: { allow } });
  const wanted = methods.filter((method) => method !== 'HEAD').join(' or ');
  const problem = new Problem('method-not-allowed', `This path is asked with ${wanted}.`, {
    headers: { allow },
  });
  return problemResponse(problem, c.get('requestId'));
}
