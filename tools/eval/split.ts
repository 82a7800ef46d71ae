/**
 * Labelled sets in two halves: phrases and rules are written while reading one, and judged by the other, which nobody reads.
 *
 * All pages of one site are in the same half, because pages of a site resemble each other: a rule read off one of them would
 * look good on the others and help nowhere else.
 * @module
 */
import { createHash } from 'node:crypto';
import type { GoldDocument } from './gold.ts';

export const HALVES = ['reading', 'checking'] as const;
export type Half = (typeof HALVES)[number];

export function isHalf(word: string): word is Half {
  return (HALVES as readonly string[]).includes(word);
}

/** The half of a document. It depends on the source alone: other documents and their order change nothing. */
export function halfOf(doc: Pick<GoldDocument, 'id' | 'url'>): Half {
  // Not the program's own hash: a change there must not mix the halves.
  const digest = createHash('sha256').update(sourceOf(doc)).digest();
  return digest.readUInt8(0) % 2 === 0 ? 'reading' : 'checking';
}

/** The documents of one half. */
export function inHalf<Doc extends GoldDocument>(docs: readonly Doc[], half: Half): readonly Doc[] {
  return docs.filter((doc) => halfOf(doc) === half);
}

/** `collection:document`, where the document may end in the number of a part: `-p2s1`, `_14`. */
const IN_COLLECTION = /^[\w-]+:(?<document>\S.*?)(?:-p\d+s\d+|_\d{1,3})?$/;
/** `publisher_2016-04-17_title` */
const OF_PUBLISHER = /^(?<publisher>[^\s_]+)_\d{4}-\d{2}-\d{2}(?!\d)/;

/**
 * What the documents of one source have in common: the host of the address. Without an address it is read off the id: the
 * publisher if the id names one, or else the document, of which several ids may be parts. A collection is not a source, as
 * whole files come from a single one.
 */
export function sourceOf({ id, url }: Pick<GoldDocument, 'id' | 'url'>): string {
  return (
    hostOf(url) ??
    OF_PUBLISHER.exec(id)?.groups?.['publisher'] ??
    IN_COLLECTION.exec(id)?.groups?.['document'] ??
    id
  );
}

/** The host of an address without `www.`; null if there is none. */
export function hostOf(url: string | null | undefined): string | null {
  return url && URL.canParse(url) ? new URL(url).host.replace(/^www\./, '') : null;
}
