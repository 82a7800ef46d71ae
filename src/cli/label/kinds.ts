/**
 * Kinds as somebody types them: `ads/house`, `house`, or as many letters as tell it from others.
 * @module
 */
import { LABELLED_KINDS, type LabelledKind } from '../../labels.ts';

/** The kind that a word means, or all that it may mean where there are several or none. */
export function kindsMeant(word: string): readonly LabelledKind[] {
  const nameOf = (kind: LabelledKind): string => kind.slice(kind.indexOf('/') + 1);
  const exact = LABELLED_KINDS.filter((kind) => kind === word || nameOf(kind) === word);
  if (exact.length > 0) return exact;
  return LABELLED_KINDS.filter((kind) => kind.startsWith(word) || nameOf(kind).startsWith(word));
}
