/**
 * Languages in which a reported clause cannot do without a word for “that”: "dice que llueve", never "dice llueve". What
 * stands behind the verb without one is its object: "anunció la reforma".
 * @module
 */
import type { AnnotatedText } from '../../annotation/annotated.ts';
import type { Takes } from '../../rules/types.ts';
import type { ContentStretch } from './content-features.ts';
import { START } from './names.ts';

/**
 * Whether a stretch behind a verb opens as a reported clause does: with a word for “that”, a colon, a mark, or an infinitive
 * ("dice haber pagado"). Always where the language, or what the cue takes, allows more.
 */
export function isOpenedAsReported(
  annotated: AnnotatedText,
  takes: readonly Takes[],
  { from, start }: ContentStretch,
): boolean {
  const { doc, lexicon, markOf } = annotated;
  if (!lexicon.profile.thatClauses || markOf[from] !== -1) return true;
  if (start === START.that || start === START.question || start === START.colon) return true;
  if (takes.some((one) => TAKES_MORE.has(one))) return true;
  const word = doc.folded.slice(doc.words.start[from], doc.words.end[from]);
  return lexicon.endingOf(word) === 'infinitive-ending';
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
