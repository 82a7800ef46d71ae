/**
 * Quotes announced by the sentence before: `Reed told the hearing:` and, on the next line, the words in marks.
 * @module
 */
import {
  endOfMark,
  endsInColon,
  isColon,
  type AnnotatedText,
  type Sentence,
} from '../annotation/annotated.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { sourcesLeft, sourcesRight, type NamedSource } from './candidates/sources.ts';
import { scoreOf } from './model/choose.ts';
import type { ColonQuote, FittedModel, Keep } from './quote.ts';

/** Set by hand: a colon at the end of a line, in front of marks, leaves little doubt. */
const CONFIDENCE = 0.95;

/**
 * Cues whose content is the next sentence, by the number of their own. Linear in the sentences.
 * @param taken by number of a sentence: 1 where it is part of a turn
 */
export function announcingCues(
  annotated: AnnotatedText,
  taken: Uint8Array,
): ReadonlyMap<number, CueHit> {
  const found = new Map<number, CueHit>();
  annotated.sentences.forEach((sentence, number) => {
    if (taken[number] || taken[number + 1]) return;
    const next = annotated.sentences.at(number + 1);
    if (!next || !endsInColon(annotated, sentence) || !isInMarks(annotated, next)) return;
    const cue = sentence.cues.findLast((hit) => !isColon(hit));
    if (cue) found.set(number, cue);
  });
  return found;
}

/** The quotes of such cues: the words in marks at the start of the next sentence. */
export function announcedQuotes(
  annotated: AnnotatedText,
  model: FittedModel,
  cues: ReadonlyMap<number, CueHit>,
  keep: Keep,
): readonly ColonQuote[] {
  return [...cues].map(([number, cue]) => {
    const { from, to } = annotated.sentences.at(number + 1) as Sentence;
    const source = likeliestSource(
      annotated,
      annotated.sentences.at(number) as Sentence,
      cue,
      model,
    );
    return {
      by: 'colon',
      content: [{ from, to: endOfMark(annotated.markOf, from, to) }],
      source: source && source.span,
      cue,
      sentence: number,
      confidence: CONFIDENCE,
      features: keep(source ? [source.features] : []),
    };
  });
}

function likeliestSource(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { weights }: FittedModel,
): NamedSource | null {
  const left = sourcesLeft(annotated, sentence, cue);
  const candidates = left.length > 0 ? left : sourcesRight(annotated, sentence, cue);
  const scores = candidates.map(({ features }) => scoreOf(features, weights));
  return candidates[scores.indexOf(Math.max(...scores))] ?? null;
}

/** Whether a sentence is wholly in marks, and so has no cue of its own. */
function isInMarks({ markOf }: AnnotatedText, { from, to }: Sentence): boolean {
  for (let w = from; w < to; w++) if (markOf[w] === -1) return false;
  return from < to;
}
