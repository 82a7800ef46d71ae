/**
 * The built Worker, one request after the other, as a client sees it: everything from the socket to the socket.
 * @module
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWorker } from '../check/build.ts';
import { startFresh, type Fresh } from '../check/fresh.ts';
import { workerdMs } from '../check/workerd.ts';
import { quantile } from './clock.ts';

export interface Answered {
  /** Milliseconds from sending a request to the end of the answer. */
  readonly p50: number;
  readonly p99: number;
  /** Milliseconds of processor time that the runtime took for one request; undefined where the system does not tell. */
  readonly cpu: number | undefined;
}

/** Measures texts of several lengths, by name. */
export async function timeWorker(
  texts: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, Answered>>> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  try {
    await buildWorker(folder);
    const fresh = await startFresh({
      'index.js': await readFile(join(folder, 'index.js'), 'utf8'),
    });
    try {
      const answered: [string, Answered][] = [];
      for (const [name, text] of Object.entries(texts))
        answered.push([name, await timeText(fresh, text)]);
      return Object.fromEntries(answered);
    } finally {
      await fresh.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** So many characters are sent for each length, in requests of at least so many. */
const CHARACTERS = 3_000_000;
const LEAST = 8;
const MOST = 300;

async function timeText(fresh: Fresh, text: string): Promise<Answered> {
  const count = Math.min(MOST, Math.max(LEAST, Math.floor(CHARACTERS / text.length)));
  const ask = (): Promise<number> =>
    fresh.ask('POST', '/v1/analyze', { 'content-type': 'text/plain' }, text);
  for (let i = 0; i < count / 2; i++) await ask();
  const times: number[] = [];
  const before = workerdMs();
  while (times.length < count) times.push(await ask());
  const after = workerdMs();
  return {
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    cpu: before === undefined || after === undefined ? undefined : (after - before) / count,
  };
}
