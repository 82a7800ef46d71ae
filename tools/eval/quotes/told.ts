/**
 * The quotes of an answer with the names of their speakers.
 * @module
 */
import type { Quote } from '../../../src/schema/types.ts';
import type { Answer } from '../answer.ts';
import type { Pair } from '../gold.ts';
import { pairsOf, wordsIn, type WordSet } from '../words.ts';

export interface NamedQuote {
  readonly quote: Quote;
  readonly content: WordSet;
  readonly source: WordSet;
  /** The speaker's name; null if nobody is named. */
  readonly name: string | null;
}

/** @param words the words of the text, from `wordsOf` */
export function namedQuotes(
  words: readonly Pair[],
  { quotes, speakers }: Pick<Answer, 'quotes' | 'speakers'>,
): readonly NamedQuote[] {
  const names = new Map(speakers.map((speaker) => [speaker.id, speaker.name]));
  return quotes.map((quote) => ({
    quote,
    content: wordsIn(words, pairsOf(quote.content)),
    source: wordsIn(words, pairsOf([quote.source])),
    name: (quote.speaker && names.get(quote.speaker)) || null,
  }));
}
