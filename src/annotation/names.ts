/**
 * Names: runs of capitalised words, told apart into people, organisations and places, free of titles.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { Document } from '../text/document.ts';
import { ALL_CAPS, AFTER_BREAK } from '../text/words.ts';
import { isPossessive, withoutPossessive } from './possessives.ts';
import { PLAIN, STOP } from './punctuation.ts';
import { NAME, NOUN, type WordClasses } from './tags.ts';

export type NameType = 'person' | 'organization' | 'place';
export type Gender = 'male' | 'female' | '';

/** A name where it stands; half-open word numbers, titles outside. */
export interface NameMention {
  readonly from: number;
  readonly to: number;
  /** First word of the titles and roles in front; `from` where there are none. */
  readonly titlesFrom: number;
  readonly type: NameType;
  /** How sure the type is: a title or known word rather than a guess. */
  readonly sure: boolean;
  readonly gender: Gender;
  /** As it is shown: words joined by blanks, without possessive. */
  readonly name: string;
  /** Folded words. */
  readonly key: readonly string[];
}

interface Ground {
  readonly doc: Document;
  readonly lexicon: Lexicon;
  readonly classes: WordClasses;
  readonly gaps: Uint8Array;
}

/** All names of words `from` to `to`, in order, not overlapping. */
export function findNames(ground: Ground, from: number, to: number): readonly NameMention[] {
  const names: NameMention[] = [];
  let at = from;
  while (at < to) {
    if (ground.classes.of[at] !== NAME) {
      at++;
      continue;
    }
    const end = endOfRun(ground, at, to);
    const mention = describeRun(ground, from, at, end);
    if (mention) names.push(mention);
    at = end;
  }
  return names;
}

const MOST_WORDS = 8;
/** "van der" */
const MOST_PARTICLES = 3;

