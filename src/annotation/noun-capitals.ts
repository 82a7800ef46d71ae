/**
 * Languages that write every noun with a capital, as German does: a capital alone makes no name there, and its lack
 * tells verbs from nouns. Their profiles have `nounCapitals`.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { LexiconName } from '../rules/lexicons.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import { ALL_CAPS, CAPITAL } from '../text/words.ts';
import { COMMA, LINE_BREAK, PLAIN, STOP } from './punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  NAME,
  NOUN,
  NUMBER,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
  TIME,
  VERB,
} from './tags.ts';

const COMMON: readonly LexiconName[] = [
  'common-noun',
  'role',
  'role-plural',
  'title',
  'spokesperson',
  'group-noun',
  'organisation',
  'document',
  'medium',
];
const NAMES: readonly LexiconName[] = ['given-name', 'place', 'organisation-name', 'demonym'];

/** A noun that is no name; of compounds that no list holds ("Sportministerin") the ending tells. */
export function isCommonNoun({ words, folded }: Document, lexicon: Lexicon, i: number): boolean {
  if ((words.shape[i] as number) & ALL_CAPS || NAMES.some((list) => lexicon.has(i, list)))
    return false;
  if (COMMON.some((list) => lexicon.has(i, list))) return true;
  const list = lexicon.endingOf(folded.slice(words.start[i], words.end[i]));
  return list !== undefined && COMMON.includes(list);
}

/** Folded surnames: words with a capital right behind a given name. "Ruth Kern" makes a later "Kern" a name. */
export function findSurnames(
  { words, folded }: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
): ReadonlySet<string> {
  const found = new Set<string>();
  for (let i = 1; i < words.count; i++) {
    const isCapital = ((words.shape[i] as number) & CAPITAL) !== 0;
    const given = isCapital ? givenNameBefore({ words }, lexicon, gaps, i) : -1;
    // "Ursula von der Lühe" makes "der Lühe" a name.
    if (given >= 0) found.add(folded.slice(words.start[i - 1], words.end[i]));
    if (
      !isCapital ||
      gaps[i] !== PLAIN ||
      lexicon.has(i, 'given-name') ||
      !isGivenName({ words, folded }, lexicon, i - 1)
    )
      continue;
    if ((words.shape[i - 1] as number) & CAPITAL)
      found.add(folded.slice(words.start[i], words.end[i]));
  }
  return found;
}

/** A given name of the language, or one of another that no list of nouns holds. */
function isGivenName(
  { words, folded }: Pick<Document, 'words' | 'folded'>,
  lexicon: Lexicon,
  word: number,
): boolean {
  if (lexicon.has(word, 'given-name')) return true;
  if (lexicon.isListed(word)) return false;
  const text = folded.slice(words.start[word], words.end[word]);
  return lexicon.endingOf(text) === undefined && lexicon.isGivenName(text);
}

/** Small words between a given name and a surname at most: "von der". */
const MOST_PARTICLES = 3;

/** The given name that particles alone part from a word, or -1. */
function givenNameBefore(
  { words }: Pick<Document, 'words'>,
  lexicon: Lexicon,
  gaps: Uint8Array,
  word: number,
): number {
  for (let w = word - 1; w > 0 && w >= word - MOST_PARTICLES; w--) {
    if (gaps[w + 1] !== PLAIN || (words.shape[w] as number) & CAPITAL) return -1;
    const isParticle = lexicon.has(w, 'name-particle');
    if (!isParticle && !(lexicon.has(w, 'article') && lexicon.has(w - 1, 'name-particle')))
      return -1;
    const isGiven = ((words.shape[w - 1] as number) & CAPITAL) !== 0 && gaps[w] === PLAIN;
    if (isParticle && isGiven && lexicon.has(w - 1, 'given-name')) return w - 1;
  }
  return -1;
}

/** A noun that stands as a surname: behind a name or title, or where no article or adjective is in front. */
export function isSurname(
  { words, folded }: Document,
  surnames: ReadonlySet<string>,
  gaps: Uint8Array,
  i: number,
  before: number,
): boolean {
  if (i > 0 && surnames.has(folded.slice(words.start[i - 1], words.end[i]))) return true;
  if (!surnames.has(folded.slice(words.start[i], words.end[i]))) return false;
  // "„…“, sagte Kern": what opens a clause in front of a surname is a verb, though it looks like an adjective.
  const isAdjective =
    before === NOUN && gaps[i - 1] === PLAIN && ((words.shape[i - 1] ?? 0) & CAPITAL) === 0;
  return before !== DETERMINER && before !== POSSESSIVE && !isAdjective;
}

/**
 * Behind an article, a possessive or an adjective an unknown word with a capital is a noun: "am Rande", "der neue Deich", "der
 * 54-Jährige". So is somebody called by where they come from, unless it belongs to the noun behind: "der Wiener | Bürgermeister".
 */
export function isUnknownNoun(
  { text, words }: Document,
  lexicon: Lexicon,
  i: number,
  before: number,
): boolean {
  if ((words.shape[i] as number) & ALL_CAPS) return false;
  const isAttribute =
    text[words.end[i] as number] === ' ' && ((words.shape[i + 1] ?? 0) & CAPITAL) !== 0;
  const isNamed = NAMES.some((list) => lexicon.has(i, list));
  if (isNamed && (isAttribute || !lexicon.has(i, 'demonym'))) return false;
  if (before === NUMBER) return text[(words.start[i] as number) - 1] === '-';
  const isAdjective = before === NOUN && ((words.shape[i - 1] ?? 0) & CAPITAL) === 0;
  return (
    before === DETERMINER ||
    before === POSSESSIVE ||
    isAdjective ||
    lexicon.has(i - 1, 'contraction')
  );
}

