/**
 * Where a cue reports for certain, however short its content is.
 * @module
 */
import { isComplementizer, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import { NAME, NUMBER, PRONOUN, TIME } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { LEAST } from './acceptance.ts';
import type { Choice } from './model/choose.ts';

/**
 * "Die Brücke bleibt zu. Das teilte Reed mit.": whatever its length and verb, the sentence before is what the word at the
 * front stands for.
 */
export function isReferredTo(
  { from }: Sentence,
  { content: { spans }, source, reports }: Choice,
): boolean {
  return reports >= LEAST && source.span !== null && spans.every(({ to }) => to === from);
}

/** "Dass es so sei, behauptete gestern Reed.": a clause that opens its sentence and ends at the cue is what the cue reports. */
export function isThatClauseInFront(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content: { spans } }: Choice,
): boolean {
  const [first, ...rest] = spans;
  return (
    rest.length === 0 &&
    first?.from === sentence.from + 1 &&
    first.to === cue.from &&
    isComplementizer(annotated, sentence.from)
  );
}

/**
 * "The talks would be difficult after what happened in Avon he claimed.": no comma, but a pronoun and a cue that end the
 * sentence right behind a name, a time or a number, which no relative clause goes on from.
 */
export function isBareReport(
  { classes, gaps }: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content, source }: Choice,
): boolean {
  const [only, ...rest] = content.spans;
  const { span } = source;
  const ends = cue.to === sentence.to && span?.to === cue.from;
  if (!ends || classes.of[span.from] !== PRONOUN) return false;
  if (rest.length > 0 || only?.to !== span.from || gaps[only.to] !== PLAIN) return false;
  const before = classes.of[only.to - 1];
  return only.from === sentence.from && (before === NAME || before === TIME || before === NUMBER);
}
