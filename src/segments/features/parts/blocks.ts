/**
 * Blocks: units without a blank line between them. Where a page sets paragraphs apart by blank lines, a box is a block, and what stands behind the
 * blank line below it is no part of it. Found by make, in any language.
 * @module
 */
import { LABELS } from '../../../labels.ts';
import { LABEL_OF_KIND } from '../../kinds.ts';
import { GAPS, SAME_LINE, type Units } from '../../units/units.ts';
import { endsInStop, LASTS, type Shapes } from '../shape.ts';

/** What is known of the units when their parts are looked for. */
export interface Measured {
  readonly units: Units;
  readonly shapes: Shapes;
  readonly prose: Uint8Array;
  readonly lead: Uint8Array;
  readonly leadStrength: Uint8Array;
  /** How often the text of the unit stands on the page. */
  readonly times: Uint8Array;
}

/** Half-open in units. */
export interface Block {
  readonly from: number;
  readonly to: number;
  /** Whether it is one line of the page. */
  readonly isLine: boolean;
  readonly hasProse: boolean;
}

const BODY = LABELS.indexOf('body');

/** Index of the label that the strongest rule speaks for; -1 where none does. */
export function labelOf({ lead }: Measured, u: number): number {
  const kind = lead[u] as number;
  return kind === 0 ? -1 : (LABEL_OF_KIND[kind - 1] as number);
}

/** A phrase in running text does not make furniture of it. */
const TOLD_STRENGTH = 2;

/** Whether no rule knows a unit for something else than story. */
export function isFree(page: Measured, u: number): boolean {
  const label = labelOf(page, u);
  if (label < 0 || label === BODY) return true;
  return page.prose[u] === 1 && (page.leadStrength[u] as number) < TOLD_STRENGTH;
}

const MARK = LASTS.indexOf('mark');

/** Whether a unit ends as a sentence does, or with a mark of quotation. */
export function endsSentence({ shapes }: Measured, u: number): boolean {
  return endsInStop(shapes, u) || shapes.last[u] === MARK;
}

/** A gap with a blank line, or more. */
export const BLANK = GAPS.indexOf('blank');

/** The blocks of a page in order, and of each unit the number of its own. */
export interface Blocks {
  readonly list: readonly Block[];
  readonly of: Int32Array;
}

export function findBlocks({ units, prose }: Measured): Blocks {
  const { count, gap } = units;
  const list: Block[] = [];
  const of = new Int32Array(count);
  for (let from = 0; from < count;) {
    let to = from + 1;
    let lines = 1;
    while (to < count && (gap[to] as number) < BLANK) if (gap[to++] !== SAME_LINE) lines++;
    of.fill(list.length, from, to);
    const hasProse = prose.subarray(from, to).includes(1);
    list.push({ from, to, isLine: lines === 1, hasProse });
    from = to;
  }
  return { list, of };
}

/** Share of the prose that stands behind a blank line, from which on blank lines set paragraphs apart. */
const MOSTLY = 0.6;
const LEAST_PROSE = 2;

/** Whether blank lines set the paragraphs of a page apart. */
export function isSpaced({ units, prose }: Measured): boolean {
  let all = 0;
  let apart = 0;
  for (let u = 0; u < units.count; u++) {
    if (!prose[u] || units.gap[u] === SAME_LINE) continue;
    all++;
    if (u === 0 || (units.gap[u] as number) >= BLANK) apart++;
  }
  return all >= LEAST_PROSE && apart >= MOSTLY * all;
}

/** From a headline to the running text of its story. */
const HEAD_UNITS = 15;
/** Running text so close above belongs to the same story: a date below it heads a part of it. */
const CLOSE = 2;

/** A page has a notice of cookies and a story or two with a head; where more seem to follow, they are records of a list. */
const MOST_HEADS = 3;

/**
 * For each unit the first running text below it where it may be a part of a story's head; -1 elsewhere. There is no running text close above it, and what is below is none that a
 * rule knows for something else.
 */
export function headsOf(page: Measured): Int32Array {
  const { prose } = page;
  const heads = new Int32Array(prose.length).fill(-1);
  let last = -Infinity;
  let found = 0;
  prose.forEach((is, u) => {
    if (!is) return;
    const from = Math.max(0, last + CLOSE + 1, u - HEAD_UNITS);
    if (from < u && isFree(page, u) && found++ < MOST_HEADS) heads.fill(u, from, u);
    last = u;
  });
  return heads;
}
