/**
 * Cues beside marks and beside each other: which of them stay, and which end a pair that was never closed.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import { CAPITAL, wordsWithin } from '../text/words.ts';
import type { Marked } from './annotated.ts';
import { firstCueFrom, type Ground } from './interruptions.ts';
import { COMMA, PLAIN, STOP } from './punctuation.ts';
import { NAME, type WordClasses } from './tags.ts';

/**
 * A pair whose closing mark is missing ends before the cue that follows a comma, a question or an exclamation mark in its last words:
 *
 * ```
 *   “The bridge is open, said Reed.     “Who pays? asked Reed, who runs the shop below.
 *                       ^                        ^
 * ```
 * Where the next paragraph opens with a mark it might go on there, so only a cue with a name ends it.
 */
export function endBeforeCue({ doc, gaps, classes, cues }: Ground, mark: Marked): Marked {
  if (mark.closed) return mark;
  const { from, to } = wordsWithin(doc.words, mark.start, mark.end);
  const first = Math.max(from + 1, to - MOST_BEHIND_CUE);
  for (let c = firstCueFrom(cues, first); c < cues.length && (cues[c] as CueHit).from < to; c++) {
    const cue = cues[c] as CueHit;
    let border = cue.from;
    while (border > first && cue.from - border < MOST_BEFORE_CUE && gaps[border] === PLAIN)
      border--;
    if (!isTagBorder(doc, gaps, border) || border <= from) continue;
    if (mark.continues && !isSigned(gaps, classes, border, cue, to)) continue;
    return { ...mark, end: (doc.words.end[border - 1] as number) + 1, continues: false };
  }
  return mark;
}

/** A comma, or a question or exclamation mark that the sentence goes on behind. */
function isTagBorder({ text, words }: Document, gaps: Uint8Array, word: number): boolean {
  if (gaps[word] === COMMA) return true;
  const isCapital = ((words.shape[word] ?? 0) & CAPITAL) !== 0;
  return (
    gaps[word] === STOP && !isCapital && '?!'.includes(text[words.end[word - 1] as number] ?? '.')
  );
}

/** ", said Marta Quill", ", Quill said.": a name right behind the cue, or in front of one that ends the paragraph. */
function isSigned(
  gaps: Uint8Array,
  { of }: WordClasses,
  border: number,
  cue: CueHit,
  to: number,
): boolean {
  if (cue.from === border) return cue.to < to && gaps[cue.to] === PLAIN && of[cue.to] === NAME;
  return cue.to === to && of[cue.from - 1] === NAME;
}

const MOST_BEHIND_CUE = 14;
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
