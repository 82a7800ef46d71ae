/**
 * Lines of a text: the parts between line breaks, trimmed, the empty ones left out but counted.
 * @module
 */
import { BREAK, SPACE, classOf } from './chars.ts';

/** A line that holds something. Offsets are UTF-16, half-open, without the white space at its ends. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Empty lines between the line before and this one; for the first line, those above it. */
  readonly blanksBefore: number;
  /** Columns of white space in front. */
  readonly indent: number;
}

const CR = 13;
const LF = 10;

/** All lines with content, in order. CRLF is one break; so are LF, CR, VT, FF, NEL, U+2028 and U+2029. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  let blanks = 0;
  let at = 0;
  while (at < text.length) {
    const from = at;
    let first = -1;
    let last = -1;
    let unit = 0;
    for (; at < text.length; at++) {
      unit = text.charCodeAt(at);
      const bits = classOf(unit);
      if (bits & BREAK) break;
      if (bits & SPACE) continue;
      if (first < 0) first = at;
      last = at;
    }
    if (at < text.length) at += unit === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    if (first < 0) {
      blanks++;
      continue;
    }
    lines.push({ start: first, end: last + 1, blanksBefore: blanks, indent: first - from });
    blanks = 0;
  }
  return lines;
}
