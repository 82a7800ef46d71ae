/**
 * The lines of a stretch of text, as the page sets them: one block each.
 * @module
 */
import type { Span } from '../text/spans.ts';

/** Browsers lay out a paragraph in one go: one of a megabyte would stop the page. */
const LONGEST = 6000;

const BREAKS = /\r\n|[\n\r\u2028\u2029\u0085]/g;

/** Lines that hold something, without the white space around them; very long ones in pieces. Offsets are in UTF-16. */
export function* linesOf(text: string, { start, end }: Span): Generator<Span> {
  // Searched in a slice, so that the time does not depend on how far away the next break of the whole text is.
  let from = start;
  for (const { 0: found, index } of text.slice(start, end).matchAll(BREAKS)) {
    yield* piecesOf(text, trimmed(text, from, start + index));
    from = start + index + found.length;
  }
  yield* piecesOf(text, trimmed(text, from, end));
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && isSpace(text, from)) from++;
  while (to > from && isSpace(text, to - 1)) to--;
  return { start: from, end: to };
}

function* piecesOf(text: string, { start, end }: Span): Generator<Span> {
  let from = start;
  while (end - from > LONGEST) {
    const to = cut(text, from);
    yield { start: from, end: to };
    from = to;
  }
  if (from < end) yield { start: from, end };
}

/** Behind a space if there is one near, never inside a surrogate pair. */
function cut(text: string, from: number): number {
  const limit = from + LONGEST;
  for (let at = limit; at > limit - 200; at--) if (isSpace(text, at - 1)) return at;
  const low = text.charCodeAt(limit);
  return low >= 0xdc00 && low < 0xe000 ? limit - 1 : limit;
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit <= 0x20 || unit === 0xa0 || unit === 0xfeff || unit === 0x3000;
}
