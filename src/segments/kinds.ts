/**
 * Kinds of segments by number, in the order of `LABELLED_KINDS`.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../labels.ts';

/** Index into `LABELS`, by kind number. */
export const LABEL_OF_KIND: Uint8Array = Uint8Array.from(
  LABELLED_KINDS.map((kind) => LABELS.findIndex((label) => kind.startsWith(`${label}/`))),
);
