/**
 * Long listings of the bucket, a thousand keys at a time.
 * @module
 */
import type { Bucket, StoredObject } from './bindings.ts';
import { kindOf, numberOf, pageKey, type PageObject, type RunName } from './keys.ts';

/** All objects whose keys begin so, in the order of their keys, from behind `startAfter`. */
export async function* objectsOf(
  bucket: Bucket,
  prefix: string,
  startAfter?: string,
): AsyncGenerator<StoredObject, void> {
  let place: { startAfter?: string; cursor?: string } =
    startAfter === undefined ? {} : { startAfter };
  for (;;) {
    const { objects, truncated, cursor } = await bucket.list({ prefix, ...place });
    yield* objects;
    if (!truncated || cursor === undefined) return;
    place = { cursor };
  }
}

/** The folders right below a prefix, each with its slash. */
export async function foldersIn(bucket: Bucket, prefix: string): Promise<readonly string[]> {
  const found: string[] = [];
  let place: { cursor?: string } = {};
  for (;;) {
    const listing = await bucket.list({ prefix, delimiter: '/', ...place });
    found.push(...listing.delimitedPrefixes);
    if (!listing.truncated || listing.cursor === undefined) return found;
    place = { cursor: listing.cursor };
  }
}

/** An object of a page, without its content. */
export interface Found {
  readonly number: number;
  readonly size: number;
  readonly uploaded: Date;
}

/** The objects of a kind from a page on, in the order of the pages. */
export async function* foundFrom(
  bucket: Bucket,
  run: RunName,
  kind: PageObject,
  from: number,
): AsyncGenerator<Found, void> {
  const before = pageKey(run, kind, from - 1);
  for await (const { key, size, uploaded } of objectsOf(bucket, kindOf(run, kind), before))
    yield { number: numberOf(key), size, uploaded };
}
