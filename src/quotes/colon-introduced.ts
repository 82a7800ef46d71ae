/**
 * Quotes that the sentence before announces: `Reed told the hearing:` and, on the next line, the words in marks.
 * @module
 */
import {
  endOfMark,
  endsInColon,
  isColon,
  type Scene,
  type Sentence,
} from '../annotation/annotated.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { sourcesLeft, sourcesRight } from './candidates/sources.ts';
import { scoreOf } from './model/choose.ts';
import { kept, type QuoteModel, type RawQuote } from './quote.ts';

/** A colon at the end of a line in front of marks leaves little doubt. */
const CONFIDENCE = 0.95;

/** The cues whose content stands in the sentence that follows, by the number of their own. Linear in the sentences. */
export function announcingCues(scene: Scene): ReadonlyMap<number, CueHit> {
  const found = new Map<number, CueHit>();
  scene.sentences.forEach((sentence, number) => {
    const next = scene.sentences[number + 1];
    if (!next || !endsInColon(scene, sentence) || !isInMarks(scene, next)) return;
    const cue = sentence.cues.findLast((hit) => !isColon(hit));
    if (cue) found.set(number, cue);
  });
  return found;
}

/** The quotes of such cues: the stretch in marks that the next sentence opens with. */
export function announcedQuotes(
  scene: Scene,
  model: QuoteModel,
  cues: ReadonlyMap<number, CueHit>,
): readonly RawQuote[] {
  return [...cues].map(([number, cue]) => {
    const { from, to } = scene.sentences[number + 1] as Sentence;
    const source = likeliestSource(scene, scene.sentences[number] as Sentence, cue, model);
    return {
      content: [{ from, to: endOfMark(scene.markOf, from, to) }],
      source: source && { from: source.from, to: source.to },
      cue,
      sentence: number,
      confidence: CONFIDENCE,
      features: kept(scene, source ? [source.features] : []),
    };
  });
}

function likeliestSource(scene: Scene, sentence: Sentence, cue: CueHit, { frames }: QuoteModel) {
  const left = sourcesLeft(scene, sentence, cue);
  const candidates = left.length > 0 ? left : sourcesRight(scene, sentence, cue);
  const scores = candidates.map(({ features }) => scoreOf(features, frames));
  return candidates[scores.indexOf(Math.max(...scores))] ?? null;
}

/** Whether a sentence is nothing but words in marks, so that it has no cue of its own. */
function isInMarks({ markOf }: Scene, { from, to }: Sentence): boolean {
  for (let w = from; w < to; w++) if (markOf[w] === -1) return false;
  return from < to;
}
