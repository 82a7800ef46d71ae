/**
 * What belongs to words in marks without a cue, though it stands outside of them:
 *
 *     “We will find another way,” said Hale. “There is no other bridge” in the whole valley.
 *                                                                      ^^^^^^^^^^^^^^^^^^^^
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { COORDINATOR, isCue, PREPOSITION, SUBORDINATOR } from '../../annotation/tags.ts';
import type { WordSpan } from '../../text/spans.ts';
import type { UncuedMark } from './roles.ts';

/** The words of a stretch with what its sentence ties to it. Half-open word numbers. */
export function withEdges(annotated: AnnotatedText, uncued: UncuedMark): WordSpan {
  const sentence = annotated.sentences.at(uncued.sentence) as Sentence;
  return { from: startOf(annotated, sentence, uncued), to: endOf(annotated, sentence, uncued) };
}

/** "“A,” said Hale, | and “B”": in the middle of a quote the conjunction is a part of it. */
function startOf(
  { classes, markOf }: AnnotatedText,
  sentence: Sentence,
  { from }: UncuedMark,
): number {
  const before = from - 1;
  const isTied =
    before > sentence.from && markOf[before] === -1 && classes.of[before] === COORDINATOR;
  return isTied ? before : from;
}

/** "“There is no other bridge” in the whole valley |": to the end of the sentence, if nobody else says anything there. */
function endOf(
  { classes, doc, markOf, marked }: AnnotatedText,
  sentence: Sentence,
  { from, to, mark }: UncuedMark,
): number {
  if (from !== sentence.from || to >= sentence.to || !TYING.has(classes.of[to] as number))
    return to;
  const signs = doc.text.slice(doc.words.end[to - 1], marked.at(mark)?.end);
  if (/[.,!?…]/.test(signs)) return to;
  for (let w = to; w < sentence.to; w++) if (markOf[w] !== -1 || isCue(classes.of[w])) return to;
  return sentence.to;
}

const TYING: ReadonlySet<number> = new Set([PREPOSITION, SUBORDINATOR, COORDINATOR]);
