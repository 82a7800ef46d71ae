/**
 * The right margin of a wrapped text.
 *
 * A program that wraps lines breaks one where the next word would not have fitted. So every pair of neighbouring lines
 * gives a range of margins that explain the break between them: from the length of the first to just under what it would have
 * been with the first word of the second. A wrapped text has one margin that explains nearly all its breaks and that hardly a
 * line crosses. Verse, lists and addresses have no such margin, lines that are paragraphs cross any.
 * @module
 */
import { isLower, isSolo, isUpper } from '../text/chars.ts';
import { ITEM, PLAIN, type LineKinds } from './line-kinds.ts';
import type { RawLines } from './lines.ts';
import { columnsOf, firstWordColumns, isUneven } from './columns.ts';

/** Margins that are looked for, in columns. Newspaper columns are narrower than anything else, printouts wider. */
const LEAST = 24;
const MOST = 200;
/** Fewer breaks than this prove nothing. */
const LEAST_BREAKS = 3;
/** Lines shorter than this share of the margin are ends of paragraphs, lists and headings: they say nothing. */
const NEARLY_FULL = 0.66;
/** How many of the breaks behind longer lines the margin must explain. Running text: .75 to 1; verse and lists: up to .5. */
const LEAST_EXPLAINED = 0.62;
/** The same where paragraphs have no blank lines between them. */
const LEAST_OF_ALL = 0.4;
/** Of the lines that go on, so many begin with a small letter. Running text: .5 (German) to .9; lists of titles: .1. */
const LEAST_SMALL = 0.3;
/** So many breaks that the margin explains prove it in scripts without capitals. */
const CASELESS_BREAKS = 8;
/** So many explained breaks for each line that crosses the margin: table cells and code do, here and there. */
const BREAKS_PER_LONG_LINE = 4;

/** The columns of every line, and of its first word; 0 for blank lines. */
export interface Widths {
  readonly line: Int32Array;
  readonly word: Int32Array;
}

export function measureWidths(text: string, lines: RawLines, { content }: LineKinds): Widths {
  const line = new Int32Array(lines.count);
  const word = new Int32Array(lines.count);
  const uneven = isUneven(text);
  for (let i = 0; i < lines.count; i++) {
    const from = lines.from[i] as number;
    const end = lines.end[i] as number;
    line[i] = uneven ? columnsOf(text, from, end) : end - from;
    word[i] = firstWordColumns(text, content[i] as number, lines.end[i] as number);
  }
  return { line, word };
}

export interface Margin {
  /** In columns. */
  readonly width: number;
  /** So many columns short of it a line may still be full: letters of a printed page are not all of one width. */
  readonly slack: number;
}

/** The margin at which a text is wrapped, or null. Linear in lines. */
export function findMargin(
  text: string,
  lines: RawLines,
  kinds: LineKinds,
  widths: Widths,
): Margin | null {
  const breaks = breaksOf(text, lines, kinds, widths);
  for (const manner of MANNERS) {
    if (breaks.length < manner.breaks) continue;
    const width = bestMargin(breaks, manner.slack);
    const slack = Math.round(width * manner.slack);
    if (!explains(text, breaks, width, slack, manner)) continue;
    const explained = breaks.filter(
      ({ length, to }) => length <= width && to >= width - slack,
    ).length;
    const long = countLong(text, lines, kinds, widths, width + slack);
    if (explained >= BREAKS_PER_LONG_LINE * long) return { width, slack };
  }
  return null;
}

/** What must be seen before a text is taken for one that is wrapped. */
interface Manner {
  /** As a share of the margin. */
  readonly slack: number;
  readonly breaks: number;
  readonly explained: number;
  readonly small: number;
}

/** Letters of one width; and those of print, whose margin is blurred, so that it must explain more. */
const MANNERS: readonly Manner[] = [
  { slack: 0, breaks: LEAST_BREAKS, explained: LEAST_EXPLAINED, small: LEAST_SMALL },
  { slack: 0.08, breaks: 2 * LEAST_BREAKS, explained: 0.8, small: 0.5 },
];

