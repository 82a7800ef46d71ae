/**
 * Clauses behind an aside: a verb of saying, how and to whom it was said, and only then what.
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { AUXILIARY, isCue, NOUN, VERB } from '../annotation/tags.ts';

/**
 * The word behind a comma that opens the clause behind an aside; -1 where a verb or a mark comes first. Looks at `reach` words, which bounds the work.
 * @param at the first word of the aside, or of what stands in front of its comma
 * @param kindAt the class of a word there
 */
export function openerBehindAside(
  { classes, gaps, markOf }: AnnotatedText,
  { to }: Sentence,
  at: number,
  reach: number,
  isOpener: (word: number) => boolean,
  kindAt = (word: number): number | undefined => classes.of[word],
): number {
  for (let w = at; w < Math.min(to, at + reach); w++) {
    if (w > at && gaps[w] === COMMA && isOpener(w)) return w;
    const kind = kindAt(w);
    if (markOf[w] !== -1 || kind === AUXILIARY || isCue(kind)) return -1;
    // "avec une politesse exagérée"
    if (kind === VERB && (gaps[w] !== PLAIN || classes.of[w - 1] !== NOUN)) return -1;
  }
  return -1;
}
