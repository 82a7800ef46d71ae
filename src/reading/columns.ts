/**
 * How wide text is on a terminal: Chinese, Japanese and Korean characters take two columns, all others one.
 * @module
 */
import { isSolo, isSpace } from '../text/chars.ts';

/** No word is wider, and no line that matters. */
const MOST_WORD = 120;
const MOST_LINE = 400;

const TAB = 9;
const TAB_STOP = 8;

/** A text without any of these has as many columns as units. */
const UNEVEN = /[\t\u1100-\u115f\u2e80-\uffff]/;

export function isUneven(text: string): boolean {
  return UNEVEN.test(text);
}

/** Columns of `[start, end)`; of a line wider than anything that is wrapped, its length. */
export function columnsOf(text: string, start: number, end: number): number {
  if (end - start > MOST_LINE) return end - start;
  let columns = 0;
  for (let at = start; at < end; at++) {
    const unit = text.charCodeAt(at);
    if (unit === TAB) columns += TAB_STOP - (columns % TAB_STOP);
    else columns += isWide(unit) ? 2 : 1;
  }
  return columns;
}

/** Columns of the first word of `[start, end)`. Scripts without spaces break between any two characters. */
export function firstWordColumns(text: string, start: number, end: number): number {
  if (start >= end) return 0;
  if (isSolo(text.charCodeAt(start))) return 2;
  let columns = 0;
  for (let at = start; at < end && columns < MOST_WORD; at++) {
    const unit = text.charCodeAt(at);
    if (isSpace(unit)) break;
    columns += isWide(unit) ? 2 : 1;
  }
  return columns;
}

function isWide(unit: number): boolean {
  if (unit < 0x1100) return false;
  return (
    unit <= 0x115f ||
    (unit >= 0x2e80 && unit <= 0xa4cf) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xfe30 && unit <= 0xfe6f) ||
    (unit >= 0xff00 && unit <= 0xff60)
  );
}
