/**
 * What the content of a clear report must be.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { COMMA } from '../../annotation/punctuation.ts';
import type { WordSpan } from '../../text/spans.ts';

/** Whether spans (half-open word numbers) are the content. */
export type Test = (content: readonly WordSpan[]) => boolean;

/** One stretch of words that passes. */
export const isOne =
  (test: (content: WordSpan) => boolean): Test =>
  ([only, ...rest]) =>
    !!only && rest.length === 0 && test(only);

/** The next word behind a comma; `from` where there is none. */
export function nextComma({ gaps }: AnnotatedText, { to }: Sentence, from: number): number {
  for (let w = from; w < to; w++) if (gaps[w] === COMMA) return w;
  return from;
}
