/**
 * What adjectives and participles tie to the noun in front of them: "a source | close to Ines Holt", "the report, | seen by the paper,". Whoever stands
 * in it does not speak.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import { firstWhere } from '../text/search.ts';
import type { WordSpan } from '../text/spans.ts';
import type { NounPhrase } from './noun-phrases.ts';
import { COMMA, PLAIN } from './punctuation.ts';
import { COORDINATOR, NAME, NOUN, PREPOSITION, type WordClasses } from './tags.ts';

/** Half-open word numbers: from the word that ties to the end of the last mention that is tied. */
export interface Postmodifier extends WordSpan {
  /** "seen by the paper": no part of a source, unlike "close to Ines Holt". */
  readonly isApart: boolean;
}

/** Mentions that may be tied, one to the other, behind the first: "the family | of the boy | in Avon". Set by hand; it bounds the work. */
const MOST_TIED = 4;

interface Ground {
  readonly classes: WordClasses;
  readonly gaps: Uint8Array;
  readonly lexicon: Lexicon;
  readonly markOf: Int32Array;
}

/** All of a sentence, in order, not overlapping. */
export function findPostmodifiers(
  ground: Ground,
  phrases: readonly NounPhrase[],
  { from, to }: WordSpan,
): readonly Postmodifier[] {
  const { lexicon, markOf } = ground;
  const found: Postmodifier[] = [];
  for (let w = from; w < to; w++) {
    const tie = lexicon.has(w, 'postmodifier') ? lexicon.at(w, 'postmodifier') : undefined;
    if (!tie || markOf[w] !== -1 || !isBehindNoun(ground, from, w)) continue;
    const end = endOfTied(ground, phrases, tie.to);
    if (end < 0) continue;
    found.push({ from: w, to: end, isApart: tie.attribute === 'apart' });
    w = end - 1;
  }
  return found;
}

/** Not "the bridge is close to the port", "he was seen by a nurse"; at the start of a sentence or behind a comma it may be set off. */
function isBehindNoun({ classes: { of }, gaps }: Ground, first: number, word: number): boolean {
  if (word === first || gaps[word] === COMMA) return true;
  return gaps[word] === PLAIN && (of[word - 1] === NOUN || of[word - 1] === NAME);
}

/** Where the mentions end that are tied from `word` on; -1 where there is none. */
function endOfTied(
  { classes: { of }, gaps, markOf }: Ground,
  phrases: readonly NounPhrase[],
  word: number,
): number {
  let end = -1;
  let next = word;
  for (let tied = 0; tied < MOST_TIED; tied++) {
    const phrase = phrases[firstWhere(phrases.length, (i) => (phrases[i]?.from ?? 0) >= next)];
    if (phrase?.from !== next || phrase.pronoun || markOf[next] !== -1) return end;
    if (gaps[next] !== PLAIN) return end;
    end = phrase.reach;
    const goesOn = of[end] === PREPOSITION || of[end] === COORDINATOR;
    if (!goesOn || gaps[end] !== PLAIN) return end;
    next = end + 1;
  }
  return end;
}
