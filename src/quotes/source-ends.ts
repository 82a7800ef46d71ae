/**
 * Where a source ends in languages with cases: without where it was said, and with whose it is.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import { NAME, NOUN, PREPOSITION } from '../annotation/tags.ts';
import type { WordSpan } from '../text/spans.ts';

/** "so Ada Kern | in einem Beitrag für die Zeitung": a source without where somebody with a name said it. */
export function withoutVenue(
  { classes: { of }, lexicon }: AnnotatedText,
  source: WordSpan | null,
): WordSpan | null {
  if (!source || !lexicon.profile.cases) return source;
  const { from, to } = source;
  let venue = to;
  for (let w = to - 1; w > from; w--) {
    if (lexicon.has(w, 'document') || lexicon.has(w, 'medium')) venue = w;
    if (of[w] === PREPOSITION && of[w - 1] === NAME && venue > w && venue < to)
      return { from, to: w };
  }
  return source;
}

/** "der Ankündigung | des Preiskomitees": a source with whose it is, as an article tells that is no other case. */
export function withOwner(
  { classes: { of }, gaps, lexicon }: AnnotatedText,
  sentence: Sentence,
  source: WordSpan | null,
): WordSpan | null {
  if (!source || !lexicon.profile.cases) return source;
  const { from, to } = source;
  const isOwner = lexicon.has(to, 'genitive') && lexicon.has(to, 'oblique');
  if (to >= sentence.to || gaps[to] !== PLAIN || of[to - 1] !== NOUN || !isOwner) return source;
  const owner = phraseFrom(sentence, to);
  return owner ? { from, to: owner.to } : source;
}
