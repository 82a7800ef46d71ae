/**
 * Headlines by their place: the last line of some words above the stamps of a story, or the name of what its first sentence tells about.
 *
 * ```
 *   Old ferry returns to the lake     above a stamp
 *   By Marlow Pike
 *
 *   Moth Patrol                       “Moth Patrol is a game …” below
 * ```
 * @module
 */
import type { Document } from '../../../text/document.ts';
import { LASTS } from '../shape.ts';
import { SIGNS } from '../signs.ts';
import { BLANK, isFree, type Measured } from './blocks.ts';

/** Of a headline above a stamp. Set by hand, as is the number below. */
const LEAST_WORDS = 4;
/** From a headline to the stamps: a picture, a credit, or a deck may stand between. */
const MOST_BETWEEN = 3;
/** Of a name. */
const NAME_WORDS = 2;

/** Signs of a strip of links or dates. */
const STRIP = (['bar', 'link', 'slash', 'time', 'year'] as const).reduce(
  (bits, sign) => bits | (1 << SIGNS.indexOf(sign)),
  0,
);
const STOP = LASTS.indexOf('stop');
/** A page may begin with its name and a slogan. */
const SLOGAN = 2;

/**
 * @param heads see `headsOf`
 * @param isStamp whether a unit names authors or a date
 */
export function findTitles(
  doc: Document,
  page: Measured,
  heads: Int32Array,
  isStamp: (u: number) => boolean,
  title: (u: number) => void,
): void {
  const { units, shapes } = page;
  let stamp = Infinity;
  let done = -1;
  for (let u = heads.length - 1; u > 0; u--) {
    const text = heads[u] as number;
    if (text < 0 || text === done) continue;
    if (isStamp(u)) {
      stamp = u;
      continue;
    }
    if (((shapes.signs[u] as number) & STRIP) !== 0 || shapes.last[u] === STOP) continue;
    if (!isFree(page, u) || (units.gap[u] as number) < BLANK) continue;
    const isAbove = stamp - u <= MOST_BETWEEN && (shapes.words[u] as number) >= LEAST_WORDS;
    const isName = u >= SLOGAN && isNamed(doc, page, u, text);
    if (!isAbove && !isName) continue;
    title(u);
    done = text;
  }
}

/** Whether the first running text begins with the words of a unit. */
function isNamed({ folded }: Document, { units }: Measured, u: number, first: number): boolean {
  const start = units.start[u] as number;
  const length = (units.end[u] as number) - start;
  const words = (units.to[u] as number) - (units.from[u] as number);
  if (words < NAME_WORDS || length >= (units.end[first] as number) - (units.start[first] as number))
    return false;
  const text = folded.slice(units.start[first], (units.start[first] as number) + length + 1);
  return text.startsWith(folded.slice(start, start + length)) && /[\s,(]$/.test(text);
}
