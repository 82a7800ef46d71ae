/**
 * The inline marks of Markdown other than links: emphasis, highlights (`==`), code, escapes, tags.
 * @module
 */
import { isSpace, isWordish } from '../text/chars.ts';
import type { Removals } from './removals.ts';

const MARKS = /\\[!-/:-@[-`{-~]|\\\r?\n|\*+|_+|~~+|==+|`+|<\/?[a-z][^<>\n]{0,500}>|\n/gi;
const BREAK = /^<br\b/i;

interface Opener {
  readonly mark: string;
  readonly start: number;
  readonly end: number;
}

/** Takes out marks in pairs; one that has no partner in its paragraph stays. Linear in the text. */
export function findEmphasis(text: string, out: Removals): void {
  let open: Opener[] = [];
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    const end = index + mark.length;
    if (mark === '\n') open = [];
    else if (mark.startsWith('\\')) out.add(index, index + 1);
    else if (mark.startsWith('<')) out.add(index, end, BREAK.test(mark) ? '\n' : '');
    else if (mark.length >= EMPTY) out.add(index, end);
    else open = pair(text, { mark, start: index, end }, open, out);
  }
}

/** So many marks in a row are strong emphasis of nothing. */
const EMPTY = 4;

/** @returns what is still open */
function pair(text: string, run: Opener, open: Opener[], out: Removals): Opener[] {
  const before = text.charCodeAt(run.start - 1);
  const behind = text.charCodeAt(run.end);
  const canClose = run.start > 0 && !isSpace(before);
  const canOpen = run.end < text.length && !isSpace(behind);
  if (run.mark.startsWith('_') && isWordish(before) && isWordish(behind)) return open;
  const last = open.at(-1);
  if (canClose && last?.mark === run.mark) {
    out.add(last.start, last.end);
    out.add(run.start, run.end);
    open.pop();
    return open;
  }
  if (canOpen && open.length < MOST_OPEN) open.push(run);
  return open;
}

/** Emphasis is not nested deeper. */
const MOST_OPEN = 8;
