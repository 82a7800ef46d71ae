/**
 * Lines put together into paragraphs, and what programs print in front of them taken out.
 * @module
 */
import { isLower, isSolo, isSpace } from '../text/chars.ts';
import type { LineTag } from './copy.ts';
import { Edits } from './edits.ts';
import { betweenFragments } from './fragments.ts';
import { Hyphens } from './hyphens.ts';
import {
  BLANK,
  CODE,
  EMPTY_ITEM,
  FENCE,
  HEADING,
  ITEM,
  LUMP,
  PLAIN,
  ROW,
  RULE,
  type LineKinds,
} from './line-kinds.ts';
import { isBlank, type RawLines } from './lines.ts';
import { endsSentence, type Margin, type Widths } from './margin.ts';

export interface Layout {
  readonly text: string;
  readonly lines: RawLines;
  readonly kinds: LineKinds;
  readonly widths: Widths;
  /** The right margin; null where lines are paragraphs. */
  readonly margin: Margin | null;
  /** 1 for each line that goes on in the next one, whatever its width; null where there is none. */
  readonly fragments: Uint8Array | null;
  /** Where paragraphs run over the end of a page, as `findRunOvers` has it; null where there is one page. */
  readonly runOvers: Int32Array | null;
  /** Whether marks in front of lines are taken out: bullets, rules, `>`. */
  readonly isMarked: boolean;
}

export interface Unwrapped {
  readonly edits: Edits;
  /** What blocks are, by where their content begins in the text as sent. */
  readonly at: readonly number[];
  readonly tag: readonly LineTag[];
}

/** A line that is shorter than this share of the margin ends its paragraph, unless the next word is longer than the rest of it. */
const NEARLY_FULL = 0.7;
/** Text browsers leave a margin beside paragraphs, but not beside headings: these may be so many columns wider. */
const HEADING_MARGIN = 6;
/** Letters of print are not all of one width: where a sentence goes on, its line may be wider than the margin by so much. */
const BLURRED = 1.15;
/** A line of a record: `Founded: 1911`. */
const FIELD = /^\p{Lu}[\p{L} ]{1,24}:\s/u;
/** A heading under which a line is drawn is no longer. */
const MOST_HEADING = 120;

/** What goes on in a plain line. */
const OPEN: ReadonlySet<number> = new Set([PLAIN, ITEM, HEADING]);

/** Makes paragraphs of lines. Linear in the text. */
export function unwrap(layout: Layout): Unwrapped {
  const { text, lines, kinds } = layout;
  const edits = new Edits();
  const at: number[] = [];
  const tag: LineTag[] = [];
  const hyphens = new Hyphens(text, layout.margin?.width ?? null);
  let first = 0;
  for (let i = 0; i < lines.count; i++) {
    const kind = kinds.kind[i] as number;
    const runOver = layout.runOvers?.[i] ?? 0;
    if (runOver < 0) continue;
    if (runOver > 0) {
      const content = kinds.content[i] as number;
      const { by, from } = hyphens.between(lines.end[runOver - 1] as number, content);
      edits.replace(from, content, by);
      first = i;
      continue;
    }
    if (kind === LUMP || (layout.isMarked && isDrawing(kind, lines, i))) {
      edits.remove(lines.from[i] as number, nextLine(text, lines, i));
      continue;
    }
    if (kind === BLANK) continue;
    if (i > 0 && layout.fragments?.[i - 1] === 1) {
      const content = kinds.content[i] as number;
      const end = lines.end[i - 1] as number;
      edits.replace(end, content, betweenFragments(text, end, content));
      continue;
    }
    if (i > 0 && joins(layout, i - 1, i - 1 === first)) {
      const end = lines.end[i - 1] as number;
      const content = kinds.content[i] as number;
      const { by, from } = hyphens.between(end, content);
      edits.replace(from, content, by);
      continue;
    }
    first = i;
    if (!layout.isMarked) continue;
    edits.remove(lines.from[i] as number, kinds.content[i] as number);
    at.push(kinds.content[i] as number);
    tag.push(tagOf(layout, i));
    if (kind === ROW) splitCells(text, lines.start[i] as number, lines.end[i] as number, edits);
  }
  return { edits, at, tag };
}

