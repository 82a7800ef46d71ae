/**
 * "se declaró | «muy satisfecho» | con el acuerdo", "s'est dit | « fier » | de son équipe": how somebody calls themselves. What stands in marks right behind
 * such a verb is all that they said.
 * @module
 */
import { endOfMark, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import { DETERMINER } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';

/** The words in marks right behind a reflexive verb of saying; null where there are none. */
export function stateInMarks(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): WordSpan | null {
  const { classes, lexicon, markOf } = annotated;
  if (cue.form !== 'past' && cue.form !== 'present') return null;
  if (!isReflexive(annotated, sentence, cue)) return null;
  let from = cue.to;
  // "declarou-se", "un «privilegiado»"
  if (lexicon.has(from, 'impersonal')) from++;
  if (classes.of[from] === DETERMINER && markOf[from] === -1) from++;
  if (from >= sentence.to || markOf[from] === -1 || markOf[from - 1] !== -1) return null;
  const to = endOfMark(markOf, from, sentence.to);
  return to - from <= MOST_WORDS && to < sentence.to ? { from, to } : null;
}

function isReflexive({ gaps, lexicon }: AnnotatedText, { from }: Sentence, cue: CueHit): boolean {
  const isOne = (word: number): boolean => lexicon.has(word, 'impersonal');
  if (isOne(cue.to)) return true;
  for (let w = cue.from - 1; w >= Math.max(from, cue.from - MOST_IN_GROUP); w--) {
    if (gaps[w + 1] !== PLAIN) return false;
    if (isOne(w)) return true;
  }
  return false;
}

const MOST_IN_GROUP = 3;
/** Longer ones are sentences. Set by hand. */
const MOST_WORDS = 8;
