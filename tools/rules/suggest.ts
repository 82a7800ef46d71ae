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
  let least = slipsIn(name) + 1;
  for (const candidate of known) {
    const slips = distance(name, candidate);
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best === '' ? '' : ` (did you mean "${best}"?)`;
}
