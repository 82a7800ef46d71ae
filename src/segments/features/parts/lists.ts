/**
 * Lists that a sentence of the story announces: “These stops are served:”. Lines of any words may stand in them, so that nothing but the sentence and the
 * place tells them from a menu.
 * @module
 */
import { LABELS } from '../../../labels.ts';
import { SAME_LINE } from '../../units/units.ts';
import { LASTS } from '../shape.ts';
import { isFree, labelOf, type Measured } from './blocks.ts';

const COMMENTS = LABELS.indexOf('comments');
const COLON = LASTS.indexOf('colon');
/** Of the sentence: shorter ones with a colon are labels. Set by hand, as are the numbers below. */
const LEAST_WORDS = 6;
/** Running text stands so close above. */
const NEAR = 2;
/** Below the furniture of comments stand the rules of the house. */
const HOUSE_RULES = 12;
const LEAST_ITEMS = 2;
const MOST_ITEMS = 20;
const MOST_WORDS = 25;
/** A gap with a blank line. */
const BLANK = 2;
/** Strength of a rule that knows how a sentence ends. */
const EDGE = 2;

/**
 * Looks for lists and marks their units. Each is read once or twice.
 * @param isSpaced whether blank lines part the page: elsewhere only running text tells where a list ends
 */
export function findLists(page: Measured, isSpaced: boolean, listed: (u: number) => void): void {
  const { prose } = page;
  let told = -Infinity;
  let comments = -Infinity;
  for (let u = 0; u < prose.length; u++) {
    if (labelOf(page, u) === COMMENTS && !isFree(page, u)) comments = u;
    const isNear = prose[u] === 1 || u - told <= NEAR;
    const isOpening = isNear && u - comments > HOUSE_RULES && opensList(page, u);
    if (prose[u]) told = u;
    if (!isOpening) continue;
    const end = endOf(page, u + 1);
    const isWhole = isSpaced || prose[end] === 1;
    if (isWhole && end - u - 1 >= LEAST_ITEMS) for (let v = u + 1; v < end; v++) listed(v);
  }
}

function opensList(page: Measured, u: number): boolean {
  const { shapes, units, leadStrength } = page;
  if (units.gap[u + 1] === SAME_LINE || !isFree(page, u)) return false;
  if ((shapes.words[u] as number) < LEAST_WORDS) return false;
  return shapes.last[u] === COLON || (labelOf(page, u) === 0 && leadStrength[u] === EDGE);
}

/** Where a list that begins with a unit ends: before a blank line, a unit that a rule knows, or running text. */
function endOf(page: Measured, from: number): number {
  const { units, shapes, prose } = page;
  let to = from;
  while (to < units.count && to - from < MOST_ITEMS) {
    if (to > from && (units.gap[to] as number) >= BLANK) return to;
    if (!isFree(page, to) || prose[to] || (shapes.words[to] as number) > MOST_WORDS) break;
    to++;
  }
  return to;
}
