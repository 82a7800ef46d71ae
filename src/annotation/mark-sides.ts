/**
 * Which side of a quotation a mark stands on, as what stands around it tells: it opens, closes, opens another one inside,
 * or is no quote mark at all.
 * @module
 */
import { isDigit, isLetter, isSolo, isSpace, isWordish } from '../text/chars.ts';

/** Marks that may also be apostrophes. */
export const APOSTROPHES: ReadonlySet<string> = new Set(["'", '’', '‘']);
/** Marks that open or close depending on what stands around them. */
export const TWO_WAY: ReadonlySet<string> = new Set(['"', '”', '»', '›']);
/** Marks that close as often as they open, in one language or another. */
const BOTH_WAYS: ReadonlySet<string> = new Set(['“', '«']);

/**
 * ```
 *   said “we     a 6" pipe     don't     rock 'n' roll     Guten Morgen“, sagte
 *        ^ yes      ^ no          ^ no        ^ no                     ^ no
 * ```
 */
export function opens(text: string, at: number, start: number, end: number): boolean {
  const mark = text[at] as string;
  const before = at > start ? text.charCodeAt(at - 1) : 32;
  const after = at + 1 < end ? text.charCodeAt(at + 1) : 32;
  if (APOSTROPHES.has(mark)) return !isWordish(before) && isLetter(after) && !isSpace(after);
  if (mark === '‹' || mark === '‚') return !isWordish(before);
  // In scripts without spaces a mark stands right behind a word.
  if (TWO_WAY.has(mark)) return (!isWordish(before) || isSolo(before)) && !isSpace(after);
  return !BOTH_WAYS.has(mark) || at === start || isSolo(before) || !closesHere(text, at, end);
}

/** Whether a mark stands behind a word or its punctuation, and in front of none: “over“ she said. */
export function closesHere(text: string, at: number, end: number): boolean {
  if (at === 0 || OPENERS.test(text[at - 1] as string)) return false;
  if (text[at] === '«' && APOSTROPHES.has(text[at - 1] as string) && isElision(text, at))
    return false;
  return at + 1 >= end || AFTER_CLOSE.test(text[at + 1] as string);
}

/** "d'« absurde »": behind a letter or two that lost their end, and in front of a space. */
function isElision(text: string, at: number): boolean {
  return isSpace(text.charCodeAt(at + 1)) && ELIDED.test(text.slice(Math.max(0, at - 4), at));
}

const ELIDED = /(?:^|\s)\p{L}{1,2}['’]$/u;

/** What an opening mark may stand behind, and a closing one does not. */
const OPENERS = /[\s([{—–]/;
const AFTER_CLOSE = /[\s,.;:!?…)\]}”’'"»–—-]/;

/** A mark inside an open pair that clearly opens: a space or the opening mark itself stands in front of it, and a word behind. */
export function opensInside(text: string, at: number, end: number): boolean {
  if (at === 0 || at + 1 >= end) return false;
  const isBehindOpening = isSpace(text.charCodeAt(at - 1)) || text[at - 1] === text[at];
  return isBehindOpening && isWordish(text.charCodeAt(at + 1));
}

/** A straight mark behind a digit inside a pair whose own closing mark is still to come: "The pipe is 12" wide," he said. */
export function isInch(
  text: string,
  at: number,
  end: number,
  mark: string,
  closers: string,
): boolean {
  if (!isDigit(text.charCodeAt(at - 1))) return false;
  for (let i = at + 1; i < Math.min(end, at + LOOKAHEAD); i++) {
    const here = text[i] as string;
    if (here === '“') return false;
    if (here === '"' && mark === '"')
      return closesHere(text, i, end) && !isDigit(text.charCodeAt(i - 1));
    if (here !== '"' && closers.includes(here)) return true;
  }
  return false;
}

/** Whether the pair that opens at `from`, inside another one with the same mark, and the other one both close. */
export function isNest(
  text: string,
  from: number,
  end: number,
  mark: string,
  closers: string,
): boolean {
  let closes = 0;
  for (let at = from + 1; at < Math.min(end, from + LOOKAHEAD); at++) {
    const here = text[at] as string;
    if (here !== mark && !closers.includes(here)) continue;
    if (here === mark && (!TWO_WAY.has(mark) || opensInside(text, at, end))) return false;
    if (++closes === 2) return true;
  }
  return false;
}

/** Nests are short; a bound keeps hostile text linear. */
const LOOKAHEAD = 2000;
