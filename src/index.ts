/**
 * The Worker: wiring only.
 * @module
 */
import { env, WorkerEntrypoint } from 'cloudflare:workers';
import type { AnalyzeRequest } from './http/analyze.ts';
import { createApp } from './http/app.ts';
import { callAnalyze, callVerify } from './http/call.ts';
import type { Env } from './http/env.ts';
import { jobHandlers } from './http/jobs/handlers.ts';
import { settingFaults } from './http/start.ts';
import type { VerifyRequest } from './http/verify.ts';
import type { Analysis } from './schema/types.ts';
import { service } from './service.ts';
import type { Verification } from './verify/types.ts';
import { warmUp } from './warm-up.ts';

export type { AppType } from './http/app.ts';

warmUp(service);
for (const fault of settingFaults(env as Env)) console.error(JSON.stringify({ settings: fault }));

const app = createApp(service);

/**
 * What other Workers of the same account bind to. Who may bind decides the account, so no key is asked for here; `fetch`
 * is the service as everybody has it.
 */
export class Copydesk extends WorkerEntrypoint<Env> {
  override fetch(request: Request): Response | Promise<Response> {
    return app.fetch(request, this.env, this.ctx);
  }

  /** Takes what `POST /v1/analyze` takes as JSON. Throws an error that says what is wrong with the request. */
  analyze(request: AnalyzeRequest): Analysis {
    return callAnalyze(service, this.env, request);
  }

  /** The same for `POST /v1/verify`. */
  verify(request: VerifyRequest): Verification {
    return callVerify(service, this.env, request);
  }
}

export default { fetch: app.fetch, ...jobHandlers(service) } satisfies ExportedHandler<Env>;
