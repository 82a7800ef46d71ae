/**
 * "«El presupuesto crecerá.» | Así lo ha anunciado | la consejera.", "C'est ce qu'a dit le maire.": a sentence that says of words in marks in front of it
 * only whose they are.
 * @module
 */
import {
  isComplementizer,
  sentenceAt,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import { COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { ADVERB, AUXILIARY, DETERMINER, PRONOUN } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { Built } from './built.ts';
import { behindAdverbials } from '../candidates/inverted-subjects.ts';
import { speakerFrom } from '../whole-sources.ts';

/** The sentence in marks in front, and whoever stands behind the verb; null where there is no such sentence. */
export function pointingBack(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): Built | null {
  const { gaps, rules } = annotated;
  if (cue.form !== 'past' && cue.form !== 'present') return null;
  if (!rules.cueRules[cue.rule]?.takes.includes('clause')) return null;
  if (!opensWithPointer(annotated, sentence, cue)) return null;
  const before = markedBefore(annotated, sentence);
  if (!before || isComplementizer(annotated, cue.to)) return null;
  const source = speakerFrom(
    annotated,
    sentence,
    behindAdverbials(annotated, sentence, cue.to, cue),
  );
  if (!source || (source.to < sentence.to && gaps[source.to] !== COMMA)) return null;
  return { content: [{ from: before.from, to: before.to }], source };
}

/** "Así lo ha", "C'est ce qu'", "Lo ha": nothing but small words in front of the verb, and at least one. */
function opensWithPointer(annotated: AnnotatedText, { from }: Sentence, cue: CueHit): boolean {
  const { classes, gaps, markOf } = annotated;
  if (cue.from === from || cue.from - from > MOST_IN_FRONT) return false;
  for (let w = from; w < cue.from; w++) {
    if (markOf[w] !== -1 || gaps[w + 1] !== PLAIN) return false;
    if (!SMALL.has(classes.of[w] as number) && !isComplementizer(annotated, w)) return false;
  }
  return true;
}

const SMALL: ReadonlySet<number> = new Set([ADVERB, AUXILIARY, DETERMINER, PRONOUN]);
const MOST_IN_FRONT = 6;

/** The sentence in front, if marks hold all of it and it has no verb of saying outside them. */
function markedBefore(annotated: AnnotatedText, { from, paragraph }: Sentence): Sentence | null {
  const { markOf } = annotated;
  if (from === 0 || markOf[from - 1] === -1) return null;
  const before = sentenceAt(annotated, from - 1);
  if (before.paragraph !== paragraph || before.to !== from || markOf[before.from] === -1)
    return null;
  return before.cues.every((cue) => markOf[cue.from] !== -1) ? before : null;
}