/** A run goes on over particles (de, van) and "of", "the" and "and" inside organisations, and ends at a possessive. */
function endOfRun({ doc, lexicon, classes, gaps }: Ground, from: number, limit: number): number {
  let end = from + 1;
  while (end < limit && end - from < MOST_WORDS) {
    if (isPossessive(doc, end - 1)) return end;
    if (!joins(doc, lexicon, gaps, end)) return end;
    if (classes.of[end] === NAME) {
      end++;
      continue;
    }
    let next = end;
    while (
      next < limit &&
      next - end < MOST_PARTICLES &&
      isJoiner(lexicon, from, next) &&
      gaps[next + 1] === PLAIN
    )
      next++;
    if (next === end || next >= limit || classes.of[next] !== NAME) return end;
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

function isJoiner(lexicon: Lexicon, from: number, word: number): boolean {
  if (lexicon.has(word, 'name-particle')) return true;
  return (
    lexicon.has(word, 'organisation-joiner') && lexicon.has(word - 1, 'organisation') && word > from
  );
}

function describeRun(ground: Ground, floor: number, from: number, to: number): NameMention | null {
  const { doc, lexicon, classes } = ground;
  let start = from;
  start = afterTitles(lexicon, from, to);
  if (lexicon.profile.nounCapitals) start = fromGivenName(lexicon, start, to);
  // A lone title ("the President", "Sen.") is a description, no name.
  if (start === to - 1 && isTitle(lexicon, start) && !lexicon.has(start, 'given-name')) return null;
  if (
    to - start === 1 &&
    (doc.words.end[start] as number) - (doc.words.start[start] as number) === 1
  )
    return null;
  let titlesFrom = start;
  while (titlesFrom > floor && isRoleBefore(ground, titlesFrom - 1)) titlesFrom--;
  const key = keyOf(doc, start, to);
  const type = typeOf(ground, start, to, titlesFrom < start);
  return {
    from: start,
    to,
    titlesFrom,
    ...type,
    gender: type.type === 'person' ? genderOf(ground, titlesFrom, start) : '',
    name: shownName(doc, start, to),
    key,
  };
  function isRoleBefore(g: Ground, word: number): boolean {
    if (word >= from) return true;
    if (
      g.gaps[word + 1] !== PLAIN &&
      !(g.gaps[word + 1] === STOP && lexicon.has(word, 'abbreviation'))
    )
      return false;
    return classes.of[word] === NOUN && (lexicon.has(word, 'role') || lexicon.has(word, 'title'));
  }
}

/** The first word of the name itself: behind the last title that a given name or a last word follows. */
function afterTitles(lexicon: Lexicon, from: number, to: number): number {
  let start = from;
  for (let w = from; w < to - 1; w++) {
    if (!isTitle(lexicon, w)) continue;
    const rest = w + 1;
    const opensName = lexicon.has(rest, 'given-name') || !isTitle(lexicon, rest);
    if (
      opensName &&
      (w === start || startsWithPerson(lexicon, rest)) &&
      !hasOrganisation(lexicon, rest, to)
    )
      start = rest;
  }
  return start;
}

/** "Physiker Uwe Brandt": where every noun has a capital, what stands in front of a given name with a surname is what somebody is. */
function fromGivenName(lexicon: Lexicon, from: number, to: number): number {
  if (lexicon.has(from, 'given-name') || hasOrganisation(lexicon, from, to)) return from;
  for (let w = from + 1; w < to - 1; w++) if (lexicon.has(w, 'given-name')) return w;
  return from;
}

/** "Senate Committee Chair Nora": words of an organisation in front of a title are part of the title. */
function startsWithPerson(lexicon: Lexicon, word: number): boolean {
  return lexicon.has(word, 'given-name');
}

function isTitle(lexicon: Lexicon, word: number): boolean {
  return (
    lexicon.has(word, 'title') ||
    lexicon.has(word, 'demonym') ||
    (lexicon.has(word, 'role') && !lexicon.has(word, 'given-name'))
  );
}

/** "Attorney General's Office": a title inside the name of an organisation. */
function hasOrganisation(lexicon: Lexicon, from: number, to: number): boolean {
  for (let w = from; w < to; w++) if (lexicon.has(w, 'organisation')) return true;
  return false;
}

function typeOf(
  { doc, lexicon }: Ground,
  from: number,
  to: number,
  titled: boolean,
): { type: NameType; sure: boolean } {
  const whole = lexicon.at(from, 'organisation-name');
  if (whole && whole.to >= to) return { type: 'organization', sure: true };
  if (lexicon.has(from, 'given-name') && to - from >= 2) return { type: 'person', sure: true };
  for (let w = from; w < to; w++)
    if (lexicon.has(w, 'organisation')) return { type: 'organization', sure: true };
  const place = lexicon.at(from, 'place');
  if (place && place.to >= to && !titled) return { type: 'place', sure: true };
  if (to - from === 1 && (doc.words.shape[from] as number) & ALL_CAPS && !titled)
    return { type: 'organization', sure: false };
  return { type: 'person', sure: titled };
}

function genderOf({ lexicon }: Ground, titlesFrom: number, from: number): Gender {
  for (let w = titlesFrom; w < from; w++) {
    const attribute = lexicon.at(w, 'title')?.attribute || lexicon.at(w, 'role')?.attribute;
    if (attribute === 'male' || attribute === 'female') return attribute;
  }
  const given = lexicon.at(from, 'given-name')?.attribute;
  return given === 'male' || given === 'female' ? given : '';
}

function keyOf(doc: Document, from: number, to: number): readonly string[] {
  const key: string[] = [];
  for (let w = from; w < to; w++) {
    const word = withoutPossessive(doc, w);
    // A double name counts as one: "Hale-Marsh" is a surname.
    if (w > from && doc.folded.slice(doc.words.end[w - 1], doc.words.start[w]) === '-')
      key.push(`${key.pop()}-${word}`);
    else key.push(word);
  }
  return key;
}

/** The slice as it stands, without a possessive ending. */
function shownName(doc: Document, from: number, to: number): string {
  return doc.text
    .slice(doc.words.start[from], doc.words.end[to - 1])
    .replace(/['’]s?$/, '')
    .replace(/\s+/g, ' ');
}
