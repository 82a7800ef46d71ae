/**
 * Sources in full, for languages that share the weights of English: these know no “de” between a role and its body, and end
 * a source in front of it.
 * @module
 */
import { adverbialAt, phraseFrom } from '../annotation/adverbials.ts';
import { numberFrom, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import type { NounPhrase } from '../annotation/noun-phrases.ts';
import { kindOf, headOf } from '../annotation/mention-types.ts';
import { BRACKET, COMMA, PLAIN, QUOTE_MARK } from '../annotation/punctuation.ts';
import {
  isCue,
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  NAME,
  NOUN,
  NUMBER,
  PREPOSITION,
  RELATIVE,
  TIME,
  VERB,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { SPEAKERS } from './candidates/inverted-subjects.ts';

/** Phrases that may be tied to a source, one behind the other. Set by hand; it bounds the work. */
const MOST_TIED = 3;

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
  // A word for “that” right behind a noun looks like a part of its phrase.
  for (let w = subject.from + 1; w < subject.to; w++)
    if (lexicon.has(w, 'complementizer')) return { from: subject.from, to: w };
  return subject;
}

const isSmall = (kind: number | undefined): boolean => kind === ADVERB || kind === AUXILIARY;

/** "Ya lo ha reconocido" */
const MOST_IN_OPENING = 4;

/**
 * "Segundo Rui Prado, | diretor do hospital, | a ala fecha": behind a comma, what somebody is, up to the next comma; where it ends,
 * or `from`.
 */
export function pastDescription(
  annotated: AnnotatedText,
  sentence: Sentence,
  from: number,
): number {
  const { classes, gaps, lexicon } = annotated;
  if (gaps[from] !== COMMA) return from;
  // "el teniente Jonas Braz, | del Cuerpo de Bomberos, | …"
  const isTied = lexicon.has(from, 'attachment');
  const phrase = phraseFrom(sentence, isTied ? from + 1 : from);
  if (!phrase || phrase.pronoun) return from;
  if (!isTied && !ROLES.some((list) => holds(annotated, phrase, list))) return from;
  const last = Math.min(sentence.to, from + MOST_IN_DESCRIPTION);
  for (let w = from + 1; w < last; w++) {
    if (gaps[w] === COMMA && !lexicon.has(w, 'conjunction')) return w;
    const kind = classes.of[w];
    if (gaps[w] !== PLAIN || kind === VERB || kind === AUXILIARY || isCue(kind)) return from;
  }
  return from;
}

const ROLES = ['role', 'spokesperson', 'title'] as const;
const MOST_IN_DESCRIPTION = 14;

function holds(
  { lexicon }: AnnotatedText,
  { from, to }: WordSpan,
  list: (typeof ROLES)[number],
): boolean {
  for (let w = from; w < to; w++) if (lexicon.has(w, list)) return true;
  return false;
}

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

function allNames({ classes: { of } }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (of[w] !== NAME) return false;
  return true;
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
  for (let w = from; w < to; w++) if (classes.of[w] !== NAME) return first;
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

function withoutRelative(
  { classes: { of }, lexicon }: AnnotatedText,
  { from, to }: WordSpan,
): number {
  let end = to;
  // "un vecino | que prefiere callar": an unlisted verb looks like a part of the mention.
  for (let w = from + 1; w < end; w++) if (lexicon.has(w, 'complementizer')) end = w;
  while (
    end - from > 1 &&
    (of[end - 1] === RELATIVE ||
      lexicon.has(end - 1, 'relative') ||
      lexicon.has(end - 1, 'complementizer'))
  )
    end--;
  return end;
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
  if (!name || name.pronoun) return null;
  for (let w = name.from; w < name.to; w++) if (classes.of[w] !== NAME) return null;
  return { from: name.from, to: name.to };
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

/** The word behind what prepositions tie to a mention that ends in front of `to`. */
export function pastTied(annotated: AnnotatedText, sentence: Sentence, to: number): number {
  const { gaps, lexicon, markOf } = annotated;
  let end = to;
  for (let tied = 0; tied < MOST_TIED && end + 1 < sentence.to; tied++) {
    if (gaps[end] !== PLAIN || gaps[end + 1] !== PLAIN || markOf[end] !== -1) break;
    if (!lexicon.has(end, 'attachment')) break;
    const phrase = phraseFrom(sentence, end + 1) ?? phraseFrom(sentence, end + 2);
    if (!phrase || phrase.pronoun || !isThing(annotated, phrase)) break;
    end = withoutRelative(annotated, phrase);
  }
  return end;
}

/** Not a time or a number: "la mujer | de 35 años". */
function isThing(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  const { of } = annotated.classes;
  // "la afirmación de Reed de | que …"
  if (annotated.lexicon.has(from, 'complementizer')) return false;
  for (let w = from; w < to; w++) if (of[w] === TIME || of[w] === NUMBER) return false;
  return of[to - 1] === NOUN || of[to - 1] === NAME || of[from] === NAME;
}

/** "el portavoz del Gobierno, | Luis Vega |": a name in commas behind a role. */
function pastName(
  annotated: AnnotatedText,
  sentence: Sentence,
  from: number,
  tied: number,
): number {
  const { classes, gaps, markOf } = annotated;
  const to = pastField(annotated, sentence, tied);
  if (to >= sentence.to || gaps[to] !== COMMA || markOf[to] !== -1) return tied;
  const source = phraseFrom(sentence, from);
  const name = phraseFrom(sentence, to);
  if (!source || !name || source.pronoun || classes.of[source.to - 1] === NAME) return tied;
  if (!ROLES.some((list) => holds(annotated, source, list))) return tied;
  for (let w = name.from; w < name.to; w++) if (classes.of[w] !== NAME) return tied;
  return name.to >= sentence.to || gaps[name.to] !== PLAIN || markOf[name.to] !== -1
    ? name.to
    : tied;
}

/** "l'assessore | ai Trasporti, | Bruno Sala", "le conseiller | à la culture, | Luc Arnaud": what somebody is for, in front of the comma; else where it was. */
function pastField(annotated: AnnotatedText, sentence: Sentence, to: number): number {
  const { classes, gaps, markOf } = annotated;
  if (to + 1 >= sentence.to || gaps[to] !== PLAIN || classes.of[to] !== PREPOSITION) return to;
  const field = phraseFrom(sentence, to + 1) ?? phraseFrom(sentence, to + 2);
  if (!field || field.pronoun || markOf[to] !== -1) return to;
  const end = pastTied(annotated, sentence, field.to);
  return end < sentence.to && gaps[end] === COMMA ? end : to;
}