/**
 * "Ihr Sprecher", "sein neuer Anwalt": a word that may be a pronoun or a verb too is a possessive in front of a noun, with or without an adjective
 * that no list holds.
 */
export function isPossessive(
  { words }: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
  i: number,
): boolean {
  if (!lexicon.has(i, 'pronoun-possessive')) return false;
  const isCapital = (word: number): boolean =>
    gaps[word] === PLAIN && ((words.shape[word] ?? 0) & CAPITAL) !== 0;
  return (
    isCapital(i + 1) || (gaps[i + 1] === PLAIN && !lexicon.isListed(i + 1) && isCapital(i + 2))
  );
}

/** A word without a capital right behind a noun or pronoun: no part of their phrase, so a verb or close to one. */
export function isBehindHead({ words }: Document, i: number, before: number): boolean {
  if (before === PRONOUN) return true;
  return (before === NOUN || before === NAME) && ((words.shape[i - 1] ?? 0) & CAPITAL) !== 0;
}

/** "…, der den Plan ablehnte": an article behind a comma, in front of what no noun phrase begins with. */
export function isRelativeArticle(
  lexicon: Lexicon,
  of: Uint8Array,
  gaps: Uint8Array,
  i: number,
): boolean {
  const isBehindComma = gaps[i] === COMMA || (of[i - 1] === PREPOSITION && gaps[i - 1] === COMMA);
  return (
    isBehindComma &&
    gaps[i + 1] === PLAIN &&
    canFollowRelative(of[i + 1]) &&
    lexicon.has(i, 'relative-article')
  );
}

function canFollowRelative(kind: number | undefined): boolean {
  switch (kind) {
    case DETERMINER:
    case POSSESSIVE:
    case PRONOUN:
    case PREPOSITION:
    case AUXILIARY:
    case ADVERB:
    case TIME:
    case VERB:
      return true;
    default:
      return false;
  }
}

/** "Das Schreiben", "der erklärte Gegner": a form of a cue that is a noun or an adjective. */
export function isNounOrAdjective(
  { words }: Document,
  of: Uint8Array,
  { from, to, form }: CueHit,
): boolean {
  if ((words.shape[from] as number) & CAPITAL)
    return of[from] === NAME || form === 'base' || form === 'ing';
  if (to - from !== 1 || from === 0 || (of[to] !== NOUN && of[to] !== NAME)) return false;
  const isNext = (word: number): boolean =>
    (words.start[word] as number) - (words.end[word - 1] as number) === 1;
  if (!isNext(from) || !isNext(to)) return false;
  const before = of[from - 1];
  if (before === ADVERB || before === TIME) return of[from - 2] === DETERMINER;
  if (before === NOUN)
    return ((words.shape[from - 1] as number) & CAPITAL) === 0 && opensNoun(of[from - 2]);
  return opensNoun(before);
}

function opensNoun(kind: number | undefined): boolean {
  return kind === DETERMINER || kind === POSSESSIVE || kind === PREPOSITION;
}

/** How far behind its verb a particle may stand. */
const REACH_OF_PARTICLE = 30;

/**
 * The word that completes a separable verb ("wies … zurück"), by the verb's base form (»zurückweisen«): -1 where it is
 * missing, undefined where none is needed. A form that does not begin like its base lacks the particle; where verb and
 * particle begin alike ("fuhr … fort"), a list tells. The particle stands at the end of its clause.
 */
export function particleOf(
  { words, folded }: Document,
  lexicon: Lexicon,
  of: Uint8Array,
  gaps: Uint8Array,
  { from, to, form }: CueHit,
  base: string,
): number | undefined {
  if (to - from !== 1 || (form !== 'past' && form !== 'present')) return undefined;
  const text = (word: number): string => folded.slice(words.start[word], words.end[word]);
  const verb = text(from);
  if (verb[0] === base[0] && !lexicon.has(from, 'split-verb')) return undefined;
  for (let w = to; w < Math.min(words.count, from + REACH_OF_PARTICLE); w++) {
    if (gaps[w] === STOP || gaps[w] === LINE_BREAK) return -1;
    const word = text(w);
    if (word.length < LEAST_OF_PARTICLE || !base.startsWith(word) || verb.startsWith(word))
      continue;
    const next = w + 1;
    if (
      next >= words.count ||
      gaps[next] !== PLAIN ||
      of[next] === COORDINATOR ||
      of[next] === SUBORDINATOR
    )
      return w;
  }
  return -1;
}

const LEAST_OF_PARTICLE = 2;

/** Whether a word that may be a pronoun opens a noun phrase: "dieser Plan", "viele alte Leute"; not "dieser sagte". */
export function opensPhrase(
  { words, folded }: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
  i: number,
): boolean {
  if (!lexicon.has(i, 'determiner')) return false;
  const hasCapital = (word: number): boolean =>
    gaps[word] === PLAIN && ((words.shape[word] as number) & CAPITAL) !== 0;
  if (hasCapital(i + 1)) return true;
  const isListed = gaps[i + 1] !== PLAIN || lexicon.isListed(i + 1);
  return (
    !isListed &&
    ADJECTIVE.test(folded.slice(words.start[i + 1], words.end[i + 1])) &&
    hasCapital(i + 2)
  );
}

/** An ending that adjectives have in front of their noun and few verbs have. */
const ADJECTIVE = /e[mrs]?$/;
