/**
 * What each line of a text is by the marks it begins with: the bullets, numbers, rules and prefixes that programs print.
 * @module
 */
import { isDigit, isLetter } from '../text/chars.ts';
import { isBlank, type RawLines } from './lines.ts';

/** Kinds of lines, as numbers so that they fit into a typed array. */
export const BLANK = 0;
export const PLAIN = 1;
/** Begins with a bullet, or with a number in a list. */
export const ITEM = 2;
/** Nothing but a bullet. */
export const EMPTY_ITEM = 3;
/** Nothing but a drawn line. */
export const RULE = 4;
/** `# Heading`. */
export const HEADING = 5;
/** Columns with bars, or wide gaps, between them. */
export const ROW = 6;
/** Opens or ends a block of code, or stands in one. */
export const FENCE = 7;
export const CODE = 8;
/** No part of the page's text: a list of addresses, a script. */
export const LUMP = 9;

/** Parallel arrays over lines. */
export interface LineKinds {
  readonly kind: Uint8Array;
  /** Where the content begins, behind bullets and prefixes (UTF-16). */
  readonly content: Int32Array;
  /** How many `>` stand in front. */
  readonly depth: Uint8Array;
}

const PREFIX = /(?:>[ \t]*)+/y;
/** Bullets of text browsers, word processors and Markdown; several in a row where lists begin with lists. */
const BULLETS = /(?:[*+•·◦‣▪▫■□●○▸►◆➢✓-](?:[ \t\u00a0]+|$))+/my;
const LETTER_BULLET = /(?:o[ \t]+)(?=\S)|o$/my;
const NUMBER = /\d{1,3}[.)][ \t\u00a0]+(?=\S)/y;
const HASHES = /#{1,6}(?:[ \t]+|$)/my;
const DRAWN = /^[-=_*~+|─-╿\s]{3,}$/;
const BARS = /^\|.*\|$|[│║┃]/;
/** A text without any of these has no rows. */
const ANY_ROW = /[|│║┃\t]| {4}/;
const FENCES = /^(?:```|~~~)/;
const WIDE_GAP = /\S(?: {4,}|\t+)\S/;

/** Letters that text browsers print as bullets in a plain locale stand so far in. */
const LETTER_INDENT = 3;

/**
 * Reads the kinds of all lines.
 * @param isMarkdown whether `#` opens a heading and ` ``` ` a block of code
 */
export function kindsOf(text: string, lines: RawLines, isMarkdown: boolean): LineKinds {
  const n = lines.count;
  const kinds: LineKinds = {
    kind: new Uint8Array(n),
    content: lines.start.slice(),
    depth: new Uint8Array(n),
  };
  const hasRows = ANY_ROW.test(text);
  let isCode = false;
  for (let i = 0; i < n; i++) {
    if (isBlank(lines, i)) continue;
    if (isMarkdown && FENCES.test(text.slice(lines.start[i], (lines.start[i] as number) + 3))) {
      isCode = !isCode;
      kinds.kind[i] = FENCE;
    } else kinds.kind[i] = isCode ? CODE : readLine(text, lines, i, kinds, { isMarkdown, hasRows });
  }
  return kinds;
}

function readLine(
  text: string,
  lines: RawLines,
  i: number,
  { content, depth, kind }: LineKinds,
  { isMarkdown, hasRows }: { readonly isMarkdown: boolean; readonly hasRows: boolean },
): number {
  const end = lines.end[i] as number;
  const shape = (): number => (hasRows ? shapeOf(text, at, end) : PLAIN);
  let at = lines.start[i] as number;
  const skip = (expression: RegExp): boolean => {
    expression.lastIndex = at;
    const found = expression.test(text) && expression.lastIndex <= end;
    if (found) at = expression.lastIndex;
    return found;
  };
  if (text[at] === '>' && skip(PREFIX)) {
    depth[i] = Math.min(255, text.slice(lines.start[i], at).split('>').length - 1);
    content[i] = at;
    if (at >= end) return BLANK;
  }
  const first = text.charCodeAt(at);
  if (isLetter(first)) {
    const indent = at - (lines.from[i] as number);
    if (text[at] !== 'o' || indent < LETTER_INDENT || !skip(LETTER_BULLET)) return shape();
    content[i] = at;
    return at >= end ? EMPTY_ITEM : ITEM;
  }
  if (isDigit(first)) {
    const isListed = i === 0 || kind[i - 1] !== PLAIN || at > (lines.from[i] as number);
    return isListed && skip(NUMBER) ? ITEM : shape();
  }
  if (end - at < MOST_DRAWN && DRAWN.test(text.slice(at, end))) {
    return end - at > 2 || at > end ? RULE : PLAIN;
  }
  if (isMarkdown && first === HASH && skip(HASHES)) {
    content[i] = at;
    return HEADING;
  }
  if (skip(BULLETS)) {
    content[i] = Math.min(at, end);
    return at >= end ? EMPTY_ITEM : ITEM;
  }
  return shape();
}

const HASH = 35;
/** Drawn lines are no wider. */
const MOST_DRAWN = 400;
/** Wider lines are read as running text. */
const MOST_ROW = 300;

function shapeOf(text: string, start: number, end: number): number {
  if (end - start > MOST_ROW) return PLAIN;
  const line = text.slice(start, end);
  return ANY_ROW.test(line) && (BARS.test(line) || WIDE_GAP.test(line)) ? ROW : PLAIN;
}
