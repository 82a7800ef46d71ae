/**
 * The lines of a text as it was sent, blank ones and margins included.
 * @module
 */
import { isSpace } from '../text/chars.ts';

/** Parallel arrays over all lines; offsets are UTF-16. A line without content has `start === end`. */
export interface RawLines {
  readonly count: number;
  /** Where the line begins, and where its content does and ends. */
  readonly from: Int32Array;
  readonly start: Int32Array;
  readonly end: Int32Array;
  /** Where its line break begins: behind the white space at its end. */
  readonly to: Int32Array;
}

const CR = 13;

/** Lines end with LF or CRLF, or with CR where a text has no LF at all. */
export function rawLines(text: string): RawLines {
  const from: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const to: number[] = [];
  const newline = text.includes('\n') ? '\n' : '\r';
  for (let at = 0; at <= text.length;) {
    const found = text.indexOf(newline, at);
    const stop = found < 0 ? text.length : found;
    const last = stop > at && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop;
    let first = at;
    while (first < last && isSpace(text.charCodeAt(first))) first++;
    let behind = last;
    while (behind > first && isSpace(text.charCodeAt(behind - 1))) behind--;
    from.push(at);
    start.push(first);
    end.push(behind);
    to.push(last);
    at = stop + 1;
  }
  return {
    count: from.length,
    from: Int32Array.from(from),
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    to: Int32Array.from(to),
  };
}

export function isBlank(lines: RawLines, i: number): boolean {
  return lines.start[i] === lines.end[i];
}
