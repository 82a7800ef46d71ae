/**
 * `node tools/bench/jobs/host.ts SETTINGS`: a Worker with jobs in the local simulators, with a cron trigger. Says where it listens. The
 * bucket lies in a folder and outlives this process; the queue lies in memory and does not.
 * @module
 */
import { simulate, type Simulated } from './simulators.ts';

/** As JSON in the only argument. */
export interface HostSettings extends Simulated {
  readonly folder: string;
  readonly port: number;
  /** Milliseconds between sweeps. */
  readonly sweepMs: number;
}

const { sweepMs, ...simulated } = JSON.parse(process.argv[2] as string) as HostSettings;

const miniflare = simulate(simulated);
const url = await miniflare.ready;
const worker = await miniflare.getWorker();

async function sweep(): Promise<void> {
  await worker.scheduled({ cron: '*/5 * * * *' });
  setTimeout(() => void sweep(), sweepMs);
}

setTimeout(() => void sweep(), sweepMs);
console.log(`listening on ${url.origin}`);
