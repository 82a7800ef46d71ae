/**
 * The perfect tells in many languages what the past tells in English: "a déclaré", "ha detto", "heeft gezegd".
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { ADVERB, AUXILIARY, PRONOUN, type WordClasses } from './tags.ts';

/** Words between the auxiliary and its participle: "a-t-elle aussi déclaré". */
const MOST_BETWEEN = 4;

/** Participles behind an auxiliary of the perfect become past forms, the auxiliary a word that is stepped over. */
export function perfectAsPast(
  lexicon: Lexicon,
  { of }: WordClasses,
  cues: readonly CueHit[],
): readonly CueHit[] {
  return cues.map((cue) => {
    if (cue.form !== 'participle') return cue;
    for (let w = cue.from - 1; w >= Math.max(0, cue.from - 1 - MOST_BETWEEN); w--) {
      if (of[w] === AUXILIARY) {
        if (lexicon.at(w, 'auxiliary')?.attribute !== 'perfect') return cue;
        of[w] = ADVERB;
        return { ...cue, form: 'past' };
      }
      if (of[w] !== ADVERB && of[w] !== PRONOUN) return cue;
    }
    return cue;
  });
}
