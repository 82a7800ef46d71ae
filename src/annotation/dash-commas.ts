/**
 * «…», – сказал Рид: the dash between what was said and the verb says what a comma says in English, whose weights other
 * languages share.
 * @module
 */
import type { CueHit } from '../rules/match/cues.ts';
import type { Document } from '../text/document.ts';
import { COMMA, DASH, PLAIN } from './punctuation.ts';
import { ADVERB, AUXILIARY, PRONOUN, type WordClasses } from './tags.ts';

/** Makes commas of the dashes that stand behind speech and in front of its cue. Changes `gaps`. Linear in the cues. */
export function commaForDash(
  { text, words }: Document,
  gaps: Uint8Array,
  { of }: WordClasses,
  cues: readonly CueHit[],
): void {
  for (const cue of cues) {
    let { from } = cue;
    while (from > cue.from - MOST_BETWEEN && gaps[from] === PLAIN && SMALL.has(of[from - 1] ?? 0))
      from--;
    if (gaps[from] !== DASH) continue;
    if (BEHIND_SPEECH.test(text.slice(words.end[from - 1], words.start[from]))) gaps[from] = COMMA;
  }
}

/** Small words between the dash and the verb: "– l'a dit". */
const MOST_BETWEEN = 4;
const SMALL: ReadonlySet<number> = new Set([ADVERB, AUXILIARY, PRONOUN]);

/** A closing mark, or a sign that speech ends with, and a dash. */
const BEHIND_SPEECH = /^[^\p{L}]{0,4}["”“»,!?…][,.]?\s{0,2}[–—―-]{1,2}\s?$/u;