/** Whether line `i` goes on in the next one. */
function joins(layout: Layout, i: number, isFirst: boolean): boolean {
  const { text, lines, kinds, widths, margin } = layout;
  const { kind, content, depth } = kinds;
  const j = i + 1;
  if (margin === null || kind[j] !== PLAIN || !OPEN.has(kind[i] as number)) return false;
  if (depth[i] !== depth[j]) return false;
  const length = widths.line[i] as number;
  const head = content[j] as number;
  const isSmall = isLower(text.charCodeAt(head));
  const space = isSolo(text.charCodeAt(head)) ? 0 : 1;
  const goesOn = isSmall && !endsSentence(text, lines.end[i] as number);
  const isFull = length + space + (widths.word[j] as number) > margin.width - margin.slack;
  if (
    length > margin.width + 1 + margin.slack &&
    !isOneWord(text, content[i] as number, lines.end[i] as number)
  )
    return (
      (isFirst && isHeading(layout, i, margin.width)) ||
      (goesOn && length <= BLURRED * margin.width)
    );
  if (isField(text, content[i] as number) && isField(text, head)) return false;
  if (!isFull && !(goesOn && length >= NEARLY_FULL * margin.width)) return false;
  const own = (content[i] as number) - (lines.from[i] as number);
  const next = head - (lines.from[j] as number);
  if (own === next) return true;
  if (kind[i] === HEADING) return true;
  if (kind[i] === ITEM)
    return next > (lines.start[i] as number) - (lines.from[i] as number) || goesOn;
  if (next < own) return isFirst || goesOn;
  // First lines may stand out; where they stand in, the line before has ended.
  return goesOn || (isFirst && isFull && !endsSentence(text, lines.end[i] as number));
}

/** Whether line `i` and the next one are a heading by themselves, a little wider than paragraphs are. */
function isHeading({ text, lines, widths }: Layout, i: number, margin: number): boolean {
  const width = widths.line[i] as number;
  if (width > margin + HEADING_MARGIN || endsSentence(text, lines.end[i] as number)) return false;
  const isAlone = i === 0 || isBlank(lines, i - 1);
  const isLast = i + 2 >= lines.count || isBlank(lines, i + 2);
  return isAlone && isLast && width + (widths.word[i + 1] as number) > margin + HEADING_MARGIN - 1;
}

function isField(text: string, start: number): boolean {
  return FIELD.test(text.slice(start, start + MOST_FIELD));
}

const MOST_FIELD = 30;

/** A word longer than the margin stands on a line of its own. */
function isOneWord(text: string, start: number, end: number): boolean {
  return !/\s/.test(text.slice(start, Math.min(end, start + MOST_HEADING)));
}

function isDrawing(kind: number, lines: RawLines, i: number): boolean {
  return (
    kind === RULE || kind === EMPTY_ITEM || kind === FENCE || (kind === BLANK && !isBlank(lines, i))
  );
}

function nextLine(text: string, lines: RawLines, i: number): number {
  return i + 1 < lines.count ? (lines.from[i + 1] as number) : text.length;
}

function tagOf({ text, lines, kinds }: Layout, i: number): LineTag {
  switch (kinds.kind[i]) {
    case ITEM:
      return 'li';
    case ROW:
      return 'td';
    case CODE:
      return 'pre';
    case HEADING: {
      const marks = /^#+/.exec(text.slice(lines.start[i], kinds.content[i]))?.[0] ?? '#';
      return `h${marks.length}` as LineTag;
    }
    default:
  }
  const length = (lines.end[i] as number) - (lines.start[i] as number);
  const isUnderlined = kinds.kind[i + 1] === RULE && length <= MOST_HEADING;
  if (isUnderlined) return text[lines.start[i + 1] as number] === '=' ? 'h1' : 'h2';
  return (kinds.depth[i] as number) > 0 ? 'blockquote' : 'p';
}

const BAR = /[|│║┃]/g;

/** Bars between cells become tabs, as a browser copies a table. */
function splitCells(text: string, start: number, end: number, edits: Edits): void {
  let done = start;
  for (const { index } of text.slice(start, end).matchAll(BAR)) {
    let from = start + index;
    let to = from + 1;
    // The white space around a bar goes with it. What stands between two bars goes with the first.
    while (from > done && isSpace(text.charCodeAt(from - 1))) from--;
    while (to < end && isSpace(text.charCodeAt(to))) to++;
    edits.replace(from, to, from === start || to === end ? '' : '\t');
    done = to;
  }
}
