/**
 * An answer about the copy of a text, moved into the text as it was sent.
 * @module
 */
import type { Copy } from '../reading/copy.ts';
import type { Lump, Reading } from '../reading/reading.ts';
import type { Segment } from '../schema/types.ts';
import type { Span } from '../text/spans.ts';
import type { Answer } from './answer.ts';
import { mapSpans } from './offset-unit.ts';

/**
 * Moves every span of an answer about a reading's copy into the text that was sent, and puts what the copy leaves out between
 * the segments. Segments still tile the text; every other span is the tightest one that holds its words.
 * @param answer in UTF-16 units
 */
export function asSent(answer: Answer, { copy, lumps }: Reading, sent: string): Answer {
  const all = { ...answer, length: sent.length };
  if (copy.isSame && lumps.length === 0) return all;
  const convert = <Value extends Span>(span: Value): Value => {
    const start = copy.startInSent(span.start);
    const end = Math.max(start, copy.endInSent(span.end));
    const moved = { ...span, start, end };
    return 'text' in span ? { ...moved, text: sent.slice(start, end) } : moved;
  };
  const moved = mapSpans(all, convert);
  if (!all.segments) return moved;
  return { ...moved, segments: withLumps(tiled(all.segments, copy, sent), lumps, sent) };
}

/** Segments over the text as sent: each begins on the line of its first word, where that line holds nothing of the one before. */
function tiled(segments: readonly Segment[], copy: Copy, sent: string): readonly Segment[] {
  // A copy from which all was taken out has none.
  if (segments.length === 0) return sent === '' ? [] : [blank(sent)];
  const starts = segments.map(({ start }, i) => {
    if (i === 0) return 0;
    const at = copy.startInSent(start);
    const last = copy.endInSent(trimmedEnd(copy.text, start));
    return lineStart(sent, last, at);
  });
  return segments.map((segment, i) => {
    const start = starts[i] as number;
    const end = starts[i + 1] ?? sent.length;
    return { ...segment, start, end, text: sent.slice(start, end) };
  });
}

/** Where what stands in front of an offset ends, less the white space. */
function trimmedEnd(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && text.charCodeAt(end - 1) <= 32) end--;
  return end;
}

/** The first mark behind the last line break of `[from, to)`; `to` where there is none. */
function lineStart(text: string, from: number, to: number): number {
  const gap = text.slice(from, to);
  const last = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r'));
  if (last < 0) return to;
  const mark = gap.slice(last + 1).search(/\S/);
  return mark < 0 ? to : from + last + 1 + mark;
}

/** Lumps are segments of their own, and divide those that they stand in. */
function withLumps(
  segments: readonly Segment[],
  lumps: readonly Lump[],
  sent: string,
): readonly Segment[] {
  if (lumps.length === 0) return segments;
  const cut: Segment[] = [];
  let next = 0;
  const put = (segment: Omit<Segment, 'text'>, start: number, end: number): void => {
    if (end > start) cut.push({ ...segment, start, end, text: sent.slice(start, end) });
  };
  for (const segment of segments) {
    let at = segment.start;
    while (next < lumps.length && (lumps[next] as Lump).start < segment.end) {
      const { start, end, kind } = lumps[next] as Lump;
      put(segment, at, Math.max(at, start));
      const from = Math.max(at, start);
      const to = Math.min(end, segment.end);
      const { article } = segment;
      put({ start, end, label: 'boilerplate', kind, confidence: CERTAIN, article }, from, to);
      at = Math.max(at, to);
      if (end > segment.end) break;
      next++;
    }
    put(segment, at, segment.end);
  }
  return joined(cut, sent);
}

/** Neighbours that are lumps of one kind are one segment. */
function joined(segments: readonly Segment[], sent: string): readonly Segment[] {
  const all: Segment[] = [];
  for (const segment of segments) {
    const last = all.at(-1);
    const isSame =
      last?.label === segment.label &&
      last.kind === segment.kind &&
      last.article === segment.article;
    if (isSame && last.evidence === segment.evidence) {
      const { start } = last;
      all[all.length - 1] = { ...last, end: segment.end, text: sent.slice(start, segment.end) };
    } else all.push(segment);
  }
  return all;
}

/** Addresses and scripts are told by their form alone. */
const CERTAIN = 0.99;

function blank(sent: string): Segment {
  const all = { start: 0, end: sent.length, text: sent };
  return { ...all, label: 'boilerplate', kind: 'other', confidence: 1, article: null };
}
