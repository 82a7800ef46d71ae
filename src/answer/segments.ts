/**
 * Where in the segments something stands.
 * @module
 */
import type { Segment } from '../schema/types.ts';
import { firstWhere } from '../text/search.ts';

/** The segment that holds an offset. There must be one. */
export function segmentAt(segments: readonly Segment[], offset: number): Segment {
  const last = segments.length - 1;
  return segments[firstWhere(last, (i) => (segments[i] as Segment).end > offset)] as Segment;
}
