/**
 * Numbers of pages: “1 ⏎ 2 ⏎ 3 ⏎ Next”. A rule knows the button; the numbers beside it that count up by one are ways through the site, and no counters.
 * @module
 */
import type { Document } from '../../../text/document.ts';
import { LABELLED_KINDS } from '../../../labels.ts';
import type { Measured } from './blocks.ts';

const NAVIGATION = LABELLED_KINDS.indexOf('boilerplate/navigation') + 1;
/** Strength of a rule that knows a line whole. */
const LINE = 3;
const LEAST_NUMBERS = 2;
/** A number has no more digits. */
const MOST_DIGITS = 4;

/** Looks for rows of numbers with a button at one end, and marks the numbers. */
export function findPages(doc: Document, page: Measured, paged: (u: number) => void): void {
  const { count } = page.units;
  const isButton = (u: number): boolean =>
    page.lead[u] === NAVIGATION && (page.leadStrength[u] as number) >= LINE;
  for (let from = 0; from < count;) {
    let to = from;
    for (let number = numberOf(doc, page, from); number > 0;) {
      const next = numberOf(doc, page, ++to);
      if (next !== number + 1) break;
      number = next;
    }
    if (to - from >= LEAST_NUMBERS && (isButton(to) || isButton(from - 1)))
      for (let u = from; u < to; u++) paged(u);
    from = Math.max(to, from + 1);
  }
}

/** The number that a unit is, or 0. */
function numberOf({ text }: Document, { units }: Measured, u: number): number {
  if (u >= units.count) return 0;
  const start = units.start[u] as number;
  const end = units.end[u] as number;
  if (end - start > MOST_DIGITS) return 0;
  const number = text.slice(start, end);
  return /^\d+$/.test(number) ? Number(number) : 0;
}
