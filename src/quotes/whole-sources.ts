/**
 * Sources in full, for languages that share the weights of English: these know no “de” between a role and its body, and end
 * a source in front of it.
 * @module
 */
import { adverbialAt, phraseFrom } from '../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { kindOf, headOf } from '../annotation/mention-types.ts';
import { COMMA, PLAIN, QUOTE_MARK } from '../annotation/punctuation.ts';
import {
  isCue,
  AUXILIARY,
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
  const from = withOneOf(annotated, sentence, source);
  const to = withoutVenue(annotated, sentence, { from, to: withoutRelative(annotated, source) });
  if (from < cue.to) return { from, to };
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
  const phrase = phraseFrom(sentence, from);
  if (!phrase || phrase.pronoun) return from;
  if (!ROLES.some((list) => holds(annotated, phrase, list))) return from;
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

function withoutRelative(
  { classes: { of }, lexicon }: AnnotatedText,
  { from, to }: WordSpan,
): number {
  let end = to;
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
function isThing({ classes: { of } }: AnnotatedText, { from, to }: WordSpan): boolean {
  for (let w = from; w < to; w++) if (of[w] === TIME || of[w] === NUMBER) return false;
  return of[to - 1] === NOUN || of[to - 1] === NAME || of[from] === NAME;
}

/** "el portavoz del Gobierno, | Luis Vega |": a name in commas behind a role. */
function pastName(annotated: AnnotatedText, sentence: Sentence, from: number, to: number): number {
  const { classes, gaps, markOf } = annotated;
  if (to >= sentence.to || gaps[to] !== COMMA || markOf[to] !== -1) return to;
  const source = phraseFrom(sentence, from);
  const name = phraseFrom(sentence, to);
  if (!source || !name || source.pronoun || classes.of[source.to - 1] === NAME) return to;
  if (!ROLES.some((list) => holds(annotated, source, list))) return to;
  for (let w = name.from; w < name.to; w++) if (classes.of[w] !== NAME) return to;
  return name.to >= sentence.to || gaps[name.to] !== PLAIN || markOf[name.to] !== -1 ? name.to : to;
}
