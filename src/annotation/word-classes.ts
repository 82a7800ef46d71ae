/**
 * Word classes: what each word can be in a sentence, from the word lists and its shape. No tagger: the lists hold the
 * closed classes and the frequent verbs, and everything else is taken for part of a noun phrase.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { LexiconName } from '../rules/lexicons.ts';
import type { Document } from '../text/document.ts';
import { ALL_CAPS, CAPITAL, NUMERIC } from '../text/words.ts';
import { isBareSubject } from './bare-subjects.ts';
import {
  findSurnames,
  isBehindHead,
  isCommonNoun,
  isPossessive,
  isRelativeArticle,
  isSurname,
  isUnknownNoun,
  opensPhrase,
} from './noun-capitals.ts';
import { hasPossessiveS, withoutPossessive } from './possessives.ts';
import { COLON, COMMA, LINE_BREAK, PLAIN, STOP } from './punctuation.ts';
import { markTitleLines } from './title-lines.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  DETERMINER,
  NAME,
  NOUN,
  NUMBER,
  PARTICIPLE,
  POSSESSIVE,
  PREPOSITION,
  PRONOUN,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
  type WordClasses,
} from './tags.ts';

/** @param gaps see `classifyGaps` */
export function classifyWords(doc: Document, lexicon: Lexicon, gaps: Uint8Array): WordClasses {
  const { words } = doc;
  const of = new Uint8Array(words.count);
  const opening = new Uint8Array(words.count);
  for (let i = 0; i < words.count; i++)
    opening[i] = opens(doc, lexicon, i, gaps[i] as number) ? OPENS : 0;
  // Where every noun has a capital, headlines have no more of them than other lines.
  if (!lexicon.profile.nounCapitals) markTitleLines(doc, opening);
  const ground: Ground = {
    doc,
    lexicon,
    gaps,
    opening,
    namesInside: capitalsInside(doc, opening),
    closedAt: lexicon.firstOf(CLOSED.map(([list]) => list)),
    timeAt: lexicon.firstOf(['month', 'weekday']),
  };
  const { nounCapitals } = lexicon.profile;
  const surnames = nounCapitals ? findSurnames(doc, lexicon, gaps) : NOBODY;
  for (let i = 0; i < words.count; i++) {
    const kind =
      nounCapitals && isPossessive(doc, lexicon, gaps, i) ? POSSESSIVE : classify(ground, i);
    const before = of[i - 1] ?? NOUN;
    if (kind === NAME && nounCapitals && isNoun(doc, lexicon, gaps, i, before))
      of[i] = isSurname(doc, surnames, gaps, i, before) ? NAME : NOUN;
    else of[i] = kind === NOUN ? unlisted(doc, lexicon, i, of) : kind;
    if (of[i] === DETERMINER && isPrepositionToo(doc, lexicon, gaps, i)) of[i] = PREPOSITION;
  }
  if (lexicon.endings('plural-verb-ending').length > 0)
    for (let i = 0; i < words.count; i++)
      if (opening[i] === OPENS && isBareSubject(doc, lexicon, gaps, of, i)) of[i] = NAME;
  for (let i = 1; i < words.count; i++)
    if (isRelativeArticle(lexicon, of, gaps, i)) of[i] = RELATIVE;
  return { of, opening };
}

function isNoun(
  doc: Document,
  lexicon: Lexicon,
  gaps: Uint8Array,
  i: number,
  before: number,
): boolean {
  return (
    isCommonNoun(doc, lexicon, i) || (gaps[i] === PLAIN && isUnknownNoun(doc, lexicon, i, before))
  );
}

/** "disse | a este jornal": a word that is an article too, in front of another one. */
function isPrepositionToo(doc: Document, lexicon: Lexicon, gaps: Uint8Array, i: number): boolean {
  if (gaps[i + 1] !== PLAIN || !lexicon.has(i, 'addressee-preposition')) return false;
  if (lexicon.has(i + 1, 'article') || lexicon.has(i + 1, 'pronoun-possessive')) return true;
  // "limitou-se | a dizer"
  const next = doc.folded.slice(doc.words.start[i + 1], doc.words.end[i + 1]);
  return !lexicon.isListed(i + 1) && lexicon.endingOf(next) === 'infinitive-ending';
}

const NOBODY: ReadonlySet<string> = new Set();
const OPENS = 1;

/** Whether a word stands where a sentence may start, so that its capital says nothing. */
function opens(doc: Document, lexicon: Lexicon, i: number, gap: number): boolean {
  if (followsMark(doc, i) || gap === LINE_BREAK || gap === COLON) return true;
  // "Nora K. Hale", "Sen. Hale": the stop belongs to the word before.
  return gap === STOP && !isInitial(doc, i - 1) && !lexicon.has(i - 1, 'abbreviation');
}

