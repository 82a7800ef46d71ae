/**
 * Languages in which a reported clause cannot do without a word for “that”: "dice que llueve", never "dice llueve". What
 * stands behind the verb without one is its object: "anunció la reforma".
 * @module
 */
import {
  endOfMark,
  isComplementizer,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { Takes } from '../../rules/types.ts';
import type { WordSpan } from '../../text/spans.ts';
import { isInfinitive as isInfinitiveForm } from '../infinitive-forms.ts';
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
  const { lexicon, markOf } = annotated;
  if (!lexicon.profile.thatClauses) return true;
  if (markOf[from] !== -1) return !isNameBeforeThat(annotated, from);
  if (start === START.that || start === START.question || start === START.colon) return true;
  if (takes.some((one) => TAKES_MORE.has(one))) return true;
  if (start === START.preposition && takes.includes('as')) return true;
  return opensWithInfinitive(annotated, from, takes);
}

/** "рассказал "Вестнику", | что закрыт мост": a name in marks that was told, in front of what it was told. */
function isNameBeforeThat(annotated: AnnotatedText, from: number): boolean {
  const end = endOfMark(annotated.markOf, from, from + MOST_IN_NAME + 1);
  return end - from <= MOST_IN_NAME && isComplementizer(annotated, end);
}

const MOST_IN_NAME = 4;
const MOST_IN_FRONT = 3;

/** "dice haber pagado", "dice no saber nada", "promet de payer". */
function opensWithInfinitive(
  annotated: AnnotatedText,
  from: number,
  takes: readonly Takes[],
): boolean {
  const { classes, lexicon } = annotated;
  const isInfinitive = (word: number): boolean => isInfinitiveForm(annotated, word);
  if (isInfinitive(from)) return true;
  if (classes.of[from] === ADVERB) return isInfinitive(from + 1) || isInfinitive(from + 2);
  if (classes.of[from] !== PREPOSITION) return false;
  if (takes.includes('infinitive') && isInfinitive(from + 1)) return true;
  // "ha detto | di non saperne nulla"
  let at = from + 1;
  while (
    at - from <= MOST_IN_FRONT &&
    (classes.of[at] === ADVERB || lexicon.has(at, 'pronoun-object'))
  )
    at++;
  return lexicon.has(from, 'attachment') && takes.includes('clause') && isInfinitive(at);
}

/** "aseguró que | el puente es seguro": whether content behind a cue starts behind a word for “that”. */
export function opensBehindThat(
  annotated: AnnotatedText,
  cue: CueHit,
  [first]: readonly WordSpan[],
): boolean {
  return !!first && first.from > cue.to && isComplementizer(annotated, first.from - 1);
}

/** "Как сообщил Рид, …", "comme l'a dit Reed, …": a clause that the whole sentence is hung on, and no “that” with it. */
export function isAsClause(
  { classes: { of }, lexicon }: AnnotatedText,
  { from }: Sentence,
  cue: CueHit,
): boolean {
  let word = cue.from - 1;
  while (word > from && (VERB_GROUP.has(of[word] as number) || lexicon.has(word, 'pronoun-object')))
    word--;
  return word === from && of[word] === SUBORDINATOR;
}

const VERB_GROUP: ReadonlySet<number> = new Set([ADVERB, AUXILIARY, PRONOUN, DETERMINER]);

/** What a cue may take besides a clause. */
const TAKES_MORE: ReadonlySet<Takes> = new Set<Takes>([
  'noun',
  'person-of',
  'source-after',
  'noun-cue',
]);
