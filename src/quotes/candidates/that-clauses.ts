/**
 * Languages in which a reported clause cannot do without a word for “that”: "dice que llueve", never "dice llueve". What
 * stands behind the verb without one is its object: "anunció la reforma".
 * @module
 */
import type { AnnotatedText } from '../../annotation/annotated.ts';
import {
  ADVERB,
  DETERMINER,
  NAME,
  NUMBER,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  TIME,
} from '../../annotation/tags.ts';
import type { Takes } from '../../rules/types.ts';
import type { ContentStretch } from './content-features.ts';
import { START } from './names.ts';

/** Whether a stretch opens as a verb's reported clause does. Always where the language, or what the cue takes, allows more. */
export function isOpenedAsReported(
  annotated: AnnotatedText,
  takes: readonly Takes[],
  { from, start, marked }: ContentStretch,
): boolean {
  if (marked || !annotated.lexicon.profile.thatClauses || takes.some((one) => TAKES_MORE.has(one)))
    return true;
  if (start === START.that || start === START.question || start === START.colon) return true;
  return !OPENS_PHRASE.has(annotated.classes.of[from] as number);
}

/** What a cue may take besides a clause. */
const TAKES_MORE: ReadonlySet<Takes> = new Set<Takes>([
  'noun',
  'as',
  'for',
  'person-of',
  'object-complement',
  'infinitive',
  'source-after',
  'noun-cue',
]);

/** What a noun phrase or an adverbial begins with. A verb may open what was said: "dice haber pagado". */
const OPENS_PHRASE: ReadonlySet<number> = new Set([
  ADVERB,
  DETERMINER,
  NAME,
  NUMBER,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  TIME,
]);
