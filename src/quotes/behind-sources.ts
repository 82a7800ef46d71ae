/**
 * What belongs to a source behind it: mentions that prepositions tie to it, the name in apposition, a description in commas.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { NAME, NOUN, NUMBER, PREPOSITION, RELATIVE, TIME, isVerbal } from '../annotation/tags.ts';
import type { WordSpan } from '../text/spans.ts';

/** Phrases that may be tied to a source, one behind the other. Set by hand; it bounds the work. */
export const MOST_TIED = 3;

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
    if (gaps[w] !== PLAIN || isVerbal(kind)) return from;
  }
  return from;
}

/** Lists of what a person is. */
export const ROLES = ['role', 'spokesperson', 'title'] as const;
const MOST_IN_DESCRIPTION = 14;

/** Whether any of some words is in a list. */
export function holds(
  { lexicon }: AnnotatedText,
  { from, to }: WordSpan,
  list: (typeof ROLES)[number],
): boolean {
  for (let w = from; w < to; w++) if (lexicon.has(w, list)) return true;
  return false;
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
export function pastName(
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
  if (!allNames(annotated, name)) return tied;
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

/** Where a mention ends in front of a word for “that”, which looks like a part of it right behind a noun. */
export function upToThat({ lexicon }: AnnotatedText, { from, to }: WordSpan): number {
  for (let w = from + 1; w < to; w++) if (lexicon.has(w, 'complementizer')) return w;
  return to;
}

/** Whether all words are of a name. */
export function allNames({ classes: { of } }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (of[w] !== NAME) return false;
  return true;
}

/** Where a mention ends without a relative pronoun or verb that looks like a part of it. */
export function withoutRelative(annotated: AnnotatedText, { from, to }: WordSpan): number {
  const {
    classes: { of },
    lexicon,
  } = annotated;
  // "un vecino | que prefiere callar": an unlisted verb looks like a part of the mention.
  let end = upToThat(annotated, { from, to });
  while (
    end - from > 1 &&
    (of[end - 1] === RELATIVE ||
      lexicon.has(end - 1, 'relative') ||
      lexicon.has(end - 1, 'complementizer'))
  )
    end--;
  return end;
}
