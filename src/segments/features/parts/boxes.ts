/**
 * Boxes that stand inside of a story, and the story that goes on behind them.
 *
 * ```
 *   The first paragraph of the story.
 *
 *   Related articles             a header that a rule knows
 *   Harbour swim cancelled       boxed: no rule knows it
 *
 *   And now?                     resumed: it stands behind the blank line
 * ```
 * @module
 */
import { LABELLED_KINDS, LABELS } from '../../../labels.ts';
import { endsSentence, isFree, labelOf, type Block, type Blocks, type Measured } from './blocks.ts';

/** A longer block is no box. */
const MOST_UNITS = 12;
/** Of an item in a box, and of a line that is a box by itself. */
const MOST_WORDS = 25;
/** Strength of a rule that knows a header. */
const HEADER = 2;

const kindNumber = (kind: (typeof LABELLED_KINDS)[number]): number =>
  LABELLED_KINDS.indexOf(kind) + 1;
const RELATED = kindNumber('boilerplate/related');
const HOUSE = kindNumber('ads/house');
/** Headers of lists: what stands below them is of their kind. */
const LISTS = new Set([RELATED, kindNumber('ads/sponsored')]);
/** What publishers insert in a story. */
const INSERTED = new Set(
  (
    [
      ...['boilerplate/related', 'boilerplate/share', 'boilerplate/media', 'boilerplate/tag'],
      ...['ads/ad', 'ads/house', 'ads/sponsored', 'disclaimers/affiliate', 'disclaimers/privacy'],
    ] as const
  ).map((kind) => kindNumber(kind as 'ads/ad')),
);
const COMMENTS = LABELS.indexOf('comments');

/** Whether a block is furniture: a rule knows how it begins, and nothing is told in it. */
export function isFurniture(page: Measured, { from, to, isLine, hasProse }: Block): boolean {
  if (isFree(page, from) || to - from > MOST_UNITS) return false;
  if (isLine) return (page.shapes.words[from] as number) <= MOST_WORDS;
  return !hasProse && (page.leadStrength[from] as number) >= HEADER;
}

/** Whether furniture is there as a whole: a header alone has its list behind the blank line. */
function isWhole(page: Measured, { from, to }: Block): boolean {
  if (!INSERTED.has(page.lead[from] as number)) return false;
  return to - from > 1 || page.lead[from] !== RELATED || (page.shapes.words[from] as number) > 4;
}

/** What a box may be worth: marks units that stand in one, and those behind one. */
export interface BoxMarks {
  /** In a list of titles. */
  readonly boxed: (u: number) => void;
  /** In an appeal. */
  readonly pitched: (u: number) => void;
  /** A line by itself between blank lines, which a rule knows. */
  readonly aside: (u: number) => void;
  readonly resumed: (u: number, isLast: boolean) => void;
}

/** Looks for the boxes of a page. Every block is read twice at most. */
export function findBoxes(page: Measured, { list }: Blocks, marks: BoxMarks): void {
  const furniture = list.map((block) => isFurniture(page, block));
  let isTold = false;
  for (let b = 0; b < list.length; b++) {
    const block = list[b] as Block;
    if (!furniture[b]) {
      isTold ||= block.hasProse;
      continue;
    }
    // Behind other furniture the story is over.
    if (!isTold || furniture[b - 1]) continue;
    let end = b + 1;
    while (end < list.length && !furniture[end] && goesOn(page, list, end)) end++;
    const told = list.slice(b + 1, end);
    const next = list[end];
    const isThread = next !== undefined && labelOf(page, next.from) === COMMENTS;
    const hasProse = told.some((one) => one.hasProse);
    if (hasProse) markItems(page, block, marks);
    if (isThread || !isWhole(page, block)) continue;
    for (const one of told) if (isFree(page, one.from)) marks.resumed(one.from, !hasProse);
  }
}

/** Whether a block is one line that goes on with a story: a sentence, or a heading above something that is told. */
function goesOn(page: Measured, list: readonly Block[], b: number): boolean {
  const { from, to, isLine, hasProse } = list[b] as Block;
  if (!isFree(page, from)) return false;
  if (hasProse) return true;
  if (!isLine) return false;
  if (endsSentence(page, to - 1)) return true;
  const next = list[b + 1];
  if (next === undefined || !next.isLine || !isFree(page, next.from)) return false;
  return next.hasProse || endsSentence(page, next.to - 1);
}

function markItems(page: Measured, { from, to, isLine }: Block, marks: BoxMarks): void {
  const kind = page.lead[from] as number;
  const isAside = isLine && LISTS.has(kind) && (page.shapes.words[from] as number) > 2;
  if (isAside && (page.leadStrength[from] as number) >= HEADER) marks.aside(from);
  const mark = LISTS.has(kind) ? marks.boxed : kind === HOUSE ? marks.pitched : null;
  if (!mark) return;
  for (let u = from + 1; u < to; u++)
    if (isFree(page, u) && (page.shapes.words[u] as number) <= MOST_WORDS) mark(u);
}
