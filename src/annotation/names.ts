/**
 * Names: runs of capitalised words, told apart into people, organisations and places, free of titles.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { Document } from '../text/document.ts';
import { endOfRun, type NameGround } from './name-runs.ts';
import { afterTitles, firstTitle, isDescription, isInitial } from './name-titles.ts';
import { genderOfName, typeOfName, type Gender, type NameType } from './name-types.ts';
import { withoutPossessive } from './possessives.ts';
import { DETERMINER, NAME, POSSESSIVE } from './tags.ts';

export type { Gender, NameType } from './name-types.ts';

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
  /** Whether it is a name only if the text has such a surname elsewhere: “Bishop”. */
  readonly doubtful?: true;
  /** Folded words by which mentions are compared: without what a name may have or lack. */
  readonly key: readonly string[];
}

/** All names of words `from` to `to`, in order, not overlapping. */
export function findNames(ground: NameGround, from: number, to: number): readonly NameMention[] {
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

function describeRun(
  ground: NameGround,
  floor: number,
  from: number,
  to: number,
): NameMention | null {
  const { doc, lexicon } = ground;
  const start = afterTitles(ground, from, to);
  const isDoubtful = isDescription(ground, start, to);
  if (isDoubtful && (to - start > 1 || !canBeSurname(ground, start))) return null;
  // "(D-Ohio)", "A:"
  if (isInitial(ground, start) && (to - start === 1 || isHyphened(doc, start + 1))) return null;
  const titlesFrom = firstTitle(ground, floor, from, start);
  const type = typeOfName(ground, start, to, titlesFrom < start);
  return {
    from: start,
    to,
    titlesFrom,
    ...type,
    gender: type.type === 'person' ? genderOfName(ground, titlesFrom, start, to) : '',
    name: shownName(doc, start, to),
    key: keyOf(doc, lexicon, start, to, type.type === 'person'),
    ...(isDoubtful ? { doubtful: true } : {}),
  };
}

/** A title alone, without an article: "Bishop said". */
function canBeSurname({ classes, lexicon }: NameGround, word: number): boolean {
  const before = classes.of[word - 1];
  return before !== DETERMINER && before !== POSSESSIVE && !lexicon.has(word, 'role-plural');
}

function keyOf(
  doc: Document,
  lexicon: Lexicon,
  from: number,
  to: number,
  isPerson: boolean,
): readonly string[] {
  const key: string[] = [];
  const end = isPerson ? withoutSuffixes(lexicon, from, to) : to;
  for (let w = from; w < end; w++) {
    const word = withoutPossessive(doc, w);
    const isTied = w > from && isHyphened(doc, w);
    // "Van der Berg" is "Berg" by its first name, and "al-Assad" is "Assad".
    if (isPerson && isTied && lexicon.has(w - 1, 'name-particle')) key.splice(-1, 1, word);
    // A double name counts as one: "Hale-Marsh" is a surname.
    else if (isTied) key.push(`${key.pop()}-${word}`);
    else if (
      !(
        isPerson &&
        key.length === 0 &&
        w < end - 1 &&
        lexicon.has(w, 'name-particle') &&
        !lexicon.has(w, 'given-name')
      )
    )
      key.push(word);
  }
  return key;
}

/** "John Hale Jr.": the word behind the name itself. */
function withoutSuffixes(lexicon: Lexicon, from: number, to: number): number {
  let end = to;
  while (end - from > 1 && lexicon.has(end - 1, 'name-suffix')) end--;
  return end;
}

/** Whether a hyphen ties a word to the one before. */
function isHyphened({ folded, words }: Document, word: number): boolean {
  return folded.slice(words.end[word - 1], words.start[word]) === '-';
}

/** The slice as it stands, without a possessive ending. */
function shownName(doc: Document, from: number, to: number): string {
  return doc.text
    .slice(doc.words.start[from], doc.words.end[to - 1])
    .replace(/['’]s?$/, '')
    .replace(/\s+/g, ' ');
}
