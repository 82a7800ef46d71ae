/**
 * The source of a quote as its referents are looked for.
 * @module
 */
import { sentenceNumber } from '../annotation/annotated.ts';
import type { RawQuote } from '../quotes/quote.ts';
import type { WordSpan } from '../text/spans.ts';
import type { EntityIndex } from './entity-index.ts';
import type { Form } from './model/features.ts';
import type { Discourse } from './resolution.ts';

/** A source, and all that it is seen with. */
export interface Ground {
  readonly index: EntityIndex;
  readonly quote: RawQuote;
  /** The words that mean somebody: the source, or the phrase that a relative pronoun goes on from. */
  readonly source: WordSpan;
  readonly form: Form;
  /** Number of the sentence that it stands in. */
  readonly sentence: number;
  readonly discourse: Discourse;
  /** Phrases between a relative pronoun and this one; -1 where the source is none. */
  readonly relative: number;
}

export function groundOf(
  index: EntityIndex,
  quote: RawQuote,
  source: WordSpan,
  form: Form,
  discourse: Discourse,
  relative = -1,
): Ground {
  const sentence = sentenceNumber(index.annotated, source.from);
  return { index, quote, source, form, sentence, discourse, relative };
}
