/**
 * Stretches in double quote marks, for measuring only. They decide whether a quote is direct, mixed or indirect, for gold and
 * answer alike, so that the opinions of annotators and of the program do not change a figure.
 * @module
 */
import type { QuoteType } from '../../../src/schema/types.ts';
import type { Pair } from '../gold.ts';

const CLOSERS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"”',
  '”': '”"',
};

/** Stretches in marks, marks included, paragraph by paragraph. */
export function markedStretches(text: string): readonly Pair[] {
  const paragraphs = Array.from(text.matchAll(/[^\n]+/g));
  return paragraphs.flatMap((paragraph, i) => {
    const next = paragraphs[i + 1]?.[0] ?? '';
    const goesOn = /^\s*[“"«„»]/.test(next);
    return stretchesOf(paragraph[0], goesOn).map(([start, end]): Pair => [
      paragraph.index + start,
      paragraph.index + end,
    ]);
  });
}

/** @param goesOn whether the next paragraph opens with a mark: an open stretch then runs to this one's end */
function stretchesOf(line: string, goesOn: boolean): readonly Pair[] {
  const found: Pair[] = [];
  let open = -1;
  for (let at = 0; at < line.length; at++) {
    const mark = line.charAt(at);
    if (open < 0) {
      if (mark in CLOSERS && !isInch(line, at)) open = at;
    } else if (CLOSERS[line.charAt(open)]?.includes(mark)) {
      found.push([open, at + 1]);
      open = -1;
    } else if (mark === '“' && line[open] === '“') {
      found.push([open, at]);
      open = at;
    }
  }
  if (open >= 0 && goesOn) found.push([open, line.length]);
  return found;
}

/** A straight mark after a digit, the last one of its line. */
function isInch(line: string, at: number): boolean {
  return line[at] === '"' && /\d/.test(line[at - 1] ?? '') && !line.includes('"', at + 1);
}

/** 1 for each UTF-16 unit inside marks, 0 for the others. */
export function markMask(text: string, stretches: readonly Pair[]): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const [start, end] of stretches) mask.fill(1, start, end);
  return mask;
}

const MOST_FOR_INDIRECT = 0.02;
const LEAST_FOR_DIRECT = 0.95;

/** The type of a quote by the share of its letters and digits inside marks. */
export function typeByMarks(text: string, mask: Uint8Array, spans: readonly Pair[]): QuoteType {
  let all = 0;
  let inMarks = 0;
  for (const [start, end] of spans)
    for (let at = start; at < end; at++) {
      if (!/[\p{L}\p{N}]/u.test(text.charAt(at))) continue;
      all++;
      inMarks += mask[at] ?? 0;
    }
  if (inMarks <= MOST_FOR_INDIRECT * all) return 'indirect';
  return inMarks >= LEAST_FOR_DIRECT * all ? 'direct' : 'mixed';
}