/** "Nora A. Hale": not the article. */
function isMiddleInitial(doc: Document, i: number): boolean {
  const { text, words } = doc;
  if (!isInitial(doc, i) || text[words.end[i] as number] !== '.') return false;
  const next = words.shape[i + 1] ?? 0;
  const before = words.shape[i - 1] ?? 0;
  return (next & CAPITAL) !== 0 && (before & CAPITAL) !== 0 && text[words.end[i - 1] ?? 0] === ' ';
}

function isInitial({ words }: Document, i: number): boolean {
  return (
    (words.end[i] as number) - (words.start[i] as number) === 1 &&
    ((words.shape[i] as number) & CAPITAL) !== 0
  );
}

/** Whether a double mark stands right before a word; the apostrophe of "l'" is part of that word. */
function followsMark({ text, words }: Document, i: number): boolean {
  const start = words.start[i] as number;
  return start > (words.end[i - 1] ?? 0) && OPENING_MARKS.includes(text[start - 1] as string);
}

const OPENING_MARKS = '“„«»"\'‘「『';

/** Folded forms of words with a capital where a capital means a name. */
function capitalsInside(doc: Document, opening: Uint8Array): ReadonlySet<string> {
  const { words } = doc;
  const found = new Set<string>();
  for (let i = 0; i < words.count; i++)
    if ((words.shape[i] as number) & CAPITAL && !opening[i])
      found.add(doc.folded.slice(words.start[i], words.end[i]));
  return found;
}

/** After these a verb form stands for an adjective or noun: "a retired teacher", "of missing children". */
const BEFORE_NOUN = new Set([DETERMINER, POSSESSIVE, PREPOSITION, NUMBER]);

function unlisted(doc: Document, lexicon: Lexicon, i: number, of: Uint8Array): number {
  const { nounCapitals } = lexicon.profile;
  if ((doc.words.shape[i] as number) & CAPITAL)
    return nounCapitals && opensWithAdverb(doc, lexicon, i) ? ADVERB : NOUN;
  // "der 34 Jahre | alte | Fahrer"
  if (of[i - 2] === NUMBER && lexicon.has(i, 'measured')) return NOUN;
  const before = hasPossessiveS(doc, i - 1) ? POSSESSIVE : (of[i - 1] ?? NOUN);
  return nounCapitals && isBehindHead(doc, i, before) ? VERB : byEnding(doc, lexicon, i, before);
}

/** "Ausdrücklich warnte Reed": an adverb at the start of a sentence; a verb follows, or a word without a capital. */
function opensWithAdverb(doc: Document, lexicon: Lexicon, i: number): boolean {
  const { folded, words } = doc;
  const ending = lexicon.endingOf(folded.slice(words.start[i], words.end[i]));
  return ending === 'adverb-ending' && ((words.shape[i + 1] ?? 0) & CAPITAL) === 0;
}

/** What the ending of an unlisted word says: adverbs and verb forms break a noun phrase. */
function byEnding(doc: Document, lexicon: Lexicon, i: number, before: number): number {
  switch (lexicon.endingOf(doc.folded.slice(doc.words.start[i], doc.words.end[i]))) {
    case 'adverb-ending':
      // "le gouvernement"
      if (lexicon.profile.thatClauses && BEFORE_NOUN.has(before)) return NOUN;
      // "the family", "an ally"
      return LISTED_NOUNS.some((list) => lexicon.has(i, list)) ? NOUN : ADVERB;
    case 'past-ending':
      return BEFORE_NOUN.has(before) ? NOUN : VERB;
    case 'ing-ending':
      return BEFORE_NOUN.has(before) ? NOUN : PARTICIPLE;
    default:
      return NOUN;
  }
}

const LISTED_NOUNS: readonly LexiconName[] = ['group-noun', 'role', 'organisation', 'document'];

const CLOSED: readonly (readonly [LexiconName, number])[] = [
  ['pronoun', PRONOUN],
  ['relative', RELATIVE],
  ['pronoun-possessive', POSSESSIVE],
  ['article', DETERMINER],
  ['determiner', DETERMINER],
  ['auxiliary', AUXILIARY],
  ['modal', AUXILIARY],
  ['negation', ADVERB],
  ['preposition', PREPOSITION],
];

