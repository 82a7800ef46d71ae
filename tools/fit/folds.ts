/**
 * Folds of cross-validation.
 * @module
 */
import { hashOf } from '../../src/text/hash.ts';
import type { GoldDocument } from '../eval/gold.ts';
import { hostOf } from '../eval/split.ts';

type Origin = Pick<GoldDocument, 'id' | 'url'>;

/** The site that a document comes from. Without an address it is the id; a copy of a page, `page#name`, is where the page is. */
export function siteOf({ id, url }: Origin): string {
  return hostOf(url) ?? id.replace(/#[^#]*$/, '');
}

/** A number from 0 to below 2 to the power of 32. */
export function hash(text: string): number {
  return hashOf(text) >>> 0;
}

/** The fold of a document. All pages of one site are in the same fold. */
export function foldOf(doc: Origin, folds: number): number {
  return hash(siteOf(doc)) % folds;
}
