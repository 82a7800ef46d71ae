/**
 * Cues beside marks and beside each other: which of them stay, and which end a pair that was never closed.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import { wordsWithin } from '../text/words.ts';
import type { Marked } from './annotated.ts';
import { firstCueFrom } from './interruptions.ts';
import { COMMA } from './punctuation.ts';

/**
 * A pair whose closing mark is missing ends before the cue that follows a comma in its last words:
 * `“The bridge is open, said Reed.`
 */
export function endBeforeCue(
  doc: Document,
  gaps: Uint8Array,
  cues: readonly CueHit[],
  mark: Marked,
): Marked {
  if (mark.closed || mark.continues) return mark;
  const { from, to } = wordsWithin(doc.words, mark.start, mark.end);
  for (let w = to - 1; w > Math.max(from, to - MOST_BEHIND_CUE); w--) {
    if (gaps[w] !== COMMA) continue;
    const next = cues[firstCueFrom(cues, w)];
    if (!next || next.from >= to || next.from - w > MOST_BEFORE_CUE) return mark;
    return { ...mark, end: (doc.words.end[w - 1] as number) + 1 };
  }
  return mark;
}

const MOST_BEHIND_CUE = 12;
const MOST_BEFORE_CUE = 4;

/** Of cues that overlap only the longest stays; of equal ones the first. */
export function longestCues(cues: readonly CueHit[]): readonly CueHit[] {
  const kept: CueHit[] = [];
  for (const cue of cues) {
    const last = kept.at(-1);
    if (!last || cue.from >= last.to) kept.push(cue);
    else if (cue.to - cue.from > last.to - last.from) kept[kept.length - 1] = cue;
  }
  return kept;
}
