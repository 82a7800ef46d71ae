/**
 * What gets a label of its own where somebody labels a page: its lines, and the parts of those that the answer found two segments in.
 * @module
 */
import type { LabelledKind } from '../../labels.ts';
import type { Segment } from '../../schema/types.ts';

/** A line or a part of one, without white space around it (UTF-16, half-open). */
export interface Part {
  readonly start: number;
  readonly end: number;
  /** null: it is not to be judged. */
  readonly kind: LabelledKind | null;
}

/** The parts of a text, with the kinds that an answer gives them. Linear: both lists are in order. */
export function partsOf(text: string, segments: readonly Segment[]): readonly Part[] {
  const parts: Part[] = [];
  let s = 0;
  for (const { index, 0: line } of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    let from = index;
    const end = index + line.length;
    while (from < end && s < segments.length) {
      const segment = segments[s] as Segment;
      const to = Math.min(end, segment.end);
      const part = trimmed(text, from, to, `${segment.label}/${segment.kind}` as LabelledKind);
      if (part) parts.push(part);
      from = Math.max(from, to);
      if (segment.end <= end) s++;
    }
  }
  return parts;
}

/** A part without the white space at its ends; undefined where nothing is left. */
function trimmed(
  text: string,
  from: number,
  to: number,
  kind: LabelledKind | null,
): Part | undefined {
  const slice = text.slice(from, to);
  const start = from + slice.length - slice.trimStart().length;
  const end = from + slice.trimEnd().length;
  return start < end ? { start, end, kind } : undefined;
}

/** A part cut in two in front of some words in it; undefined where they do not stand in it, or at its very start. */
export function splitPart(text: string, part: Part, words: string): readonly Part[] | undefined {
  const at = text.slice(part.start, part.end).indexOf(words, 1);
  if (words === '' || at < 0) return undefined;
  const border = part.start + at;
  const halves = [
    trimmed(text, part.start, border, part.kind),
    trimmed(text, border, part.end, part.kind),
  ];
  return halves.filter((half) => half !== undefined);
}
