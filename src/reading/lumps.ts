/**
 * Stretches that are no part of a page's text: lists of addresses, scripts, pictures, links without a text.
 * @module
 */
import { isSpace, isWordish } from '../text/chars.ts';
import type { Copy } from './copy.ts';
import { Edits } from './edits.ts';
import { LUMP, type LineKinds } from './line-kinds.ts';
import type { RawLines } from './lines.ts';
import type { Stretch } from './links.ts';
import type { Lump } from './reading.ts';

/** Lines of kind {@link LUMP}, as stretches of the text. */
export function lumpsOfLines(text: string, lines: RawLines, { kind }: LineKinds): readonly Lump[] {
  const lumps: Lump[] = [];
  for (let i = 0; i < lines.count; i++) {
    if (kind[i] !== LUMP) continue;
    const first = i;
    while (i + 1 < lines.count && kind[i + 1] === LUMP) i++;
    const end = i + 1 < lines.count ? (lines.from[i + 1] as number) : text.length;
    lumps.push({ start: lines.start[first] as number, end, kind: 'other' });
  }
  return lumps;
}

/**
 * Lines of a copy that edits leave without a word.
 * @param edits what is to be taken out, in order
 * @param pictures stretches of the copy
 * @returns the same edits with these lines taken out whole, and where they stand in the text as sent
 */
export function emptiedLines(
  copy: Copy,
  edits: Edits,
  pictures: readonly Stretch[],
): { readonly edits: Edits; readonly lumps: readonly Lump[] } {
  const { text } = copy;
  const all = new Edits();
  const lumps: Lump[] = [];
  const list = edits.list();
  let picture = 0;
  for (let i = 0; i < list.length;) {
    const from = text.lastIndexOf('\n', (list[i] as Stretch).start - 1) + 1;
    const found = text.indexOf('\n', (list[i] as Stretch).end);
    const to = found < 0 ? text.length : found;
    const first = i;
    let at = from;
    let hasWords = false;
    for (; i < list.length && (list[i] as Stretch).start < to; i++) {
      const { start, end, by } = list[i] as (typeof list)[number];
      hasWords ||= by.trim() !== '' || hasWord(text, at, start);
      at = Math.max(at, end);
    }
    hasWords ||= hasWord(text, at, Math.max(at, to));
    const end = Math.max(at, to);
    if (hasWords) {
      for (const { start, end: stop, by } of list.slice(first, i)) all.replace(start, stop, by);
      continue;
    }
    all.remove(from, Math.min(text.length, end + 1));
    while (picture < pictures.length && (pictures[picture] as Stretch).end <= from) picture++;
    const isPicture = ((pictures[picture] as Stretch | undefined)?.start ?? Infinity) < end;
    // The bare number of a link is not worth a segment.
    if (!/\p{L}/u.test(text.slice(from, end))) continue;
    lumps.push({
      start: copy.startInSent(from),
      end: copy.endInSent(end),
      kind: isPicture ? 'media' : 'other',
    });
  }
  return { edits: all, lumps };
}

function hasWord(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++)
    if (isWordish(text.charCodeAt(at)) || isPair(text, at)) return true;
  return false;
}

/** Letters beyond the first 65,536, and pictures: half of a pair is enough to keep a line. */
function isPair(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xf800) === 0xd800;
}

/**
 * Lumps in order, each from the mark that its line begins with to the end of the white space behind it; neighbours of one
 * kind are one.
 */
export function inOrder(text: string, lumps: readonly Lump[]): readonly Lump[] {
  const sorted: Lump[] = [];
  let last: Lump | undefined;
  for (const { kind, ...lump } of [...lumps].sort((a, b) => a.start - b.start)) {
    let { start, end } = lump;
    const least = last?.end ?? 0;
    while (
      start > least &&
      !BREAKS.includes(text[start - 1] as string) &&
      !isWordish(text.charCodeAt(start - 1))
    )
      start--;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end < text.length && isSpace(text.charCodeAt(end))) end++;
    start = Math.max(start, least);
    if (start >= end) continue;
    if (last && last.end === start && last.kind === kind) {
      sorted[sorted.length - 1] = last = { start: last.start, end, kind };
    } else sorted.push((last = { start, end, kind }));
  }
  return sorted;
}

const BREAKS = '\r\n';