/** What words are classified on. */
interface Ground {
  readonly doc: Document;
  readonly lexicon: Lexicon;
  readonly gaps: Uint8Array;
  readonly opening: Uint8Array;
  /** Folded forms of words with a capital where a capital means a name. */
  readonly namesInside: ReadonlySet<string>;
  /** Of a word: its place in {@link CLOSED}, or -1. */
  readonly closedAt: (word: number) => number;
  /** Of a word: -1 unless it is a month or a weekday. */
  readonly timeAt: (word: number) => number;
}

function classify(ground: Ground, i: number): number {
  const { doc, lexicon, opening } = ground;
  const isFirst = opening[i] !== 0;
  const shape = doc.words.shape[i] as number;
  const known = (doc.words.id[i] as number) >= 0;
  const capital = (shape & CAPITAL) !== 0;
  if (capital && isMiddleInitial(doc, i)) return NAME;
  if (shape & NUMERIC) return NUMBER;
  if (!capital && !lexicon.isListed(i)) return NOUN;
  if (ground.timeAt(i) >= 0) return TIME;
  const closed = closedClass(ground, i);
  const inside = capital && !isFirst;
  // "gli Stati Uniti"
  const isForm = closed === AUXILIARY && !lexicon.profile.fittedQuotes;
  if (closed >= 0 && !(inside && (isForm || isNamePart(doc, lexicon, i)))) return closed;
  if (inside) return NAME;
  if (capital && isNameAtStart(ground, i)) return NAME;
  if (opening[i] === OPENS && !known && capital && goesOnInCapitals(doc, opening, i + 1))
    return NAME;
  if (lexicon.has(i, 'temporal')) return TIME;
  if (lexicon.has(i, 'common-verb')) return VERB;
  return NOUN;
}

function closedClass({ doc, lexicon, gaps, closedAt }: Ground, i: number): number {
  // "…, after officials left": behind a comma a word that is both opens a clause.
  if (gaps[i] === COMMA && lexicon.at(i, 'conjunction')?.attribute === 'subordinating')
    return SUBORDINATOR;
  const first = closedAt(i);
  if (first >= 0) {
    const kind = (CLOSED[first] as (typeof CLOSED)[number])[1];
    // "sein": a possessive only in front of a noun.
    const { nounCapitals } = lexicon.profile;
    if (kind === PRONOUN && nounCapitals && opensPhrase(doc, lexicon, gaps, i)) return DETERMINER;
    const isVerb = kind === POSSESSIVE && nounCapitals && lexicon.has(i, 'auxiliary');
    return isVerb ? AUXILIARY : kind;
  }
  const conjunction = lexicon.at(i, 'conjunction');
  if (conjunction) return conjunction.attribute === 'coordinating' ? COORDINATOR : SUBORDINATOR;
  return lexicon.has(i, 'adverb') ? ADVERB : -1;
}

/** "Will Smith", "May": a function word in capitals within a sentence, beside a given name or surname. */
function isNamePart({ text, words }: Document, lexicon: Lexicon, i: number): boolean {
  if (lexicon.has(i, 'given-name') && ((words.shape[i + 1] ?? 0) & CAPITAL) !== 0) return true;
  // "Ann Over said"
  const isBehind = text[words.end[i - 1] ?? 0] === ' ' && lexicon.has(i - 1, 'given-name');
  return isBehind && ((words.shape[i - 1] ?? 0) & CAPITAL) !== 0;
}

function isNameAtStart({ doc, lexicon, namesInside }: Ground, i: number): boolean {
  if (
    lexicon.has(i, 'given-name') ||
    lexicon.has(i, 'place') ||
    lexicon.has(i, 'organisation-name')
  )
    return true;
  if (lexicon.has(i, 'demonym') || lexicon.has(i, 'title')) return true;
  if (
    lexicon.has(i, 'common-noun-cap') ||
    lexicon.has(i, 'common-verb') ||
    lexicon.has(i, 'role-plural')
  )
    return false;
  const shape = doc.words.shape[i] as number;
  const known = (doc.words.id[i] as number) >= 0;
  if (!known && shape & ALL_CAPS) return true;
  if (!lexicon.isListed(i) && lexicon.isGivenName(withoutPossessive(doc, i))) return true;
  return namesInside.has(withoutPossessive(doc, i));
}

/** "Tarik Oden said": an unlisted word at the start of a sentence, with another capital right behind it. */
function goesOnInCapitals({ words }: Document, opening: Uint8Array, next: number): boolean {
  const shape = words.shape[next] ?? 0;
  const near =
    next < words.count && (words.start[next] as number) - (words.end[next - 1] as number) === 1;
  return near && (shape & CAPITAL) !== 0 && opening[next] === 0;
}
