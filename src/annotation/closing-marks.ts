/**
 * Marks around a name at the end of a mention: words do not reach over the closing one.
 * @module
 */

/** "the newspaper “The Tide | ”": characters of the mark behind `end` that closes what was opened since `start` (UTF-16); 0 where there is none. */
export function closingMark(text: string, start: number, end: number): number {
  const close = CLOSING.exec(text.slice(end, end + 2))?.[0];
  if (close === undefined) return 0;
  const mention = text.slice(start, end);
  const open = mention.search(OPENING);
  return open > 0 && !CLOSED.test(mention.slice(open + 1)) ? close.length : 0;
}

const OPENING = /["“„«‘‚]/;
const CLOSING = /^\s?["”“»’‘]/;
const CLOSED = /["”“»’]/;
