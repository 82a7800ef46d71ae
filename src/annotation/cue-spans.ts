/**
 * Cues beside marks and beside each other: which of them stay, and which end a pair that was never closed.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import { wordsWithin } from '../text/words.ts';
import type { Marked } from './annotated.ts';
import { firstCueFrom } from './interruptions.ts';
import { COMMA, DASH, PLAIN } from './punctuation.ts';
import { ADVERB, AUXILIARY, PRONOUN, type WordClasses } from './tags.ts';

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

/**
 * «…», – сказал Рид: the dash between what was said and the verb says what a comma says in English, whose weights other
 * languages share. Changes `gaps`.
 */
export function commaForDash(
  { text, words }: Document,
  gaps: Uint8Array,
  { of }: WordClasses,
  cues: readonly CueHit[],
): void {
  for (const cue of cues) {
    let from = cue.from;
    while (from > cue.from - MOST_BEFORE_CUE && gaps[from] === PLAIN && SMALL.has(of[from - 1] as number))
      from--;
    if (gaps[from] !== DASH) continue;
    if (BEHIND_SPEECH.test(text.slice(words.end[from - 1], words.start[from]))) gaps[from] = COMMA;
  }
}

const SMALL: ReadonlySet<number> = new Set([ADVERB, AUXILIARY, PRONOUN]);
const BEHIND_SPEECH = /^[^\p{L}]{0,4}["”“»,!?…][,.]?\s{0,2}[–—―-]{1,2}\s?$/u;

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
