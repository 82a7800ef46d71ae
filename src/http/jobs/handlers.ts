/**
 * What a Worker with jobs does beside answering requests: it takes pages from the queue, and sweeps.
 * @module
 */
import { consume, type Delivery } from '../../jobs/consume.ts';
import { sweep } from '../../jobs/sweep.ts';
import type { Env, Service } from '../env.ts';
import { limitsOf } from '../limits.ts';
import { faultOf } from '../observe.ts';
import { analystOf } from './page.ts';
import { retentionOf, storeIn } from './store.ts';

/** The handlers of the queue and of the cron trigger. In a deployment without jobs neither is called. */
export function jobHandlers(service: Service) {
  return {
    async queue(batch: { readonly messages: readonly Delivery[] }, env: Env): Promise<void> {
      const store = storeIn(env);
      if (store === null) return;
      const analyst = analystOf(service, limitsOf(env));
      log('queue', await consume(batch.messages, store, analyst));
    },
    async scheduled(_: unknown, env: Env): Promise<void> {
      const store = storeIn(env);
      if (store !== null) log('sweep', await sweep(store, retentionOf(env), Date.now()));
    },
  };
}

/** A line of JSON, as requests have it: counts, and where a fault arose. */
function log(event: string, { fault, ...counts }: { readonly fault?: Error }): void {
  const line = { event, ...counts, ...(fault === undefined ? {} : { error: faultOf(fault) }) };
  if (fault === undefined) console.log(JSON.stringify(line));
  else console.error(JSON.stringify(line));
}
