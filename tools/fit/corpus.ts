/**
 * Corpora: JSON Lines, one document a line; and the folds of cross-validation.
 * @module
 */
import { readFileSync } from 'node:fs';
import { hashOf } from '../../src/text/hash.ts';

export interface CorpusDocument {
  readonly id: string;
  readonly url: string | null;
  readonly text: string;
}

/** Reads a file of documents. */
export function readCorpus<Doc extends CorpusDocument>(path: string): readonly Doc[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Doc);
}

/** The host that a document comes from; its id where it has no address. */
export function hostOf(doc: CorpusDocument): string {
  try {
    return new URL(doc.url ?? '').host.replace(/^www\./, '');
  } catch {
    return doc.id;
  }
}

/** A number from 0 to below 2 to the power of 32. */
export function hash(text: string): number {
  return hashOf(text) >>> 0;
}

/** The fold of a document: pages of one host never stand on both sides. */
export function foldOf(doc: CorpusDocument, folds: number): number {
  return hash(hostOf(doc)) % folds;
}
