/**
 * A Worker with jobs in the local simulators of R2 and Queues.
 * @module
 */
import { dirname } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

export interface Simulated {
  /** The bundle of the Worker. */
  readonly script: string;
  /** Where the bucket lies; without it, it lives as long as the simulator. The queue always does. */
  readonly folder?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** More variables of the Worker. */
  readonly vars?: Readonly<Record<string, string>>;
  /** Whether the queue is bound. */
  readonly hasQueue?: boolean;
}

export function simulate({
  script,
  folder,
  port = 0,
  vars = {},
  hasQueue = true,
}: Simulated): Miniflare {
  return new Miniflare(
    convertV4MiniflareOptions({
      name: 'jobs',
      modules: [{ type: 'ESModule', path: script }],
      modulesRoot: dirname(script),
      compatibilityDate: '2026-10-20',
      bindings: vars,
      r2Buckets: { JOBS_BUCKET: 'jobs' },
      ...(folder === undefined ? {} : { resourcePersistencePath: folder }),
      ...(hasQueue
        ? {
            queueProducers: { JOBS_QUEUE: 'jobs' },
            // As wrangler.toml has it, but for the time that a batch waits to be filled.
            queueConsumers: { jobs: { maxBatchSize: 10, maxBatchTimeout: 0.05, maxRetries: 2 } },
          }
        : {}),
      host: '127.0.0.1',
      port,
      cf: false,
      // The Worker's log lines are not wanted here.
      handleStructuredLogs: () => undefined,
    }),
  );
}
