/**
 * What a construction tells by itself.
 * @module
 */
import type { WordSpan } from '../../text/spans.ts';

/** What is reported, and by whom; half-open word numbers. */
export interface Built {
  readonly content: readonly WordSpan[];
  readonly source: WordSpan | null;
}
