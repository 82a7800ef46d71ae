/**
 * Noun phrases without their attachments: runs of words that can be one mention.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { Document } from '../text/document.ts';
import { CAPITAL } from '../text/words.ts';
import { BRACKET, isBehindMark, PLAIN, STOP } from './punctuation.ts';
import {
  ADVERB,
  DETERMINER,
  NAME,
  NOUN,
  NUMBER,
  POSSESSIVE,
  PRONOUN,
  RELATIVE,
  TIME,
  type WordClasses,
} from './tags.ts';

/** A noun phrase; half-open word numbers. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  /** Past a bracket that belongs to it: "Reed (D-Ohio)". */
  readonly reach: number;
  readonly pronoun: boolean;
}

/** All noun phrases of words `from` to `to`, in order, not overlapping. */
export function findNounPhrases(
  doc: Document,
  classes: WordClasses,
  gaps: Uint8Array,
  lexicon: Lexicon,
  from: number,
  to: number,
): readonly NounPhrase[] {
  const phrases: NounPhrase[] = [];
  let at = from;
  while (at < to) {
    const kind = classes.of[at] as number;
    if (kind === PRONOUN || kind === RELATIVE) {
      // "l'un d'eux"
      const end = Math.min(to, lexicon.at(at, 'pronoun')?.to ?? at + 1);
      phrases.push({ from: at, to: end, reach: end, pronoun: true });
      at = end;
    } else if (canOpen(kind) && !isObjectPronoun(lexicon, kind, at)) {
      const end = endOfChunk(doc, classes, gaps, lexicon, at, to);
      const reach = pastBracket(doc, gaps, end, to);
      if (!lexicon.profile.nounCapitals || holdsNoun(doc, classes, at, end))
        phrases.push({ from: at, to: end, reach, pronoun: false });
      at = reach;
    } else at++;
  }
  return phrases;
}

/** Where every noun has a capital: whether a stretch has one, or opens like a noun phrase ("die beiden"). */
function holdsNoun(doc: Document, { of }: WordClasses, from: number, to: number): boolean {
  if (of[from] === DETERMINER || of[from] === POSSESSIVE) return true;
  const { words } = doc;
  for (let w = from; w < to; w++)
    if ((words.shape[w] as number) & CAPITAL || of[w] === NUMBER || isAddress(doc, w)) return true;
  return false;
}

/** "abendblatt.de": the name of a site. */
function isAddress({ text, words }: Document, word: number): boolean {
  const end = words.end[word] as number;
  return text[end] === '.' && words.start[word + 1] === end + 1;
}

const MOST_IN_BRACKET = 5;

/** The word after a short bracket that starts at `word`, else `word`. */
function pastBracket(doc: Document, gaps: Uint8Array, word: number, limit: number): number {
  const opens = word < limit && gaps[word] === BRACKET && gapText(doc, word).includes('(');
  if (!opens) return word;
  for (let w = word + 1; w <= Math.min(limit, word + MOST_IN_BRACKET); w++)
    if (gapText(doc, w).includes(')')) return w;
  return word;
}

function gapText({ text, words }: Document, word: number): string {
  const end = words.end[word - 1] as number;
  return text.slice(end, word < words.count ? words.start[word] : end + 2);
}

/** "fragen | sich | Fachleute" */
function isObjectPronoun(lexicon: Lexicon, kind: number, at: number): boolean {
  return kind === NOUN && lexicon.profile.nounCapitals && lexicon.has(at, 'pronoun-object');
}

function canOpen(kind: number): boolean {
  return isContent(kind) || kind === DETERMINER || kind === POSSESSIVE;
}

function isContent(kind: number): boolean {
  return kind === NOUN || kind === NAME || kind === NUMBER;
}

/** "Sen. Hale", "Nora K. Hale": the stop belongs to the word before `at`. */
function endsShort(doc: Document, gaps: Uint8Array, lexicon: Lexicon, at: number): boolean {
  if (gaps[at] !== STOP || !/^\.\s?$/.test(gapText(doc, at))) return false;
  const { words } = doc;
  const letters = (words.end[at - 1] as number) - (words.start[at - 1] as number);
  return letters === 1 || lexicon.has(at - 1, 'abbreviation');
}

function endOfChunk(
  doc: Document,
  classes: WordClasses,
  gaps: Uint8Array,
  lexicon: Lexicon,
  from: number,
  to: number,
): number {
  let at = from + 1;
  for (; at < to; at++) {
    const kind = classes.of[at] as number;
    const isTitle = lexicon.profile.nounCapitals && kind === NOUN && lexicon.has(at, 'title');
    if (gaps[at] !== PLAIN && !((kind === NAME || isTitle) && endsShort(doc, gaps, lexicon, at)))
      break;
    const afterDeterminer = !isContent(classes.of[at - 1] as number);
    if (
      !isContent(kind) &&
      !(afterDeterminer && (kind === DETERMINER || isModifier(lexicon, classes, gaps, at)))
    )
      break;
    if (isObjectPronoun(lexicon, kind, at) || isNextCount(lexicon, classes, at)) break;
    // "сообщил журналистам | глава района"
    if (lexicon.has(at - 1, 'addressee')) break;
    if (isSubjectBehind(doc, lexicon, classes, from, at)) break;
    // "In a statement Reed said": a place of saying is not the head of a name.
    if (
      kind === NAME &&
      classes.of[at - 1] === NOUN &&
      endsBeforeName(lexicon, at - 1) &&
      !isBehindMark(doc.text, doc.words, at)
    )
      break;
  }
  return at;
}

/**
 * "сказал после матча | тренер", "сказал после матча | Василий Сачков": where nouns have cases and no articles, what a preposition holds ends in front of
 * whoever stands in the case of a subject.
 */
function isSubjectBehind(
  { folded, words }: Document,
  lexicon: Lexicon,
  { of }: WordClasses,
  from: number,
  at: number,
): boolean {
  if (!lexicon.hasApart('oblique-ending')) return false;
  if (of[at - 1] !== NOUN && !lexicon.has(at - 1, 'medium')) return false;
  if (!lexicon.has(from - 1, 'preposition')) return false;
  if (of[at] === NAME) return lexicon.has(at, 'given-name') && of[at + 1] === NAME;
  const isRole = (word: number): boolean =>
    lexicon.has(word, 'role') || lexicon.has(word, 'spokesperson');
  if (isRole(at)) return true;
  // "по этому поводу | народный депутат"
  const isOblique = (word: number): boolean =>
    lexicon.endsWith(folded.slice(words.start[word], words.end[word]), 'oblique-ending');
  return of[at] === NOUN && isRole(at + 1) && isOblique(at - 1) && !isOblique(at);
}

/** "laut Behördenangaben | 70 Menschen": a number in front of a noun opens another phrase, where nouns have capitals. */
function isNextCount({ profile }: Lexicon, { of }: WordClasses, at: number): boolean {
  return profile.nounCapitals && of[at] === NUMBER && of[at - 1] === NOUN && of[at + 1] === NOUN;
}

/** "eine gestern verbreitete Erklärung": much may stand between article and noun. */
function isModifier(
  { profile }: Lexicon,
  { of }: WordClasses,
  gaps: Uint8Array,
  at: number,
): boolean {
  if (!profile.extendedAttributes || (of[at] !== ADVERB && of[at] !== TIME)) return false;
  return gaps[at + 1] === PLAIN && isContent(of[at + 1] as number);
}

function endsBeforeName(lexicon: Lexicon, word: number): boolean {
  return lexicon.has(word, 'medium') || lexicon.has(word, 'document');
}
