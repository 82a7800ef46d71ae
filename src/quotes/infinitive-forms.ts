/**
 * Infinitives by their form.
 * @module
 */
import type { AnnotatedText } from '../annotation/annotated.ts';
import { AUXILIARY, NOUN } from '../annotation/tags.ts';
import { CAPITAL } from '../text/words.ts';

/** Whether a word is an infinitive in all likelihood: by its ending, and by not being a time or a name: "ayer", "Ramire". */
export function isInfinitive(
  { classes, doc: { folded, words }, lexicon }: AnnotatedText,
  word: number,
): boolean {
  if (word >= words.count || ((words.shape[word] as number) & CAPITAL) !== 0) return false;
  if (classes.of[word] !== NOUN && classes.of[word] !== AUXILIARY) return false;
  // Short ones, "ter", "voler", are nothing but their ending.
  const form = folded.slice(words.start[word], words.end[word]);
  return lexicon.endingOf(`--${form}`) === 'infinitive-ending';
}
