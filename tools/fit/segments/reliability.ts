/**
 * Whether labels that are given with a certain confidence are right as often as it says.
 * @module
 */
import type { Segment } from '../../../src/schema/types.ts';
import type { SegmentDocument } from '../../eval/gold.ts';

/** Segments in tenths of confidence: how many, the sum of their confidences, and of what is right of each. */
export interface Reliability {
  readonly segments: Float64Array;
  readonly right: Float64Array;
  readonly confidence: Float64Array;
}

const BINS = 10;

export function emptyReliability(): Reliability {
  return {
    segments: new Float64Array(BINS),
    right: new Float64Array(BINS),
    confidence: new Float64Array(BINS),
  };
}

/** Every segment counts once; it is right by the share of its characters that have its label. */
export function addReliability(
  reliability: Reliability,
  doc: SegmentDocument,
  segments: readonly Segment[],
): void {
  const add = (counts: Float64Array, bin: number, value: number): void => {
    counts[bin] = (counts[bin] as number) + value;
  };
  for (const segment of segments) {
    const share = rightShare(doc, segment);
    if (share === null) continue;
    const bin = Math.min(BINS - 1, Math.floor(segment.confidence * BINS));
    add(reliability.segments, bin, 1);
    add(reliability.confidence, bin, segment.confidence);
    add(reliability.right, bin, share);
  }
}

/** The rows of a Markdown table: confidence, segments, mean confidence, how many are right. */
export function reliabilityRows({ segments, right, confidence }: Reliability): readonly string[] {
  return [...segments].flatMap((count, bin) => {
    if (count === 0) return [];
    const percent = (sum: number | undefined): string => ((100 * (sum ?? 0)) / count).toFixed(1);
    return [
      `| ${bin / BINS} to ${(bin + 1) / BINS} | ${count} | ${percent(confidence[bin])} % | ${percent(right[bin])} % |`,
    ];
  });
}

/** The share of a segment's characters that have its label in gold; null where gold says nothing. */
export function rightShare(
  doc: SegmentDocument,
  { start, end, label }: Pick<Segment, 'start' | 'end' | 'label'>,
): number | null {
  let all = 0;
  let right = 0;
  for (const gold of doc.segments) {
    const from = Math.max(start, gold.start);
    const to = Math.min(end, gold.end);
    if (from >= to) continue;
    const characters = doc.text.slice(from, to).replace(/\s/g, '').length;
    all += characters;
    if (gold.label === label) right += characters;
  }
  return all === 0 ? null : right / all;
}
