/**
 * Verbs that no rule has, known by their place alone: behind words in marks and in front of whoever said them, or between a
 * name and a colon.
 *
 * ```
 *   « Le pont est sûr », ironise Paul Mercier.        Mercier ironise : « Le pont est sûr. »
 *                        ^-----^                              ^-----^
 *   «Мост открыт!» – съязвил Ласкин.                  —No —murmuró Pérez—. Es tarde.
 *                    ^-----^                               ^-----^
 * ```
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { LexiconName } from '../rules/lexicons.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Rules } from '../rules/rules.ts';
import type { Document } from '../text/document.ts';
import { CAPITAL } from '../text/words.ts';
import { SPEAKERS } from './mention-types.ts';
import { COMMA, PLAIN } from './punctuation.ts';
import { BEHIND_QUOTE, BEHIND_SIGN, INSIDE, SpeechPlaces } from './speech-places.ts';
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  NAME,
  NOUN,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  TIME,
  VERB,
} from './tags.ts';

interface Ground {
  readonly doc: Document;
  readonly rules: Rules;
  readonly lexicon: Lexicon;
  readonly gaps: Uint8Array;
  /** The tag of each word. */
  readonly of: Uint8Array;
}

/** The hits of such verbs, in order. Linear in the text. @param cues those of verbs that rules have, in order */
export function unlistedVerbs(ground: Ground, cues: readonly CueHit[]): readonly CueHit[] {
  const { doc, rules } = ground;
  const rule = rules.cueRules.findIndex(({ unlisted }) => unlisted);
  if (rule < 0) return [];
  const lemma = rules.lemmas.firstOf(rule);
  const isKnown = new Uint8Array(doc.words.count);
  for (const { from, to } of cues) isKnown.fill(1, from, to);
  const places = new SpeechPlaces(doc, ground.gaps);
  const found: CueHit[] = [];
  for (let w = 0; w < doc.words.count; w++) {
    const verb = verbAt(ground, places, w, isKnown);
    if (verb <= (found.at(-1)?.from ?? -1)) continue;
    found.push({ from: verb, to: verb + 1, rule, lemma, form: 'past' });
  }
  return found;
}

/** The verb that the words from `w` on lead to, or the one in front of a quote that opens at `w`; else -1. */
function verbAt(ground: Ground, places: SpeechPlaces, w: number, isKnown: Uint8Array): number {
  const place = places.at(w);
  if (place === INSIDE) return canBeVerb(ground, w, isKnown) && isAside(ground, w) ? w : -1;
  // German has a comma there, or words with a verb of their own, and adjectives behind names in marks: „Argo“ beladener Airbus.
  const { nounCapitals } = ground.lexicon.profile;
  if (place === BEHIND_SIGN || (place === BEHIND_QUOTE && !nounCapitals)) {
    const verb = pastSmallWords(ground, w, VERB_GROUP);
    if (!canBeVerb(ground, verb, isKnown)) return -1;
    // “Titanic”, “El País”: a few words in marks may be a name, and “«Заря», нападающий Иванов” an apposition to it,
    // while “„Da”, a spus Popescu” has an auxiliary.
    const isLed = verb > w && ground.of[verb + 1] === NAME;
    if (places.isShort(w) && !places.isSpoken(w) && !isLed && !isPlainVerb(ground, verb)) return -1;
    return hasSpeaker(ground, verb, place === BEHIND_SIGN, verb === w) ? verb : -1;
  }
  return w > 0 &&
    !nounCapitals &&
    places.opensQuote(w) &&
    canBeVerb(ground, w - 1, isKnown) &&
    isBehindName(ground, w - 1)
    ? w - 1
    : -1;
}

/** Whether a word can be no noun: it ends like a verb, or an article or pronoun follows it. */
function isPlainVerb({ of, gaps }: Ground, word: number): boolean {
  const next = of[word + 1];
  if (of[word] === VERB) return true;
  return (
    gaps[word + 1] === PLAIN && (next === DETERMINER || next === POSSESSIVE || next === PRONOUN)
  );
}

/** Small words in front of a verb: "s'est-il | insurgé"; and between it and its subject. */
const VERB_GROUP: ReadonlySet<number> = new Set([ADVERB, AUXILIARY, PRONOUN]);
const BETWEEN: ReadonlySet<number> = new Set([ADVERB, TIME]);
const MOST_SMALL_WORDS = 4;

/** The first word from `w` on that is none of these, as long as only blanks part them. */
function pastSmallWords(ground: Ground, w: number, small: ReadonlySet<number>): number {
  const { of, gaps } = ground;
  let at = w;
  while (at < w + MOST_SMALL_WORDS && gaps[at + 1] === PLAIN) {
    if (!small.has(of[at] as number) && !isTiny(ground, at)) break;
    at++;
  }
  return at;
}

