/**
 * What stands between one word and the next: the punctuation that clauses and mentions end at.
 * @module
 */
import { BREAK, SPACE, classOf } from '../text/chars.ts';
import type { Words } from '../text/words.ts';

export const PLAIN = 0;
/** A quote mark and nothing else. */
export const QUOTE_MARK = 1;
export const BRACKET = 2;
export const COMMA = 3;
export const DASH = 4;
export const COLON = 5;
export const SEMICOLON = 6;
/** A full stop, question or exclamation mark. */
export const STOP = 7;
export const OTHER = 8;
export const LINE_BREAK = 9;

const SINGLE_MARK = /['’‘]/;

/**
 * The kind of gap before each word: of several signs the one with the highest number, which is the one that tells
 * most about the clause (`said: “` is a colon). Before the first word a line break.
 */
export function classifyGaps(text: string, words: Words): Uint8Array {
  const gaps = new Uint8Array(words.count);
  for (let i = 0; i < words.count; i++)
    gaps[i] =
      i === 0 ? LINE_BREAK : gapKind(text, words.end[i - 1] as number, words.start[i] as number);
  return gaps;
}

function gapKind(text: string, from: number, to: number): number {
  if (to - from === 1 && text.charCodeAt(from) === 32) return PLAIN;
  // Long gaps hold a row of signs or many empty lines: nothing goes on across them.
  if (to - from > LONGEST_GAP) return LINE_BREAK;
  let kind = PLAIN;
  for (let at = from; at < to; at++) kind = Math.max(kind, charKind(text, at, from, to));
  return kind;
}

const LONGEST_GAP = 64;

/** The kind of gap of a stretch of text between two words, or between a mark and a word. */
export function gapBetween(text: string, from: number, to: number): number {
  return gapKind(text, from, to);
}

const QUOTE_MARKS = /^["“”„«»'‘’‚‹›]$/;

/** Whether a text is one quote mark and nothing else. */
export function isQuoteMark(text: string): boolean {
  return QUOTE_MARKS.test(text);
}

/** Whether a quote mark stands right before a word, a blank between them at most. */
export function isBehindMark(text: string, words: Words, word: number): boolean {
  const start = words.start[word] as number;
  return isQuoteMark(text.slice(Math.max(0, start - 2), start).trim());
}

function charKind(text: string, at: number, from: number, to: number): number {
  const bits = classOf(text.charCodeAt(at));
  if (bits & BREAK) return LINE_BREAK;
  if (bits & SPACE) return PLAIN;
  const mark = text[at] as string;
  switch (mark) {
    case ',':
    case '،':
    case '、':
      return COMMA;
    case '–':
    case '—':
    case '―':
      return DASH;
    case '-':
      // Between spaces, or doubled, a hyphen is a dash.
      return isSpaceOrHyphen(text, at - 1, from) && isSpaceOrHyphen(text, at + 1, from)
        ? DASH
        : PLAIN;
    case ':':
      // In an address it introduces nothing.
      return text.startsWith('//', at + 1) ? PLAIN : COLON;
    case ';':
      return SEMICOLON;
    case '(':
    case ')':
    case '[':
    case ']':
      return BRACKET;
    case '“':
    case '”':
    case '„':
    case '«':
    case '»':
    case '"':
      return QUOTE_MARK;
    case '.':
      // A stop inside an abbreviation has no space around it; before a comma it ends one.
      return to - from === 1 || ',;:'.includes(text[at + 1] ?? ' ') ? PLAIN : STOP;
    case '!':
    case '?':
    case '…':
    case '。':
      return STOP;
    case '&':
    case '/':
    case '’':
      return PLAIN;
    default:
      return SINGLE_MARK.test(mark) ? PLAIN : OTHER;
  }
}

function isSpaceOrHyphen(text: string, at: number, from: number): boolean {
  if (at < from) return false;
  const mark = text[at];
  return mark === '-' || (mark !== undefined && (classOf(mark.charCodeAt(0)) & SPACE) !== 0);
}
