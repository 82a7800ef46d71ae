/**
 * What somebody meant who mistyped a name.
 * @module
 */
import { distance } from 'fastest-levenshtein';

/** Letters that may differ: one in three, but two in a name of four: letters that have changed places are two slips. */
const LETTERS_PER_SLIP = 3;
const slipsIn = ({ length }: string): number => Math.max(length < 4 ? 1 : 2, Math.floor(length / LETTERS_PER_SLIP));

/** ` (did you mean "title"?)` for the nearest of some names, or nothing where none is near. */
export function didYouMean(name: string, known: Iterable<string>): string {
  let best = '';
  let least = Infinity;
  for (const candidate of known) {
    const slips = distance(name, candidate);
    if (slips < least && slips <= slipsIn(ownPart(name, candidate))) [best, least] = [candidate, slips];
  }
  return best === '' ? '' : ` (did you mean "${best}"?)`;
}

/** A name without a group that the candidate is in, too: the letters of `lexicon/` make a short name no longer. */
function ownPart(name: string, candidate: string): string {
  const group = name.slice(0, name.indexOf('/') + 1);
  return candidate.startsWith(group) ? name.slice(group.length) : name;
}
