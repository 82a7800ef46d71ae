/**
 * How far a name goes: over particles, initials and nicknames, up to what cannot be part of it.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { Rules } from '../rules/rules.ts';
import type { Document } from '../text/document.ts';
import { AFTER_BREAK } from '../text/words.ts';
import { isPossessive, withoutPossessive } from './possessives.ts';
import { PLAIN, QUOTE_MARK, STOP } from './punctuation.ts';
import { NAME, type WordClasses } from './tags.ts';

/** What names are found on. */
export interface NameGround {
  readonly doc: Document;
  readonly rules: Rules;
  readonly lexicon: Lexicon;
  readonly classes: WordClasses;
  readonly gaps: Uint8Array;
}

const MOST_WORDS = 8;
/** "van der" */
const MOST_PARTICLES = 3;

/** The word behind a run of names: it goes on over particles (de, van) and "of", "the" and "and" inside organisations, and ends at a possessive. */
export function endOfRun(ground: NameGround, from: number, limit: number): number {
  const { doc, lexicon, classes, gaps } = ground;
  let end = from + 1;
  while (end < limit && end - from < MOST_WORDS) {
    if (isPossessive(doc, end - 1) && !isElided(ground, end)) return end;
    const behind = behindNickname(ground, end, limit);
    if (behind > end) {
      end = behind;
      continue;
    }
    if (!joins(doc, lexicon, gaps, end)) return end;
    if (classes.of[end] === NAME) {
      end++;
      continue;
    }
    let next = end;
    while (
      next < limit &&
      next - end < MOST_PARTICLES &&
      isJoiner(ground, from, next) &&
      gaps[next + 1] === PLAIN
    )
      next++;
    if (next === end || next >= limit || classes.of[next] !== NAME) return end;
    // "Ruth Hal | van de Universiteit Leiden"
    const isOfBody = lexicon.has(next, 'organisation') && end - from > 1;
    if (isOfBody && !lexicon.profile.fittedQuotes && lexicon.has(end, 'name-particle')) return end;
    end = next + 1;
  }
  return end;
}

function joins(doc: Document, lexicon: Lexicon, gaps: Uint8Array, word: number): boolean {
  const { words } = doc;
  if ((words.shape[word] as number) & AFTER_BREAK) return false;
  if (gaps[word] === PLAIN) return true;
  // "J. K. Rowling", "Gen. Mark": a stop after an initial or an abbreviated title.
  const before = word - 1;
  const short = (words.end[before] as number) - (words.start[before] as number) === 1;
  const gap = doc.text.slice(words.end[before], words.start[word]);
  return (
    gaps[word] === STOP && /^\.\s?$/.test(gap) && (short || lexicon.has(before, 'abbreviation'))
  );
}

/** "van | 't | Hof": the apostrophe is the particle's. */
function isElided({ doc, lexicon }: NameGround, word: number): boolean {
  const { text, words } = doc;
  return (
    lexicon.has(word, 'name-particle') &&
    /^\s['’]$/.test(text.slice(words.end[word - 1], words.start[word]))
  );
}

function isJoiner(ground: NameGround, from: number, word: number): boolean {
  const { lexicon } = ground;
  if (lexicon.has(word, 'name-particle')) {
    // "Ursula von der Leyen", but not "Uwe Brandt von Avon": where such words are prepositions too.
    return (
      !lexicon.profile.nounCapitals ||
      isGivenName(ground, word - 1) ||
      lexicon.has(word - 1, 'name-particle')
    );
  }
  // "von der"
  if (lexicon.has(word, 'article') && lexicon.has(word - 1, 'name-particle'))
    return word > from + 1;
  return (
    lexicon.has(word, 'organisation-joiner') && lexicon.has(word - 1, 'organisation') && word > from
  );
}

/** Words of a nickname at most. */
const MOST_IN_NICKNAME = 2;

/** "Helen | “Lenny” | Okuda": the word behind a nickname in marks that a name follows, else `word`. */
export function behindNickname(
  { classes, gaps, doc }: NameGround,
  word: number,
  limit: number,
): number {
  if (!opensMark(doc, gaps, word)) return word;
  let end = word + 1;
  while (
    end < limit &&
    end - word < MOST_IN_NICKNAME &&
    gaps[end] === PLAIN &&
    !closesMark(doc, end)
  )
    end++;
  return end < limit && closesMark(doc, end) && classes.of[end] === NAME ? end + 1 : word;
}

/** Whether nothing but a space and a mark stands in front of a word with a capital. */
function opensMark({ text, words }: Document, gaps: Uint8Array, word: number): boolean {
  if (gaps[word] !== QUOTE_MARK && gaps[word] !== PLAIN) return false;
  return (
    /^\s["“„«‘']$/u.test(text.slice(words.end[word - 1], words.start[word])) &&
    /^\p{Lu}/u.test(text.slice(words.start[word]))
  );
}

function closesMark({ text, words }: Document, word: number): boolean {
  return /^["”“»’']\s$/u.test(text.slice(words.end[word - 1], words.start[word]));
}

/** A given name of the word lists, or of any country where a name or a particle follows it. */
export function isGivenName(
  { lexicon, rules, doc, classes, gaps }: NameGround,
  word: number,
): boolean {
  if (lexicon.has(word, 'given-name')) return true;
  const next = word + 1;
  const isFollowed =
    gaps[next] === PLAIN && (classes.of[next] === NAME || lexicon.has(next, 'name-particle'));
  if (!isFollowed || classes.of[word] !== NAME) return false;
  if (lexicon.has(word, 'title') || lexicon.has(word, 'role') || lexicon.has(word, 'demonym'))
    return false;
  return rules.givenNames.genderOf(withoutPossessive(doc, word)) !== '';
}
