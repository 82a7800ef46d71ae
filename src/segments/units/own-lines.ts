/**
 * Lines that a rule with a weight of its own knows whole. They are units even where the text is wrapped by hand and its lines are
 * joined to paragraphs: whoever wrote such a rule meant the line.
 * @module
 */
import type { SegmentHits } from '../../rules/match/segment-rules.ts';
import type { Rules } from '../../rules/rules.ts';
import type { Document } from '../../text/document.ts';

const NOTHING = new Int32Array(0);

/** The starts of these lines and of those behind them (UTF-16, ascending). Linear: hits and lines are in order. */
export function ownLineBorders(
  { lines, words }: Document,
  rules: Rules,
  hits: SegmentHits,
): Int32Array {
  if (!hits.hasOwn) return NOTHING;
  const borders = new Set<number>();
  let line = 0;
  for (let h = 0; h < hits.from.length; h++) {
    if (hits.veto[h]) continue;
    const { match, weight } = rules.segmentRules[hits.rule[h] as number] ?? {};
    if (match !== 'line' || weight === undefined) continue;
    const first = hits.from[h] as number;
    const last = (hits.to[h] as number) - 1;
    while (line < lines.length && (lines[line]?.end as number) <= (words.start[first] as number))
      line++;
    const { start = 0, end = 0 } = lines[line] ?? {};
    const opens = first === 0 || (words.start[first - 1] as number) < start;
    const isLast = last + 1 === words.count || (words.start[last + 1] as number) >= end;
    if (!opens || !isLast || (words.end[last] as number) > end) continue;
    borders.add(start);
    const next = lines[line + 1];
    if (next) borders.add(next.start);
  }
  return Int32Array.from(borders).sort();
}

/** Two ascending lists as one. */
export function mergeBorders(a: Int32Array, b: Int32Array): Int32Array {
  if (a.length === 0) return b;
  return b.length === 0 ? a : Int32Array.from(new Set([...a, ...b])).sort();
}
