/**
 * Counters of comments above a story: “18 Comments” in the strip of its author and date. A rule knows the word; that it stands above running text with nothing but
 * a number makes it a counter, and neither the header of a thread nor a stamp.
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../../labels.ts';
import { SAME_LINE } from '../../units/units.ts';
import { LASTS } from '../shape.ts';
import { labelOf, type Measured } from './blocks.ts';

const COMMENTS = LABELS.indexOf('comments');
/** “18 Comments”, “No comments yet”. Set by hand. */
const MOST_WORDS = 3;
const NEAR = 3;
/** Of something like a headline. */
const TITLE_WORDS = 4;
const BYLINE = LABELLED_KINDS.indexOf('boilerplate/byline') + 1;
const DIGIT = LASTS.indexOf('digit');

/** @param heads see `headsOf` */
export function findCounters(
  page: Measured,
  heads: Int32Array,
  isStamp: (u: number) => boolean,
  counter: (u: number) => void,
): void {
  const { units } = page;
  for (let from = 0; from < units.count;) {
    let to = from + 1;
    while (to < units.count && units.gap[to] === SAME_LINE) to++;
    if (
      (heads[from] as number) >= 0 &&
      isCounter(page, from, to) &&
      isInStrip(page, from, isStamp)
    ) {
      for (let u = from; u < to; u++) counter(u);
      // What follows of the kind are records of a list.
      return;
    }
    from = to;
  }
}

function isCounter(page: Measured, from: number, to: number): boolean {
  const { units, shapes } = page;
  if ((units.to[to - 1] as number) - (units.from[from] as number) > MOST_WORDS) return false;
  let hasNumber = false;
  let hasWord = false;
  for (let u = from; u < to; u++) {
    hasNumber ||= (shapes.numbers[u] as number) > 0 || shapes.last[u] === DIGIT;
    hasWord ||= labelOf(page, u) === COMMENTS;
  }
  return hasNumber && hasWord;
}

/** Whether a stamp or a headline stands close above. */
function isInStrip(page: Measured, u: number, isStamp: (u: number) => boolean): boolean {
  for (let v = u - 1; v >= Math.max(0, u - NEAR); v--)
    if (isStamp(v) || page.lead[v] === BYLINE || (page.shapes.words[v] as number) >= TITLE_WORDS)
      return true;
  return false;
}
