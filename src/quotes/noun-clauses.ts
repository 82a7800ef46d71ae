/**
 * Where the clause ends that a noun reports: "the mayor's claim that | the bridge is safe | was wrong".
 * @module
 */
import {
  hasVerb,
  isComplementizer,
  sentenceAt,
  type AnnotatedText,
} from '../annotation/annotated.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import { ADVERB, isCue, NAME, NOUN, NUMBER, TIME, VERB, isVerbal } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';

/**
 * Content without the verb that the noun of its cue is the subject of. Only where the noun opens the sentence, so that it has a verb of its own: the last
 * finite verb that follows another one without a clause between them.
 */
export function upToMainVerb(
  annotated: AnnotatedText,
  cue: CueHit,
  spans: readonly WordSpan[],
): readonly WordSpan[] {
  const [only, ...rest] = spans;
  if (!only || rest.length > 0 || only.from !== cue.to + 1) return spans;
  if (!annotated.rules.cueRules[cue.rule]?.takes.includes('noun-cue')) return spans;
  const { from } = sentenceAt(annotated, cue.from);
  if (!isComplementizer(annotated, cue.to) || hasVerb(annotated, { from, to: cue.from }))
    return spans;
  const main = mainVerb(annotated, only);
  return main < 0 ? spans : [{ from: only.from, to: main }];
}

/** Where the last verb group starts that has another one in front, and a noun or an adjective right before; -1 if there is none. */
function mainVerb(
  { classes: { of }, gaps, markOf }: AnnotatedText,
  { from, to }: WordSpan,
): number {
  let found = -1;
  let verbs = 0;
  for (let w = from; w < to; w++) {
    if (markOf[w] !== -1 || gaps[w] !== PLAIN) return found;
    if (!isVerbal(of[w])) continue;
    let start = w;
    while (start > from && of[start - 1] === ADVERB) start--;
    if (verbs > 0) {
      if (!CAN_END_CLAUSE.has(of[start - 1] as number)) return found;
      found = start;
    }
    verbs++;
    // "might | burst || came late": one verb ends the group.
    while (
      w + 1 < to &&
      of[w] !== VERB &&
      !isCue(of[w]) &&
      (isVerbal(of[w + 1]) || of[w + 1] === ADVERB)
    )
      w++;
  }
  return found;
}

const CAN_END_CLAUSE: ReadonlySet<number> = new Set([NOUN, NAME, TIME, NUMBER, VERB]);
