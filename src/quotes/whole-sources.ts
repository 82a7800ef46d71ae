/**
 * Sources in full, for languages that share the weights of English: these know no “de” between a role and its body, and end
 * a source in front of it.
 * @module
 */
import { adverbialAt, phraseFrom } from '../annotation/adverbials.ts';
import { numberFrom, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import type { NounPhrase } from '../annotation/noun-phrases.ts';
import { headOf, kindOf, SPEAKERS } from '../annotation/mention-types.ts';
import { BRACKET, COMMA, PLAIN, QUOTE_MARK } from '../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  NAME,
  NUMBER,
  PREPOSITION,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import {
  allNames,
  holds,
  MOST_TIED,
  pastName,
  pastTied,
  ROLES,
  upToThat,
  withoutRelative,
} from './behind-sources.ts';

/**
 * "la consejera | de Hacienda, Marta Ruiz": a source behind its cue with what belongs to it and the name in apposition; "el alcalde, que | añadió"
 * without the relative pronoun.
 */
export function wholeSource(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  source: WordSpan | null,
): WordSpan | null {
  if (!source || annotated.lexicon.profile.fittedQuotes) return source;
  const head = source.from < cue.from ? withHead(annotated, sentence, source) : source;
  const from = withRole(annotated, sentence, withOneOf(annotated, sentence, head), source);
  const end = withoutRelative(annotated, source);
  // "un'intervista in | cui precisava": whoever it is, it is not what the relative pronoun means.
  if (end < source.to && annotated.classes.of[end - 1] === PREPOSITION) return null;
  const to = withoutVenue(annotated, sentence, { from, to: end });
  if (from < cue.to) return { from, to: pastBracket(annotated, sentence, { from, to }) };
  if (end < source.to) return { from, to };
  const bearer = nameBehindName(annotated, sentence, { from, to });
  if (bearer) return bearer;
  return { from, to: pastName(annotated, sentence, from, pastTied(annotated, sentence, to)) };
}

/** A role, body or name at `word` with all that belongs to it; undefined if nobody who can speak stands there. */
export function speakerFrom(
  annotated: AnnotatedText,
  sentence: Sentence,
  word: number,
): WordSpan | undefined {
  const phrase = phraseFrom(sentence, word);
  if (!phrase || phrase.pronoun) return undefined;
  const head = headOf(annotated, phrase.from, phrase.to);
  const isSpeaker =
    SPEAKERS.some((list) => annotated.lexicon.has(head, list)) ||
    (annotated.classes.of[head] === NAME && kindOf(annotated, word, head) !== 'time');
  if (!isSpeaker) return undefined;
  const tied = pastTied(annotated, sentence, phrase.to);
  return { from: word, to: pastName(annotated, sentence, word, tied) };
}

/**
 * "Reconocen | los médicos del hospital | que …": whoever stands right behind a verb that opens its sentence.
 * @param behind the word behind the verb
 */
export function subjectOfOpening(
  annotated: AnnotatedText,
  sentence: Sentence,
  behind: number,
): WordSpan | undefined {
  const { gaps, lexicon } = annotated;
  // Where the verb comes second, one that opens its sentence asks, or states a condition.
  if (lexicon.profile.verbSecond) return undefined;
  if (behind - sentence.from > MOST_IN_OPENING || gaps[behind] !== PLAIN) return undefined;
  for (let w = sentence.from; w + 1 < behind; w++)
    if (gaps[w + 1] !== PLAIN || !isSmall(annotated.classes.of[w])) return undefined;
  const subject = speakerFrom(annotated, sentence, behind);
  if (!subject) return undefined;
  return { from: subject.from, to: upToThat(annotated, subject) };
}

const isSmall = (kind: number | undefined): boolean => kind === ADVERB || kind === AUXILIARY;

/** "Ya lo ha reconocido" */
const MOST_IN_OPENING = 4;

/** "una de | las vecinas", "trois des | élus": with whom of them it was. */
function withOneOf(
  { classes: { of }, gaps, markOf }: AnnotatedText,
  sentence: Sentence,
  { from }: WordSpan,
): number {
  const one = from - 2;
  if (one < sentence.from || of[from - 1] !== PREPOSITION || markOf[one] !== -1) return from;
  if (gaps[from] !== PLAIN || gaps[from - 1] !== PLAIN) return from;
  return of[one] === DETERMINER || of[one] === NUMBER ? one : from;
}

/** "la Asociación de | Vecinos", "el diario | La Marea", "Ana Lerma y | Tomás Egea": in front of a verb, with whoever the last words belong to. */
function withHead(annotated: AnnotatedText, sentence: Sentence, source: WordSpan): WordSpan {
  const { classes, gaps, lexicon } = annotated;
  let { from } = source;
  for (let tied = 0; tied < MOST_TIED; tied++) {
    if (from <= sentence.from || gaps[from] !== PLAIN) break;
    const isNear = sentence.phrases[numberFrom(sentence.phrases, from) - 1];
    if (!isNear || isNear.pronoun) break;
    const isOwner =
      isNear.reach === from - 1 && gaps[from - 1] === PLAIN && lexicon.has(from - 1, 'attachment');
    const isName =
      isNear.reach === from &&
      classes.of[source.to - 1] === NAME &&
      lexicon.has(isNear.to - 1, 'group-noun');
    const isPair =
      isNear.reach === from - 1 &&
      classes.of[from - 1] === COORDINATOR &&
      classes.of[from] === NAME &&
      isNear.from === sentence.from &&
      allNames(annotated, isNear);
    if (!isPair && !((isOwner || isName) && isBody(annotated, isNear))) break;
    from = isNear.from;
  }
  return { from, to: source.to };
}

function isBody({ lexicon }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (SPEAKERS.some((list) => lexicon.has(w, list))) return true;
  return false;
}

/** "el portavoz del grupo en la Cámara, | Luis Vega, calificó": with what the name in commas says who somebody is. */
function withRole(
  annotated: AnnotatedText,
  sentence: Sentence,
  first: number,
  { from, to }: WordSpan,
): number {
  const { classes, gaps } = annotated;
  const { phrases } = sentence;
  if (first < from || gaps[from] !== COMMA || (gaps[to] !== COMMA && gaps[to] !== BRACKET))
    return first;
  if (!allNames(annotated, { from, to })) return first;
  let number = numberFrom(phrases, from) - 1;
  let last = phrases[number];
  if (!last || (last.to !== from && last.reach !== from)) return first;
  for (let tied = 0; tied <= MOST_TIED && last; tied++) {
    const isOpening = last.from === sentence.from && classes.of[last.from] === DETERMINER;
    if (isOpening || ROLES.some((list) => holds(annotated, last as WordSpan, list)))
      return last.from;
    const before: NounPhrase | undefined = phrases[--number];
    const isTied = before?.reach === last.from - 1 && classes.of[last.from - 1] === PREPOSITION;
    if (!isTied || gaps[last.from] !== PLAIN || gaps[last.from - 1] !== PLAIN) return first;
    last = before;
  }
  return first;
}

/** "la representante ante la Organización de Puertos | (ODP), Beatriz Ramos, aseguró": up to the name in commas behind an acronym. */
function pastBracket(
  annotated: AnnotatedText,
  { phrases }: Sentence,
  { from, to }: WordSpan,
): number {
  const { classes, gaps } = annotated;
  if (gaps[to] !== BRACKET) return to;
  const last = phrases[numberFrom(phrases, to) - 1];
  const name = phrases[numberFrom(phrases, to)];
  const isBehind = last?.to === to && name?.from === last.reach && gaps[name.from] !== PLAIN;
  if (!isBehind || gaps[name.to] !== COMMA || classes.of[last.to - 1] === NUMBER) return to;
  return classes.of[from] === DETERMINER && allNames(annotated, name) ? name.to : to;
}

/** "trener „Wisły” | Jan Sum": whoever has a name behind a role and a name in marks; without these, which would be taken for a part of it. */
function nameBehindName(
  annotated: AnnotatedText,
  sentence: Sentence,
  { from, to }: WordSpan,
): WordSpan | null {
  const { classes, gaps, markOf } = annotated;
  if (to >= sentence.to || gaps[to] !== QUOTE_MARK || markOf[to] !== -1) return null;
  if (classes.of[to - 1] !== NAME || !ROLES.some((list) => holds(annotated, { from, to }, list)))
    return null;
  const name = phraseFrom(sentence, to);
  return name && allNames(annotated, name) ? { from: name.from, to: name.to } : null;
}

/** "Prezident | na Facebooku", "эксперт Игорь Тишков | в комментарии «Времени»": without where it was said. */
function withoutVenue(
  annotated: AnnotatedText,
  sentence: Sentence,
  { from, to }: WordSpan,
): number {
  const { lexicon } = annotated;
  for (let w = from + 1; w < to; w++)
    if (
      lexicon.has(w, 'venue-preposition') &&
      adverbialAt(annotated, sentence, w)?.kind === 'venue'
    )
      return w;
  return to;
}
