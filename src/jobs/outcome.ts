/**
 * What became of a page: a result or an error, whichever is written first. It is never written twice, however often the page is
 * delivered.
 *
 * One object decides, since a bucket can make only one object conditional: `results/N`, which is empty for a page that failed. Its error
 * is written before, and counts only beside an empty result.
 * @module
 */
import { IF_NEW, type Bucket } from './bindings.ts';
import { pageKey, type PageName } from './keys.ts';

/** The line that the results have for a page, or the one that the errors have. */
export type Outcome = { readonly result: string } | { readonly error: string };

export async function writeOutcome(
  bucket: Bucket,
  page: PageName,
  outcome: Outcome,
): Promise<void> {
  if ('error' in outcome) await bucket.put(pageKey(page, 'errors', page.number), outcome.error);
  const result = 'result' in outcome ? outcome.result : '';
  await bucket.put(pageKey(page, 'results', page.number), result, IF_NEW);
}

/** Whether a page has its outcome. */
export async function isFinished(bucket: Bucket, page: PageName): Promise<boolean> {
  return (await bucket.head(pageKey(page, 'results', page.number))) !== null;
}

/** Whether that is an error. */
export async function hasFailed(bucket: Bucket, page: PageName): Promise<boolean> {
  return (await bucket.head(pageKey(page, 'results', page.number)))?.size === 0;
}
