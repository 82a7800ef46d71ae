/**
 * Where a mention stands: its place beside the cue, and what is in front of it.
 * @module
 */
import { numberFrom, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { COMMA, DASH, PLAIN, SEMICOLON } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  COORDINATOR,
  CUE,
  CUE_ING,
  PREPOSITION,
  RELATIVE,
  SUBORDINATOR,
  TIME,
  VERB,
  isVerbal,
} from '../../annotation/tags.ts';
import type { WordSpan } from '../../text/spans.ts';
import { AFTER, BEFORE, PLACE, type After, type Before, type Place } from './names.ts';

/** What is right in front of a possible source. */
export function whatIsBefore(annotated: AnnotatedText, sentence: Sentence, from: number): Before {
  if (from <= sentence.from) return BEFORE.start;
  if (annotated.markOf[from - 1] !== -1) return BEFORE.mark;
  if (annotated.gaps[from] !== PLAIN) return BEFORE.comma;
  switch (annotated.classes.of[from - 1]) {
    case PREPOSITION:
      return BEFORE.preposition;
    case VERB:
    case AUXILIARY:
      return BEFORE.verb;
    case CUE:
    case CUE_ING:
      return BEFORE.cue;
    case COORDINATOR:
      return BEFORE.coordinator;
    case SUBORDINATOR:
    case RELATIVE:
      return BEFORE.subordinator;
    default:
      return BEFORE.other;
  }
}

/** Past a bracket behind the noun phrase that ends at `to`. */
export function reachOf(sentence: Sentence, to: number): number {
  const phrase = sentence.candidateSpeakers[numberFrom(sentence.candidateSpeakers, to) - 1];
  return phrase?.to === to ? phrase.reach : to;
}

/** Whether a coordinator ties a verb to the one before. */
export function coordinatorBefore(annotated: AnnotatedText, cueFrom: number): boolean {
  for (let at = cueFrom - 1; at > cueFrom - 4 && at > 0; at--) {
    const kind = annotated.classes.of[at];
    if (kind === COORDINATOR) return true;
    if (kind !== ADVERB && kind !== AUXILIARY) return false;
  }
  return false;
}

/** Whether a verb follows the words that end at `to`. */
export function isSubject(annotated: AnnotatedText, to: number): boolean {
  const kind = annotated.classes.of[to];
  return isVerbal(kind);
}

/** Where a mention to the left of a cue is, by the words between them. */
export function leftPlace(annotated: AnnotatedText, to: number, cueFrom: number): Place {
  if (to === cueFrom) return annotated.gaps[to] === PLAIN ? PLACE.adjacent : PLACE.aside;
  let auxiliary = false;
  let at = to;
  for (; at < cueFrom; at++) {
    const kind = annotated.classes.of[at];
    if (annotated.gaps[at] !== PLAIN && at > to) break;
    if (kind === AUXILIARY) auxiliary = true;
    else if (kind !== ADVERB && kind !== TIME && kind !== PREPOSITION) break;
  }
  if (at === cueFrom) return auxiliary ? PLACE.auxiliary : PLACE.adverbs;
  const gapAfter = annotated.gaps[to] as number;
  const gapBefore = asideEnd(annotated, to, cueFrom);
  if ((gapAfter === COMMA || gapAfter === DASH) && gapBefore) return PLACE.aside;
  if (isSubject(annotated, to) && coordinatorBefore(annotated, cueFrom)) return PLACE.coordinated;
  return PLACE.far;
}

/** Whether a comma or dash stands right before the cue, adverbs and auxiliaries aside. */
function asideEnd(annotated: AnnotatedText, to: number, cueFrom: number): boolean {
  for (let at = cueFrom; at > to; at--) {
    const gap = annotated.gaps[at];
    if (gap === COMMA || gap === DASH) return true;
    const kind = annotated.classes.of[at - 1];
    if (kind !== ADVERB && kind !== AUXILIARY && kind !== TIME) return false;
  }
  return false;
}

/**
 * "Ng called it “a joke”; | Bo Li, of the council, disagreed": where a subject opens the clause of a verb behind a semicolon, nobody in front of that speaks.
 * Asked when the model has chosen: it has learned to reach over semicolons in lists of names.
 */
export function sourceInClause(
  { classes: { of }, gaps, markOf }: AnnotatedText,
  { from, cues, candidateSpeakers: phrases }: Sentence,
  verb: number,
  source: WordSpan | null,
): WordSpan | null {
  if (!source || source.to > verb) return source;
  let w = verb;
  while (w > from && (gaps[w] !== SEMICOLON || markOf[w] !== -1)) w--;
  if (source.to > w || !cues.some((cue) => cue.from < w)) return source;
  const subject = phrases[numberFrom(phrases, of[w] === COORDINATOR ? w + 1 : w)];
  const opens =
    subject && subject.to <= verb && subject.from - w <= (of[w] === COORDINATOR ? 1 : 0);
  return opens ? { from: subject.from, to: subject.to } : source;
}

/** The sort of what stands behind a mention that ends in front of `to`. */
export function whatIsAfter(annotated: AnnotatedText, sentence: Sentence, to: number): After {
  if (to >= sentence.to) return AFTER.end;
  if (annotated.markOf[to] !== -1) return AFTER.mark;
  if (annotated.gaps[to] !== PLAIN) return AFTER.comma;
  switch (annotated.classes.of[to]) {
    case CUE:
    case CUE_ING:
      return AFTER.cue;
    case VERB:
      return AFTER.verb;
    case AUXILIARY:
      return AFTER.auxiliary;
    case PREPOSITION:
      return AFTER.preposition;
    case COORDINATOR:
      return AFTER.coordinator;
    default:
      return AFTER.other;
  }
}
