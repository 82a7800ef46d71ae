/**
 * Lists that a sentence of the story announces: “These stops are served:”. Lines of any words may stand in them, so that nothing but the sentence and the
 * place tells them from a menu.
 * @module
 */
import { LABELS } from '../../../labels.ts';
import { SAME_LINE } from '../../units/units.ts';
import { LASTS } from '../shape.ts';
import { BLANK, isFree, labelOf, type Measured } from './blocks.ts';

const BODY = LABELS.indexOf('body');
const COMMENTS = LABELS.indexOf('comments');
const COLON = LASTS.indexOf('colon');
/** Of the sentence: shorter ones with a colon are labels. Set by hand, as are the numbers below. */
const LEAST_WORDS = 6;
/** Running text stands so close above. */
const NEAR = 2;
/** Below the furniture of comments, under a story, stand the rules of the house. */
const HOUSE_RULES = 12;
const LEAST_ITEMS = 2;
const MOST_ITEMS = 20;
const MOST_WORDS = 25;
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
    if (told >= 0 && labelOf(page, u) === COMMENTS && !isFree(page, u)) comments = u;
    const isNear = prose[u] === 1 || u - told <= NEAR;
    const isOpening = isNear && u - comments > HOUSE_RULES && opensList(page, u);
    if (prose[u]) told = u;
    if (!isOpening) continue;
    const end = endOf(page, u + 1);
    const isWhole = isSpaced || prose[end] === 1;
    if (isWhole && end - u - 1 >= LEAST_ITEMS) for (let v = u + 1; v < end; v++) listed(v);
  }
}

/** Points below a header in front of the running text, as “Key points”. Set by hand, as is the number below. */
const MOST_POINTS = 8;
const HEADER_WORDS = 4;
/** Strength of a rule that knows a line whole. */
const LINE = 3;

/**
 * Looks for points of a summary above running text: below a header that a rule knows for the story's, up to a line that a rule knows for something else, or a line of names.
 * @param heads see `headsOf`
 */
export function findPoints(page: Measured, heads: Int32Array, listed: (u: number) => void): void {
  const { shapes, prose } = page;
  heads.forEach((head, u) => {
    if (head < 0 || page.lead[u] === 0 || labelOf(page, u) !== BODY) return;
    if ((page.leadStrength[u] as number) < LINE || (shapes.words[u] as number) > HEADER_WORDS)
      return;
    for (let v = u + 1; v <= Math.min(head - 1, u + MOST_POINTS); v++) {
      const words = shapes.words[v] as number;
      if (!isFree(page, v) || prose[v] || words > MOST_WORDS) return;
      if ((shapes.capitals[v] as number) * 2 >= words) return;
      listed(v);
    }
  });
}

function opensList(page: Measured, u: number): boolean {
  const { shapes, units, leadStrength } = page;
  if (units.gap[u + 1] === SAME_LINE || !isFree(page, u)) return false;
  if ((shapes.words[u] as number) < LEAST_WORDS) return false;
  return shapes.last[u] === COLON || (labelOf(page, u) === BODY && leadStrength[u] === EDGE);
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
