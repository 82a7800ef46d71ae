/**
 * Whether a name is a person's, an organisation's or a place's, and the gender of a person.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import { AFTER_BREAK, ALL_CAPS } from '../text/words.ts';
import { isGivenName, type NameGround } from './name-runs.ts';
import { withoutPossessive } from './possessives.ts';
import { COLON, PLAIN } from './punctuation.ts';
import { isVerbal } from './tags.ts';

export type NameType = 'person' | 'organization' | 'place';
export type Gender = 'male' | 'female' | '';

/** How sure: by a title or known word rather than a guess. @param titled whether titles stand in front of it */
export function typeOfName(
  ground: NameGround,
  from: number,
  to: number,
  titled: boolean,
): { type: NameType; sure: boolean } {
  const { lexicon } = ground;
  // "Team Hale" is nobody's name.
  if (to - from > 1 && lexicon.has(from, 'group-noun') && !titled)
    return { type: 'organization', sure: false };
  const whole = lexicon.at(from, 'organisation-name');
  if (whole && whole.to >= to) return { type: 'organization', sure: true };
  if (lexicon.has(from, 'given-name') && to - from >= 2) return { type: 'person', sure: true };
  for (let w = from; w < to; w++)
    if (lexicon.has(w, 'organisation')) return { type: 'organization', sure: true };
  if (to - from >= 2 && isGivenName(ground, from)) return { type: 'person', sure: true };
  const place = lexicon.at(from, 'place');
  if (place && place.to >= to && !titled) return { type: 'place', sure: true };
  if (!titled && isUnsureOrganisation(ground, from, to))
    return { type: 'organization', sure: false };
  return { type: 'person', sure: titled };
}

function isUnsureOrganisation(
  { doc, lexicon, gaps, classes }: NameGround,
  from: number,
  to: number,
): boolean {
  const shape = doc.words.shape[from] as number;
  // "REED: We will wait.": in front of a line of its own, capitals make no acronym.
  const isLabel = gaps[to] === COLON && (shape & AFTER_BREAK) !== 0;
  if (to - from === 1 && shape & ALL_CAPS && !isLabel) return true;
  // "The Hill pointed out": people have no article, where it does not open every noun phrase.
  if (lexicon.profile.nounCapitals || lexicon.at(from - 1, 'article')?.attribute !== 'definite')
    return false;
  const next = classes.of[to];
  return gaps[to] === PLAIN && isVerbal(next);
}

/** By title or role in front of the name, else by its given name. */
export function genderOfName(
  ground: NameGround,
  titlesFrom: number,
  from: number,
  to: number,
): Gender {
  const { lexicon, rules, doc } = ground;
  for (let w = titlesFrom; w < from; w++) {
    const gender = genderOfTitle(lexicon, w);
    if (gender) return gender;
  }
  const given = lexicon.at(from, 'given-name');
  if (given)
    return given.attribute === 'male' || given.attribute === 'female' ? given.attribute : '';
  return to - from > 1 ? rules.givenNames.genderOf(withoutPossessive(doc, from)) : '';
}

function genderOfTitle(lexicon: Lexicon, word: number): Gender {
  const attribute = lexicon.at(word, 'title')?.attribute || lexicon.at(word, 'role')?.attribute;
  return attribute === 'male' || attribute === 'female' ? attribute : '';
}
