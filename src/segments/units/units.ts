/**
 * Units: what gets one label. A unit is a line, a part of a line, or the lines of a paragraph that was wrapped by hand.
 * @module
 */
import type { SegmentHits } from '../../rules/match/segment-rules.ts';
import type { Rules } from '../../rules/rules.ts';
import { isSpace } from '../../text/chars.ts';
import type { Document } from '../../text/document.ts';
import type { Line } from '../../text/lines.ts';
import { firstWordAfter } from '../../text/words.ts';
import { splitPoints } from './split.ts';
import { joinWrapped, type Block } from './unwrap.ts';

/** What lies between a unit and the one before. */
export const GAPS = ['same-line', 'tight', 'blank', 'wide'] as const;
export const SAME_LINE = 0;

/** Parallel arrays over units; offsets are UTF-16, words are word numbers, both half-open. */
export interface Units {
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index into {@link GAPS}. */
  readonly gap: Uint8Array;
}

/** A text of more lines than this is read several lines at a time: memory must not grow without bound. */
const MAX_LINES = 16_384;

/**
 * Cuts a document into units, in order, all text but white space covered. Linear in the text.
 * @param borders offsets (UTF-16, ascending) at which a unit ends, but for those inside of words
 */
export function cutUnits(
  doc: Document,
  rules: Rules,
  hits: SegmentHits,
  borders: Int32Array = NO_BORDERS,
): Units {
  const blocks = joinWrapped(doc, bounded(doc.lines));
  const builder = new UnitsBuilder();
  let word = 0;
  let hit = 0;
  let border = 0;
  for (const block of blocks) {
    const from = word;
    while (word < doc.words.count && (doc.words.start[word] as number) < block.end) word++;
    const firstHit = hit;
    while (hit < hits.from.length && (hits.from[hit] as number) < word) hit++;
    const gap = 1 + Math.min(2, block.blanksBefore);
    const piece = { start: block.start, end: block.end, from, to: word };
    const points = splitPoints(doc, rules, hits, piece, firstHit, hit);
    const firstBorder = border;
    while (border < borders.length && (borders[border] as number) < block.end) border++;
    const others = borders.subarray(firstBorder, border);
    builder.pushParts(
      doc,
      piece,
      gap,
      others.length === 0 ? points : withBorders(doc, piece, points, others),
    );
  }
  return builder.done();
}

const NO_BORDERS = new Int32Array(0);

/** The points at which a piece is split, and the borders in it between words. */
function withBorders(
  doc: Document,
  { start, from }: Piece,
  points: readonly number[],
  borders: Int32Array,
): readonly number[] {
  const { words } = doc;
  const all = new Set(points);
  let word = from;
  for (const at of borders) {
    while (word < words.count && (words.end[word] as number) <= at) word++;
    const isInside = word < words.count && (words.start[word] as number) < at;
    if (at > start && !isInside) all.add(at);
  }
  return [...all].sort((a, b) => a - b);
}

function bounded(lines: readonly Line[]): readonly Block[] {
  if (lines.length <= MAX_LINES) return lines;
  const step = Math.ceil(lines.length / MAX_LINES);
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i += step) {
    const first = lines[i] as Line;
    const last = lines[Math.min(i + step, lines.length) - 1] as Line;
    blocks.push({ start: first.start, end: last.end, blanksBefore: first.blanksBefore });
  }
  return blocks;
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

class UnitsBuilder {
  #start: number[] = [];
  #end: number[] = [];
  #from: number[] = [];
  #to: number[] = [];
  #gap: number[] = [];

  pushParts(doc: Document, piece: Piece, gap: number, points: readonly number[]): void {
    let start = piece.start;
    let from = piece.from;
    let partGap = gap;
    for (const point of [...points, piece.end]) {
      let end = point;
      while (end > start && isSpace(doc.text.charCodeAt(end - 1))) end--;
      if (end <= start) continue;
      const to = point === piece.end ? piece.to : firstWordAfter(doc.words, point);
      this.#start.push(start);
      this.#end.push(end);
      this.#from.push(from);
      this.#to.push(to);
      this.#gap.push(partGap);
      partGap = SAME_LINE;
      start = point;
      from = to;
    }
  }

  done(): Units {
    return {
      count: this.#start.length,
      start: Int32Array.from(this.#start),
      end: Int32Array.from(this.#end),
      from: Int32Array.from(this.#from),
      to: Int32Array.from(this.#to),
      gap: Uint8Array.from(this.#gap),
    };
  }
}