/** "a avertizat": one or two letters, which a language without lists of auxiliaries may have for one. */
export function isTiny(
  { doc: { words }, lexicon, of }: Pick<Ground, 'doc' | 'lexicon' | 'of'>,
  word: number,
): boolean {
  const letters = (words.end[word] ?? 0) - (words.start[word] ?? 0);
  return (
    letters <= 2 &&
    ((words.shape[word] ?? CAPITAL) & CAPITAL) === 0 &&
    (!lexicon.isListed(word) || (of[word] === NOUN && lexicon.has(word, 'function-word')))
  );
}

/** Whether a word may be a verb that nobody listed: without a capital, and nothing that lists or cues know. */
function canBeVerb(
  { doc: { words, folded }, lexicon, of }: Ground,
  word: number,
  isKnown: Uint8Array,
): boolean {
  if (word >= words.count || isKnown[word] || lexicon.isListed(word)) return false;
  if ((words.shape[word] as number) & CAPITAL || (of[word] !== NOUN && of[word] !== VERB))
    return false;
  if (lexicon.endingOf(folded.slice(words.start[word], words.end[word])) === 'noun-ending')
    return false;
  return (words.end[word] as number) - (words.start[word] as number) >= LEAST_LETTERS;
}

const LEAST_LETTERS = 3;

/** Lists of those who speak. */
const NAMED_SPEAKERS: readonly LexiconName[] = ['title', ...SPEAKERS];

/** « Ce projet, | poétise Paul Mercier, | coûtera plus »: a word and a name between commas. */
function isAside({ gaps, of }: Ground, verb: number): boolean {
  let at = verb + 1;
  while (at <= verb + MOST_IN_NAME && of[at] === NAME && gaps[at] === PLAIN) at++;
  return at > verb + 1 && gaps[at] === COMMA;
}

const MOST_IN_NAME = 4;

/**
 * Whether what follows a verb may be who speaks.
 * @param isClear whether more than a mark stands in front of the verb
 * @param isBare whether no auxiliary does
 */
function hasSpeaker(ground: Ground, verb: number, isClear: boolean, isBare: boolean): boolean {
  const { of, gaps, lexicon } = ground;
  const isVerb = of[verb] === VERB;
  const next = verb + 1;
  if (gaps[next] !== PLAIN) return isClear && isVerb;
  const first = pastSmallWords(ground, lexicon.has(next, 'liaison') ? next + 1 : next, BETWEEN);
  if (gaps[first] !== PLAIN) return isClear && isVerb;
  switch (of[first]) {
    case NAME:
    case PRONOUN:
      return true;
    case DETERMINER:
    case POSSESSIVE:
      return isClear || of[first + 1] === NAME || isSpeaker(lexicon, first + 1);
    case NOUN:
      if (lexicon.profile.nounCapitals) return isClear && isBareName(ground, first);
      return isClear && (isVerb || isSpeaker(lexicon, first) || of[first + 1] === NAME);
    // "the “Night Choir,” directed | by Reed", "“Evil Empire,” voiced | in Berlin": a participle; English has no other verb there.
    case PREPOSITION:
      if (lexicon.profile.fittedQuotes || (isBare && lexicon.has(first, 'passive-agent')))
        return false;
      return isClear && isVerb;
    default:
      return false;
  }
}

/**
 * „…“, raunzte | Häberle: where every noun has a capital, one without an article that no list holds is a name; and a word
 * without a capital is no noun: „Argo“, besser | bekannt als …
 */
function isBareName({ doc: { words }, lexicon, of }: Ground, word: number): boolean {
  if (((words.shape[word] as number) & CAPITAL) === 0) return false;
  return isSpeaker(lexicon, word) || of[word + 1] === NAME || !lexicon.isListed(word);
}

function isSpeaker(lexicon: Lexicon, word: number): boolean {
  return NAMED_SPEAKERS.some((list) => lexicon.has(word, list));
}

/** "Mercier ironise", "elle a ironisé": a name or pronoun, then the verb with its small words. */
function isBehindName({ doc: { words }, of, gaps }: Ground, verb: number): boolean {
  let at = verb - 1;
  for (; at > verb - 1 - MOST_SMALL_WORDS && at >= 0; at--) {
    if (gaps[at + 1] !== PLAIN) return false;
    if (of[at] !== ADVERB && of[at] !== AUXILIARY) break;
  }
  if (of[at] === NAME || of[at] === PRONOUN) return true;
  // A capital that opens a sentence may be a name's, if what follows looks like a verb.
  return of[verb] === VERB && ((words.shape[at] ?? 0) & CAPITAL) !== 0;
}
