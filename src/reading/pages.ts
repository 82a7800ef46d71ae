/**
 * Pages of print: `pdftotext` and other programs put a form feed between them. What stands at the top or bottom of most pages is
 * furniture, and sentences run on behind it.
 * @module
 */
import { isLower } from '../text/chars.ts';
import { LUMP, type LineKinds } from './line-kinds.ts';
import { isBlank, type RawLines } from './lines.ts';
import { endsSentence, type Margin, type Widths } from './margin.ts';

const FORM_FEED = '\f';
/** Lines at either edge of a page that are looked at. If all of them come again, the page itself does, and none is furniture. */
const EDGE = 4;
const MOST_LINE = 120;
/** Left and right pages may have heads of their own, and the first page has none: so a head stands on two pages in five or more. */
const LEAST_PAGES = 2;
const LEAST_SHARE = 0.4;
/** A last line of so much of the margin goes on, if no sentence ends there. */
const NEARLY_FULL = 0.8;
/** An open quote is looked for no further back than this. */
const MOST_QUOTE = 2000;

/** Lines with content, page by page: numbers of lines. A text without form feeds has one page. */
export type Pages = readonly (readonly number[])[];

/** The pages of a text that has several; null for any other. Linear in the text. */
export function findPages(text: string, lines: RawLines): Pages | null {
  if (!text.includes(FORM_FEED)) return null;
  const pages: number[][] = [[]];
  for (let i = 0; i < lines.count; i++) {
    // White space in front of a line, or behind it.
    if (text.slice(lines.from[i], lines.start[i]).includes(FORM_FEED)) pages.push([]);
    if (!isBlank(lines, i)) pages.at(-1)?.push(i);
    if (text.slice(lines.end[i], lines.to[i]).includes(FORM_FEED)) pages.push([]);
  }
  const shown = pages.filter((page) => page.length > 0);
  return shown.length > 1 ? shown : null;
}

/** 1 for each line that is furniture of its page. */
export function findFurniture(text: string, lines: RawLines, pages: Pages): Uint8Array {
  const found = new Uint8Array(lines.count);
  for (const isTop of [true, false]) {
    const edges = pages.map((page) => edgeOf(text, lines, page, isTop));
    const counts = new Map<string, number>();
    for (const edge of edges)
      for (const key of new Set(edge.map(({ key: one }) => one)))
        counts.set(key, (counts.get(key) ?? 0) + 1);
    const least = Math.max(LEAST_PAGES, LEAST_SHARE * pages.length);
    for (const edge of edges) {
      // From the edge inwards: behind a line of the story nothing is furniture.
      const inside = edge.findIndex(({ key }) => (counts.get(key) ?? 0) < least);
      for (const { line } of edge.slice(0, Math.max(0, inside))) found[line] = 1;
    }
  }
  return found;
}

interface EdgeLine {
  readonly line: number;
  /** Its words, with numbers set aside. */
  readonly key: string;
}

function edgeOf(
  text: string,
  lines: RawLines,
  page: readonly number[],
  isTop: boolean,
): readonly EdgeLine[] {
  const edge = isTop ? page.slice(0, EDGE) : page.slice(-EDGE).toReversed();
  return edge
    .filter((line) => (lines.end[line] as number) - (lines.start[line] as number) <= MOST_LINE)
    .map((line) => ({
      line,
      key: text
        .slice(lines.start[line], lines.end[line])
        .toLowerCase()
        .replace(/\d+/g, '#')
        .replace(/\s+/g, ' '),
    }));
}

/** What the lines of a text are known to be. */
export interface PageGround {
  readonly text: string;
  readonly lines: RawLines;
  readonly kinds: LineKinds;
  readonly widths: Widths;
  readonly margin: Margin | null;
}

/**
 * Paragraphs that run over the end of a page: for the line that goes on, the number of the line in front of it + 1; -1 for what
 * stands between the two.
 */
export function findRunOvers(ground: PageGround, pages: Pages): Int32Array {
  const { lines, kinds } = ground;
  const found = new Int32Array(lines.count);
  const isStory = (line: number): boolean => kinds.kind[line] !== LUMP;
  let last = -1;
  for (const page of pages) {
    const next = page.find(isStory);
    if (next === undefined) continue;
    if (last >= 0 && runsOver(ground, last, next))
      found.fill(-1, last + 1, next).fill(last + 1, next, next + 1);
    last = page.findLast(isStory) as number;
  }
  return found;
}

function runsOver(ground: PageGround, last: number, next: number): boolean {
  const { text, lines, kinds, widths, margin } = ground;
  if (kinds.kind[next] !== kinds.kind[last] || kinds.depth[next] !== kinds.depth[last])
    return false;
  const end = lines.end[last] as number;
  const start = kinds.content[next] as number;
  if (endsSentence(text, end))
    return isOpen(text, end) && !OPENING.test(text.slice(start, start + 1));
  if (isLower(text.charCodeAt(start)) || /[-‐,]/.test(text.charAt(end - 1))) return true;
  if (margin === null) return false;
  return (widths.line[last] as number) >= NEARLY_FULL * margin.width;
}

const OPENING = /["“„«‘]/;

/** Whether a quote is open at the end of a paragraph. */
function isOpen(text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - MOST_QUOTE), end);
  const paragraph = before.split(/\n[^\S\n]*\n/).at(-1) as string;
  const opened = Math.max(paragraph.lastIndexOf('“'), paragraph.lastIndexOf('«'));
  const closed = Math.max(paragraph.lastIndexOf('”'), paragraph.lastIndexOf('»'));
  if (opened >= 0 || closed >= 0) return opened > closed;
  return paragraph.split('"').length % 2 === 0;
}
