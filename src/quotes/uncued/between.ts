/**
 * Who acts between two stretches of words in marks. Words without a cue go on with a quote only while nobody does:
 *
 *     “The bridge is safe,” said Hale. Ortiz laughed. “I have heard that before.”
 *                                      ^^^^^
 * @module
 */
import {
  hasVerb,
  sentenceNumber,
  type AnnotatedText,
  type Sentence,
} from '../../annotation/annotated.ts';
import type { WordSpan } from '../../text/spans.ts';
import { actorOf, isSame } from './actors.ts';
import type { Found } from './neighbours.ts';
import type { UncuedMark } from './roles.ts';

/** Nobody looks further: what lies so far away is not gone on with anyway. It bounds the work. */
const MOST_SENTENCES = 8;

/** Whether somebody acts between a quote and an uncued stretch behind or in front of it. */
export function isInterrupted(
  annotated: AnnotatedText,
  { from, sentence }: UncuedMark,
  other: Found,
): boolean {
  const last = sentenceNumber(annotated, other.to - 1);
  const [first, end] =
    other.to <= from
      ? [Math.max(last, other.sentence) + 1, sentence]
      : [sentence + 1, sentenceNumber(annotated, other.from)];
  if (end - first > MOST_SENTENCES) return true;
  for (let i = first; i < end; i++)
    if (actorOf(annotated, annotated.sentences.at(i) as Sentence)) return true;
  return (
    other.to <= from && first <= sentence && opensWithOther(annotated, sentence, from, other.source)
  );
}

/**
 * "“A,” he said. Ortiz said it was late, and “B”.": somebody else acts in the stretch's own sentence. In "“A,” he said. Ortiz “is late”." nobody does in
 * front of it.
 */
function opensWithOther(
  annotated: AnnotatedText,
  number: number,
  from: number,
  source: WordSpan | null,
): boolean {
  const sentence = annotated.sentences.at(number) as Sentence;
  const subject = sentence.from < from ? actorOf(annotated, sentence) : undefined;
  if (subject === undefined || subject.to > from || isSame(annotated, subject, source))
    return false;
  return hasVerb(annotated, { from: subject.to, to: from });
}
