/**
 * Titles below a header: “Most read” and the lines below it, up to one that a rule knows.
 * @module
 */
import { LABELLED_KINDS } from '../../../labels.ts';
import { BLANK, isFree, type Measured } from './blocks.ts';

const RELATED = LABELLED_KINDS.indexOf('boilerplate/related') + 1;
const SPONSORED = LABELLED_KINDS.indexOf('ads/sponsored') + 1;
/** Strength of a rule that knows a header. */
const HEADER = 2;
/** Of a header, of a title, of a list. Set by hand: only these were tried. */
const HEADER_WORDS = 6;
const MOST_WORDS = 25;
const MOST_TITLES = 8;
/** From one line of a list that is paid for to the next. */
const NEAR = 8;

export interface HeaderMarks {
  readonly teaser: (u: number) => void;
  readonly promoted: (u: number) => void;
}

/** Looks for headers of lists and marks the lines below them that no rule knows. Linear in the units. */
export function findHeaded(page: Measured, { teaser, promoted }: HeaderMarks): void {
  const { units, shapes, lead, leadStrength, prose } = page;
  let mark: ((u: number) => void) | null = null;
  let count = 0;
  let paid = -Infinity;
  for (let u = 0; u < units.count; u++) {
    if (lead[u - 1] === SPONSORED) paid = u - 1;
    const isShort = (shapes.words[u] as number) <= HEADER_WORDS;
    if (isShort && (leadStrength[u] as number) >= HEADER && lead[u] !== 0) {
      // “You may also like” alone heads links to stories as often.
      const isPaid = lead[u] === SPONSORED && u - paid <= NEAR;
      mark = lead[u] === RELATED ? teaser : isPaid ? promoted : null;
      count = 0;
    } else if (!isFree(page, u) || prose[u] || (units.gap[u] as number) >= BLANK) mark = null;
    else if (mark && (shapes.words[u] as number) <= MOST_WORDS && count++ < MOST_TITLES) mark(u);
    else mark = null;
  }
}
