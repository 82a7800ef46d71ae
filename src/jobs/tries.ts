/**
 * How often the analysis of a page was begun. A page that ends the program itself (by its time, or its memory) leaves nothing else behind,
 * and neither the queue's count nor that of the other pages in its batch tells which one it was.
 * @module
 */
import type { Bucket } from './bindings.ts';
import { pageKey, type PageName } from './keys.ts';

/** What fails so often has an error. */
export const MOST_TRIES = 3;

export async function triesOf(bucket: Bucket, page: PageName): Promise<number> {
  const kept = await bucket.get(pageKey(page, 'tries', page.number));
  return kept === null ? 0 : Number(await kept.text());
}

export async function keepTries(bucket: Bucket, page: PageName, tries: number): Promise<void> {
  await bucket.put(pageKey(page, 'tries', page.number), String(tries));
}