/** Whether a margin explains the breaks behind all longer lines but a few. */
function explains(
  text: string,
  breaks: readonly Break[],
  width: number,
  slack: number,
  manner: Manner,
): boolean {
  const least = width * NEARLY_FULL;
  const near = breaks.filter(({ length, to }) => length <= width && length >= least && to >= least);
  const explained = near.filter(({ to }) => to >= width - slack);
  // Paragraphs need not have blank lines between them: what ends with a sentence may end there.
  const against = near.filter(
    ({ to, end }) => to < width - slack && !endsSentence(text, end),
  ).length;
  if (explained.length < LEAST_OF_ALL * near.length) return false;
  const small = explained.filter(({ start }) => start === 'small').length;
  const large = explained.filter(({ start }) => start === 'large').length;
  if (explained.length < manner.breaks) return false;
  if (explained.length < manner.explained * (explained.length + against)) return false;
  // Without capitals there is less to tell by, and there must be more of it.
  if (small + large === 0) return explained.length >= CASELESS_BREAKS;
  return small >= manner.small * (small + large);
}

/** A break between neighbouring lines: margins from `length` to `to` explain it. */
interface Break {
  readonly length: number;
  readonly to: number;
  readonly start: 'small' | 'large' | 'other';
  /** Where its line ends in the text. */
  readonly end: number;
}

function breaksOf(
  text: string,
  lines: RawLines,
  { kind, content, depth }: LineKinds,
  { line, word }: Widths,
): readonly Break[] {
  const breaks: Break[] = [];
  for (let i = 0; i + 1 < lines.count; i++) {
    if ((kind[i] !== PLAIN && kind[i] !== ITEM) || kind[i + 1] !== PLAIN) continue;
    if (depth[i] !== depth[i + 1]) continue;
    const length = line[i] as number;
    const to = length + (word[i + 1] as number);
    if (
      to < LEAST ||
      length > MOST ||
      !isBreakable(text, content[i] as number, lines.end[i] as number)
    )
      continue;
    const first = text.charCodeAt(content[i + 1] as number);
    const start = isLower(first) ? 'small' : isUpper(first) ? 'large' : 'other';
    breaks.push({ length, to, start, end: lines.end[i] as number });
  }
  return breaks;
}

/** The smallest margin of those that explain the most breaks. */
function bestMargin(breaks: readonly Break[], slack: number): number {
  const step = new Int32Array(MOST + 2);
  for (const { length, to } of breaks) {
    const from = Math.max(LEAST, length);
    const behind = Math.min(MOST, Math.floor(to * (1 + slack))) + 1;
    if (behind <= from) continue;
    step[from] = (step[from] as number) + 1;
    step[behind] = (step[behind] as number) - 1;
  }
  let best = LEAST;
  let most = 0;
  let count = 0;
  for (let margin = LEAST; margin <= MOST; margin++) {
    count += step[margin] as number;
    if (count <= most) continue;
    most = count;
    best = margin;
  }
  return best;
}

/** Lines over the margin that a program which wraps there would have broken. */
function countLong(
  text: string,
  lines: RawLines,
  { kind, content }: LineKinds,
  { line }: Widths,
  margin: number,
): number {
  let count = 0;
  for (let i = 0; i < lines.count; i++) {
    if ((line[i] as number) <= margin + 1 || kind[i] !== PLAIN) continue;
    const start = content[i] as number;
    const end = lines.end[i] as number;
    const head = text.slice(start, Math.min(end, start + margin));
    // Addresses are not broken, and some programs do not break the words of a link either.
    const canBreak = head.includes(' ') || isSolo(text.charCodeAt(start));
    if (canBreak && !text.slice(start, Math.min(end, start + MOST_READ)).includes('://')) count++;
  }
  return count;
}

const MOST_READ = 2_000;

/** Whether a sentence ends in front of `end`: from the end of a line back to the last sign of it that tells. */
export function endsSentence(text: string, end: number): boolean {
  return /[.!?:;。！？…]["'”’»)\]]*$/.test(text.slice(Math.max(0, end - 4), end));
}

function isBreakable(text: string, start: number, end: number): boolean {
  if (isSolo(text.charCodeAt(start))) return true;
  // From the end: a line without any is one word, and words are short.
  for (let at = end - 1, least = Math.max(start, end - MOST); at > least; at--)
    if (text.charCodeAt(at) === 32) return true;
  return false;
}
