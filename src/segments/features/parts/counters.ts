/**
 * Counters of comments above a story: “18 Comments” in the strip of its author and date. A rule knows the word; that it stands above running text with nothing but
 * a number makes it a counter, and neither the header of a thread nor a stamp.
 * @module
 */
import { LABELS } from '../../../labels.ts';
import { SAME_LINE } from '../../units/units.ts';
import { labelOf, type Measured } from './blocks.ts';

const COMMENTS = LABELS.indexOf('comments');
/** “18 Comments”, “No comments yet”. Set by hand. */
const MOST_WORDS = 3;

/** @param heads see `headsOf` */
export function findCounters(
  page: Measured,
  heads: Int32Array,
  counter: (u: number) => void,
): void {
  const { units, shapes } = page;
  for (let from = 0; from < units.count;) {
    let to = from + 1;
    while (to < units.count && units.gap[to] === SAME_LINE) to++;
    const line = Array.from({ length: to - from }, (_, i) => from + i);
    const words = (units.to[to - 1] as number) - (units.from[from] as number);
    const isCount =
      (heads[from] as number) >= 0 &&
      words <= MOST_WORDS &&
      line.some((u) => (shapes.numbers[u] as number) > 0) &&
      line.some((u) => labelOf(page, u) === COMMENTS);
    if (isCount) line.forEach(counter);
    from = to;
  }
}
