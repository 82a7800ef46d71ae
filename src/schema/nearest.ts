/**
 * What somebody meant who mistyped the name of an option.
 * @module
 */
import { distance } from 'fastest-levenshtein';

/** Longer names are no slips of the pen. */
const MOST_LETTERS = 32;
/** One letter in three may differ, and always two: letters that have changed places are two slips. */
const LETTERS_PER_SLIP = 3;
const LEAST_SLIPS = 2;
/** So many letters are a beginning: `lang` is short for `language`. */
const LEAST_BEGUN = 3;

/** The known name that is nearest to another, or the only one that begins so, case aside; undefined where there is none. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MOST_LETTERS) return undefined;
  const small = name.toLowerCase();
  const begun = known.filter((one) => one.toLowerCase().startsWith(small));
  if (small.length >= LEAST_BEGUN && begun.length === 1) return begun[0];
  const slips = known.map((one) => distance(small, one.toLowerCase()));
  const least = Math.min(...slips);
  const near = known[slips.indexOf(least)];
  const most = Math.max(LEAST_SLIPS, Math.floor(name.length / LETTERS_PER_SLIP));
  return near !== undefined && least <= most && least < near.length - 1 ? near : undefined;
}
