/**
 * Mentions in front of a cue that cannot be its source, whatever the weights.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { SPEAKERS } from '../../annotation/mention-types.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { beforeVerb } from '../../annotation/subjects.ts';
import {
  ADVERB,
  AUXILIARY,
  isCue,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { Takes } from '../../rules/types.ts';
import type { WordSpan } from '../../text/spans.ts';
import { canSpeak } from '../uncued/actors.ts';

/** "Ai tifosi è stato detto", "A los vecinos les dijeron": behind such a preposition stands who hears. */
export function isHearer(
  { classes, gaps, lexicon }: AnnotatedText,
  { from, to }: Pick<Sentence, 'from' | 'to'>,
  phrase: NounPhrase,
): boolean {
  const { cases, fittedQuotes } = lexicon.profile;
  if (fittedQuotes || cases || phrase.from <= from || phrase.to > to) return false;
  const before = phrase.from - 1;
  const isTied = classes.of[before] === PREPOSITION && gaps[phrase.from] === PLAIN;
  return isTied && before === from && lexicon.has(before, 'addressee-preposition');
}

/** "a spokesman for | Reed": Reed does not speak. */
export function isRepresented(
  { classes, lexicon }: AnnotatedText,
  sentence: Sentence,
  from: number,
): boolean {
  const isTied = from - 2 >= sentence.from && classes.of[from - 1] === PREPOSITION;
  return isTied && lexicon.has(from - 2, 'spokesperson');
}

/** "Hale, | whom Reed on Monday called “a friend”": with the subject right behind it, a relative pronoun is what is spoken of. */
export function isObjectOfClause(
  { classes, gaps, lexicon }: AnnotatedText,
  { from, to }: NounPhrase,
  next: NounPhrase | undefined,
  cue: CueHit,
): boolean {
  const { profile } = lexicon;
  const isRelative =
    classes.of[from] === RELATIVE || lexicon.at(from, 'pronoun')?.attribute === 'relative';
  if (profile.verbFinal || profile.cases) return false;
  // "a quien llamó «mentiroso»", "uno de ellos dijo": a pronoun behind a preposition does not speak.
  const isPronoun = isRelative || classes.of[from] === PRONOUN;
  if (
    !profile.fittedQuotes &&
    isPronoun &&
    classes.of[from - 1] === PREPOSITION &&
    gaps[from] === PLAIN
  )
    return true;
  if (!isRelative) return false;
  return next !== undefined && next.from === to && next.to <= cue.from && gaps[to] === PLAIN;
}

/**
 * "la embajadora ante | la OEA dijo": what a preposition ties to a mention does not speak by itself. Weights fitted on a language know best after which
 * prepositions it may.
 */
export function isTiedTo(
  annotated: AnnotatedText,
  before: NounPhrase | undefined,
  { from }: NounPhrase,
): boolean {
  const { classes, gaps, lexicon } = annotated;
  if (lexicon.profile.fittedQuotes || !before || before.pronoun) return false;
  if (before.to !== from - 1 || classes.of[before.to] !== PREPOSITION) return false;
  if (gaps[before.to] !== PLAIN || gaps[from] !== PLAIN || lexicon.has(before.to, 'agent'))
    return false;
  for (let w = before.from; w < before.to; w++)
    if (SPEAKERS.some((list) => lexicon.has(w, list))) return true;
  return false;
}

/**
 * "endorsed | her, citing …", "l'ha definita": a pronoun that is no subject, or an article that stands for one. Behind a fixed
 * expression it may name the source: "according to | her".
 */
export function isObject(
  { classes, lexicon, markOf }: AnnotatedText,
  { from, to }: WordSpan,
  cue: CueHit,
): boolean {
  if (from + 1 !== to) return false;
  // "citing | her “long experience”": it owns the words in marks.
  if (classes.of[from] === POSSESSIVE && markOf[from] === -1 && (markOf[to] ?? -1) !== -1)
    return true;
  if (cue.form === 'phrase') return false;
  if (lexicon.has(from, 'pronoun-object')) return !lexicon.has(from, 'pronoun');
  return lexicon.has(from, 'article') && !lexicon.profile.cases;
}

/** "beschrieb | den Hergang": in languages with cases, what its article makes an object is no source of a verb, unless a preposition says what it is. */
export function isOtherCase(
  { classes, gaps, lexicon }: AnnotatedText,
  sentence: Sentence,
  { from }: WordSpan,
  cue: CueHit,
): boolean {
  if (!lexicon.profile.cases || cue.form === 'phrase' || !lexicon.has(from, 'oblique'))
    return false;
  const isTied = from > sentence.from && gaps[from] === PLAIN;
  return !isTied || classes.of[from - 1] !== PREPOSITION;
}

/** "Reed nannte | sie „fahrlässig“": behind a verb with somebody right in front who can be its subject, a pronoun is its object. */
export function isPronounObject(
  annotated: AnnotatedText,
  sentence: Sentence,
  phrase: NounPhrase,
  cue: CueHit,
): boolean {
  const { lexicon, rules } = annotated;
  if (!lexicon.profile.cases || !phrase.pronoun || phrase.from !== cue.to) return false;
  if (cue.form !== 'past' && cue.form !== 'present') return false;
  if (!rules.cueRules[cue.rule]?.takes.includes('object-complement')) return false;
  const subject = beforeVerb(annotated, sentence, cue.from);
  return subject !== undefined && canSpeak(annotated, subject);
}

/** "des sources au ministère | ont assuré": nothing but the verb's own small words in between. */
export function isRightInFront(
  { classes: { of }, gaps }: AnnotatedText,
  to: number,
  cue: CueHit,
): boolean {
  for (let w = to; w < cue.from; w++)
    if (gaps[w] !== PLAIN || (of[w] !== ADVERB && of[w] !== AUXILIARY)) return false;
  return true;
}

/** "Según explicó, | el viento …": an expression that ends with its own verb has no source behind a comma. */
export function isBareTag(
  { classes: { of }, gaps, lexicon }: AnnotatedText,
  { form, to }: CueHit,
): boolean {
  if (lexicon.profile.fittedQuotes) return false;
  return form === 'phrase' && isCue(of[to - 1]) && gaps[to] === COMMA;
}

/** What a cue takes where it stands. */
export function takesOf(annotated: AnnotatedText, cue: CueHit): readonly Takes[] {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  return isBareTag(annotated, cue) ? takes.filter((one) => one !== 'source-after') : takes;
}
