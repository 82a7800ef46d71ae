/**
 * Labels of speech: what stands in front of a colon without a verb, and whoever it names first.
 *
 * ```
 *   Олег Дымов, тренер "Зари": "Мы играли хорошо".      Luca Bianchi su Facebook: «Vergogna».
 *   ^--------^                                          ^----------^
 * ```
 * @module
 */
import type { LexiconName } from '../rules/lexicons.ts';
import type { AnnotatedText, Sentence } from './annotated.ts';
import { headOf, kindOf, type Kind } from './mention-types.ts';
import type { WordSpan } from '../text/spans.ts';
import { CAPITAL } from '../text/words.ts';
import type { NounPhrase } from './noun-phrases.ts';
import {
  AUXILIARY,
  DETERMINER,
  isCue,
  NAME,
  NOUN,
  PARTICIPLE,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  VERB,
} from './tags.ts';

/** Longer leads are sentences. Set by hand; it bounds the work. */
const MOST_WORDS = 16;

/** Kinds of mentions that speak. Anything else in front of a colon is the label of a list, a table, a picture. */
const SPEAKS: ReadonlySet<Kind> = new Set<Kind>([
  'name',
  'titled',
  'role',
  'plural',
  'organisation',
]);

/**
 * Who is named first in a sentence that has no verb in front of word `to`, where a colon stands; undefined where a verb tells
 * who speaks, or nobody opens the sentence. Languages with weights of their own have learned what their labels look like.
 */
export function labelBefore(
  annotated: AnnotatedText,
  sentence: Sentence,
  to: number,
): NounPhrase | undefined {
  const { classes, lexicon } = annotated;
  const { from } = sentence;
  if (lexicon.profile.fittedQuotes || to - from > MOST_WORDS) return undefined;
  for (let w = from; w < to; w++)
    if (ENDS_LABEL.has(classes.of[w] as number) || isCue(classes.of[w])) return undefined;
  const [first] = sentence.phrases;
  if (!first || first.from !== from || first.pronoun || first.to > to) return undefined;
  if (isAffair(annotated, first)) return undefined;
  if (first.to === from + 1 && isSaidSomewhere(annotated, from + 1, to)) return first;
  return SPEAKS.has(kindOf(annotated, first.from, headOf(annotated, first.from, first.to)))
    ? first
    : undefined;
}

/** "Собянин | в Telegram:": with where it was said behind it, one word with a capital is whoever said it. */
function isSaidSomewhere(
  { classes: { of }, doc: { words }, lexicon }: AnnotatedText,
  from: number,
  to: number,
): boolean {
  if (of[from] !== PREPOSITION || !((words.shape[from - 1] as number) & CAPITAL)) return false;
  if (lexicon.has(from - 1, 'medium') || lexicon.has(from - 1, 'document')) return false;
  for (let w = from + 1; w < to; w++) if (lexicon.has(w, 'medium')) return true;
  return false;
}

/**
 * "Il caso Rossi:", "El escándalo Pérez:": a thing with somebody's name, by a noun that stands for nobody. Languages with weights of their own have
 * learned what their labels look like.
 */
export function isAffair(
  { classes: { of }, lexicon }: AnnotatedText,
  { from, to }: WordSpan,
): boolean {
  if (lexicon.profile.fittedQuotes || to - from < 3) return false;
  if (of[from] !== DETERMINER || of[from + 1] !== NOUN || of[to - 1] !== NAME) return false;
  for (let w = from + 1; w < to; w++)
    if (BEARERS.some((list) => lexicon.has(w, list))) return false;
  return true;
}

/** Lists of those who have a name. */
const BEARERS: readonly LexiconName[] = [
  'title',
  'role',
  'spokesperson',
  'organisation',
  'group-noun',
  'medium',
  'demonym',
];

const ENDS_LABEL: ReadonlySet<number> = new Set([
  AUXILIARY,
  VERB,
  PARTICIPLE,
  RELATIVE,
  SUBORDINATOR,
]);
