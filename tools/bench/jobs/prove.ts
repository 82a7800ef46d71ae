/**
 * A job through the local simulators while the process is killed again and again: every page has to be answered once, in order, and
 * every page that cannot be answered has to be told.
 * @module
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { JobData, JobError, JobResult } from '../../../src/schema/job.ts';
import { lineOf, sortOf, textOf } from './pages.ts';
import type { HostProcess } from './process.ts';

export interface Proof {
  readonly pages: number;
  readonly kills: number;
  /** What is wrong, in words; empty if all is well. */
  readonly wrong: readonly string[];
  readonly seconds: number;
}

const JOB = '/v1/jobs/proof';
const NDJSON = { 'content-type': 'application/x-ndjson' };
/** Pages of a request: a large job comes in several. */
const REQUEST_PAGES = 5000;
const LOOK_MS = 100;

export async function prove(
  host: HostProcess,
  pages: number,
  kills: number,
  say: (line: string) => void,
): Promise<Proof> {
  const start = Date.now();
  const client = new Client(host.url);
  await client.ask(JOB, { method: 'PUT' });
  let killed = 0;
  const sending = sendAll(client, pages);
  let job = await client.job();
  while (job.done + job.failed < pages) {
    // One kill while pages come in, the others spread over the rest.
    const come = killed === 0 ? job.in : job.done + job.failed;
    if (killed < kills && come >= ((killed + 0.5) * pages) / (kills + 1)) {
      await host.kill();
      killed++;
      say(`killed ${killed} times: ${told(job)}`);
      await host.start();
    }
    await wait(LOOK_MS);
    const before = Math.floor((job.done + job.failed) / 1000);
    job = await client.job();
    if (Math.floor((job.done + job.failed) / 1000) > before) say(told(job));
  }
  await sending;
  say(told(await client.job()));
  const wrong = await faultsOf(client, pages, killed, kills);
  return { pages, kills: killed, wrong, seconds: (Date.now() - start) / 1000 };
}

const told = ({ in: pages, done, failed, perSecond }: JobData): string =>
  `${pages} in, ${done} done, ${failed} failed, ${perSecond} a second`;

/** Asks until it is answered: the other side may be dead for a while. */
class Client {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  /** The body of an answer. Throws for an answer that is not a success. */
  async ask(path: string, init: RequestInit = {}): Promise<string> {
    for (;;) {
      try {
        const response = await fetch(this.#url + path, init);
        const body = await response.text();
        if (response.ok) return body;
        if (response.status < 500) throw new TypeError(`${path} answers ${response.status}`);
      } catch (error) {
        if (error instanceof TypeError && /answers \d/.test(error.message)) throw error;
      }
      await wait(LOOK_MS);
    }
  }

  async job(): Promise<JobData> {
    return JSON.parse(await this.ask(JOB)) as JobData;
  }

  /** All lines of an answer, asked for a part at a time. */
  async lines<Line extends { readonly page: number }>(path: string): Promise<readonly Line[]> {
    const lines: Line[] = [];
    for (;;) {
      const from = (lines.at(-1)?.page ?? 0) + 1;
      const body = await this.ask(`${JOB}/${path}?from=${from}&limit=1000`);
      if (body === '') return lines;
      for (const line of body.trimEnd().split('\n')) lines.push(JSON.parse(line) as Line);
    }
  }
}

/** Sends all pages, and after a kill from the first that is missing. */
async function sendAll(client: Client, pages: number): Promise<void> {
  for (;;) {
    const { next } = await client.job();
    if (next > pages) return;
    const last = Math.min(pages, next + REQUEST_PAGES - 1);
    const lines = Array.from({ length: last - next + 1 }, (_, i) => lineOf(next + i));
    const init = { method: 'POST', headers: NDJSON, body: lines.join('\n') };
    // Where the line breaks while the pages come, the next question tells how far they came.
    await client.ask(`${JOB}/pages?from=${next}`, init);
  }
}

/** What is wrong with the results. */
async function faultsOf(
  client: Client,
  pages: number,
  killed: number,
  kills: number,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const results = await client.lines<JobResult>('results');
  const errors = await client.lines<JobError>('errors');
  if (killed < kills) wrong.push(`killed ${killed} times only`);
  const numbers = (lines: readonly { readonly page: number }[]) => lines.map(({ page }) => page);
  const ofSort = (isError: boolean): readonly number[] =>
    Array.from({ length: pages }, (_, i) => i + 1).filter(
      (number) => (sortOf(number) !== 'good') === isError,
    );
  if (!isSame(numbers(results), ofSort(false))) wrong.push('results are not those of the pages');
  if (!isSame(numbers(errors), ofSort(true))) wrong.push('errors are not those of the pages');
  for (const { page, id, length, quotes = [] } of results)
    if (id !== `page-${page}` || length !== textOf(page).length || !quotes[0]?.fingerprint)
      wrong.push(`page ${page} has the answer of another`);
  for (const { page, status } of errors)
    if (status !== (sortOf(page) === 'wrong' ? 422 : 500)) wrong.push(`page ${page} has ${status}`);
  const { in: come, done, failed, waiting } = await client.job();
  if (!isSame([come, done, failed, waiting], [pages, results.length, errors.length, 0]))
    wrong.push('the counts are not those of the lines');
  return wrong;
}

function isSame(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((number, i) => number === other[i]);
}
