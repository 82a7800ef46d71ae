/**
 * Where a name itself begins: behind titles, roles and what else stands in front of it.
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import { ALL_CAPS } from '../text/words.ts';
import { PLAIN, STOP } from './punctuation.ts';
import { withoutPossessive } from './possessives.ts';
import { isGivenName, type NameGround } from './name-runs.ts';
import { NOUN } from './tags.ts';

/** The first word of the name in a run: behind the last title that a given name or a last word follows. */
export function afterTitles(ground: NameGround, from: number, to: number): number {
  const { lexicon } = ground;
  let start = from;
  for (let w = from; w < to - 1; w++) {
    if (!isTitle(lexicon, w) || isGivenDemonym(ground, w, to)) continue;
    const rest = w + 1;
    const opensName = isGivenName(ground, rest) || !isTitle(lexicon, rest);
    if (
      opensName &&
      (w === start || isOneTitle(lexicon, start, rest) || isGivenName(ground, rest)) &&
      !hasOrganisation(lexicon, rest, to)
    )
      start = rest;
  }
  if (lexicon.profile.nounCapitals) return fromGivenName(ground, start, to);
  return lexicon.profile.fittedQuotes ? start : behindAcronym(ground, start, to);
}

/** "Lt Col", "Crown Princess": a title of several words, as the list has it. */
function isOneTitle(lexicon: Lexicon, from: number, to: number): boolean {
  return lexicon.at(from, 'title')?.to === to;
}

/** "представитель МИД Мария Холм": an acronym in front of a given name is whom somebody works for. */
function behindAcronym(ground: NameGround, from: number, to: number): number {
  const { shape } = ground.doc.words;
  let w = from;
  while (w < to - 2 && (shape[w] as number) & ALL_CAPS) w++;
  return w > from && isGivenName(ground, w) ? w : from;
}

/** "German Ortega": what is a given name too, with one more word behind it. */
function isGivenDemonym({ lexicon, rules, doc }: NameGround, word: number, to: number): boolean {
  if (word !== to - 2 || !lexicon.has(word, 'demonym') || lexicon.has(word, 'title')) return false;
  return rules.givenNames.genderOf(withoutPossessive(doc, word)) !== '';
}

/** "Physiker Uwe Brandt": where every noun has a capital, what stands in front of a given name with a surname is what somebody is. */
function fromGivenName(ground: NameGround, from: number, to: number): number {
  const { lexicon } = ground;
  if (isGivenName(ground, from) || hasOrganisation(lexicon, from, to)) return from;
  for (let w = from + 1; w < to - 1; w++) if (isGivenName(ground, w)) return w;
  return from;
}

export function isTitle(lexicon: Lexicon, word: number): boolean {
  return (
    lexicon.has(word, 'title') ||
    lexicon.has(word, 'demonym') ||
    (lexicon.has(word, 'role') && !lexicon.has(word, 'given-name')) ||
    (lexicon.has(word, 'role-plural') && lexicon.has(word + 1, 'given-name'))
  );
}

/** "Attorney General's Office": a title inside the name of an organisation. */
function hasOrganisation(lexicon: Lexicon, from: number, to: number): boolean {
  for (let w = from; w < to; w++) if (lexicon.has(w, 'organisation')) return true;
  return false;
}

/**
 * Whether a run is a description and no name: a lone title ("the President", "Maj. Gen."), an office ("the Economic Secretary"),
 * several people ("Georgia Republicans").
 */
export function isDescription(ground: NameGround, from: number, to: number): boolean {
  const { lexicon } = ground;
  const last = to - 1;
  if (isPlural(lexicon, last))
    return !isGivenName(ground, from) && !lexicon.has(from, 'organisation-name');
  if (!lexicon.has(last, 'title') && !lexicon.has(last, 'role')) return false;
  if (lexicon.has(last, 'given-name')) return false;
  return from === last || !(isGivenName(ground, from) || isInitial(ground, from));
}

function isPlural(lexicon: Lexicon, word: number): boolean {
  return lexicon.has(word, 'role-plural') || lexicon.at(word, 'demonym')?.attribute === 'plural';
}

export function isInitial({ doc: { words } }: NameGround, word: number): boolean {
  return (words.end[word] as number) - (words.start[word] as number) === 1;
}

/** The first word of the titles and roles in front of a name that starts at `start`, in a run that starts at `from`. */
export function firstTitle(ground: NameGround, floor: number, from: number, start: number): number {
  let first = start;
  while (first > floor && (first > from || isRoleBefore(ground, first - 1))) first--;
  return first;
}

function isRoleBefore({ gaps, lexicon, classes }: NameGround, word: number): boolean {
  const isJoined =
    gaps[word + 1] === PLAIN || (gaps[word + 1] === STOP && lexicon.has(word, 'abbreviation'));
  return (
    isJoined &&
    classes.of[word] === NOUN &&
    (lexicon.has(word, 'role') || lexicon.has(word, 'title'))
  );
}
