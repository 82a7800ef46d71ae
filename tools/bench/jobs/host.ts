/**
 * `node tools/bench/jobs/host.ts SETTINGS`: a Worker with jobs in the local simulators of R2 and Queues, and a cron trigger. Says where it
 * listens. The bucket lies in a folder and outlives this process; the queue lies in memory and does not.
 * @module
 */
import { dirname } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';

/** As JSON in the only argument. */
export interface HostSettings {
  /** The bundle of the Worker. */
  readonly script: string;
  /** Of the bucket. */
  readonly folder: string;
  readonly port: number;
  /** Milliseconds between sweeps; 0 for none. */
  readonly sweepMs: number;
  /** More variables of the Worker. */
  readonly vars?: Readonly<Record<string, string>>;
}

const {
  script,
  folder,
  port,
  sweepMs,
  vars = {},
} = JSON.parse(process.argv[2] as string) as HostSettings;

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    name: 'jobs',
    modules: [{ type: 'ESModule', path: script }],
    modulesRoot: dirname(script),
    compatibilityDate: '2026-10-20',
    bindings: vars,
    r2Buckets: { JOBS_BUCKET: 'jobs' },
    resourcePersistencePath: folder,
    queueProducers: { JOBS_QUEUE: 'jobs' },
    // As docs/jobs.md has it, but for the time that a batch waits to be filled.
    queueConsumers: { jobs: { maxBatchSize: 10, maxBatchTimeout: 0.05, maxRetries: 2 } },
    host: '127.0.0.1',
    port,
    cf: false,
    // The Worker's log lines are not wanted here.
    handleStructuredLogs: () => undefined,
  }),
);
const url = await miniflare.ready;
if (sweepMs > 0) {
  const worker = await miniflare.getWorker();
  const sweep = async (): Promise<void> => {
    await worker.scheduled({ cron: '* * * * *' });
    setTimeout(() => void sweep(), sweepMs);
  };
  setTimeout(() => void sweep(), sweepMs);
}
console.log(`listening on ${url.origin}`);
