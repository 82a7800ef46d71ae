/**
 * The perfect tells in many languages what the past tells in English: "a déclaré", "ha detto", "heeft gezegd".
 * @module
 */
import type { Lexicon } from '../rules/lexicon.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { TaggedCues } from './cue-classes.ts';
import { ADVERB, AUXILIARY, PRONOUN } from './tags.ts';

/** Words between the auxiliary and its participle: "a-t-elle aussi déclaré". */
const MOST_BETWEEN = 4;

/** Participles behind an auxiliary of the perfect become past forms, the auxiliary a word that is stepped over. */
export function perfectAsPast(lexicon: Lexicon, { classes, cues }: TaggedCues): TaggedCues {
  const of = classes.of.slice();
  const settled = cues.map((cue) => {
    // "a fait savoir": one form for two.
    const isBoth = cue.form === 'present' && cue.to - cue.from > 1 && !lexicon.profile.fittedQuotes;
    if (cue.form !== 'participle' && !isBoth) return cue;
    const auxiliary = auxiliaryBefore(of, cue);
    if (auxiliary < 0 || !isPerfect(lexicon, auxiliary)) return cue;
    of[auxiliary] = ADVERB;
    return { ...cue, form: 'past' } as const;
  });
  return { classes: { ...classes, of }, cues: settled };
}

/** Whether an auxiliary forms the perfect: by itself, or with the pronoun in front of it ("s'est indigné"). */
function isPerfect(lexicon: Lexicon, word: number): boolean {
  if (lexicon.at(word, 'auxiliary')?.attribute === 'perfect') return true;
  const before = lexicon.at(word - 1, 'auxiliary');
  return before?.attribute === 'perfect' && before.to > word;
}

/** The auxiliary that adverbs and pronouns alone part from a participle, or -1. */
function auxiliaryBefore(of: Uint8Array, { from }: CueHit): number {
  for (let w = from - 1; w >= Math.max(0, from - 1 - MOST_BETWEEN); w--) {
    if (of[w] === AUXILIARY) return w;
    if (of[w] !== ADVERB && of[w] !== PRONOUN) return -1;
  }
  return -1;
}
