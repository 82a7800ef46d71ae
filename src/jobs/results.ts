/**
 * Outcomes in the order of the pages, read ahead a little.
 * @module
 */
import type { Bucket } from './bindings.ts';
import { pageKey, type RunName } from './keys.ts';
import { foundFrom, type Found } from './list.ts';
import { hasFailed } from './outcome.ts';

/** Lines asked for at once: a Worker has six connections, and listings need one. */
const AT_ONCE = 4;
/** Bytes of lines held at once, where more than one is held. */
const HELD_BYTES = 8 * 1024 * 1024;

/**
 * The lines of all pages from `from` on that have a result, up to the first that has no outcome yet: so whoever reads on later has every
 * page once.
 */
export function resultsOf(
  bucket: Bucket,
  run: RunName,
  from: number,
): AsyncGenerator<string, void> {
  return linesOf(bucket, run, 'results', answered(bucket, run, from));
}

/** The lines of all pages from `from` on that have failed so far. */
export function errorsOf(bucket: Bucket, run: RunName, from: number): AsyncGenerator<string, void> {
  return linesOf(bucket, run, 'errors', failed(bucket, run, from));
}

async function* answered(bucket: Bucket, run: RunName, from: number): AsyncGenerator<Found, void> {
  let next = from;
  for await (const found of foundFrom(bucket, run, 'results', from)) {
    if (found.number !== next++) return;
    if (found.size > 0) yield found;
  }
}

async function* failed(bucket: Bucket, run: RunName, from: number): AsyncGenerator<Found, void> {
  for await (const found of foundFrom(bucket, run, 'errors', from))
    if (await hasFailed(bucket, { ...run, number: found.number })) yield found;
}

async function* linesOf(
  bucket: Bucket,
  run: RunName,
  kind: 'results' | 'errors',
  objects: AsyncIterable<Found>,
): AsyncGenerator<string, void> {
  const ahead: { readonly size: number; readonly line: Promise<string> }[] = [];
  let held = 0;
  for await (const { number, size } of objects) {
    while (ahead.length >= AT_ONCE || (ahead.length > 0 && held + size > HELD_BYTES)) {
      const first = ahead.shift() as (typeof ahead)[number];
      held -= first.size;
      yield await first.line;
    }
    const line = readLine(bucket, pageKey(run, kind, number));
    // One that fails while another is waited for is not lost: it is waited for later.
    line.catch(() => undefined);
    ahead.push({ size, line });
    held += size;
  }
  for (const { line } of ahead) yield await line;
}

async function readLine(bucket: Bucket, key: string): Promise<string> {
  const stored = await bucket.get(key);
  if (stored === null) throw new Error('the job was removed while it was read');
  return stored.text();
}
