/**
 * “По его словам, мост закроют.”: expressions that name by a possessive or a pronoun of their own whose words they open, part or close. Whatever
 * weights of another language think of them, a whole clause is what they report.
 * @module
 */
import { hasMarks, hasVerb, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { COMMA, DASH, QUOTE_MARK } from '../annotation/punctuation.ts';
import { ADVERB, COORDINATOR, RELATIVE } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { spanWithin } from './candidates/source-within.ts';
import { endOfSourced } from './clause-ends.ts';
import type { Choice } from './model/choose.ts';

/** Words in front of such an expression that open no clause yet: “Но, по его словам, …”. Set by hand. */
const MOST_IN_FRONT = 2;
/** Confidence in a clause beside such an expression. Set by hand; calibration follows. */
const CONFIDENCE = 0.8;

/** What such an expression reports; null where it is none, or where its place tells nothing. */
export function ownView(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { features }: Choice,
): Choice | null {
  if (cue.form !== 'phrase' || annotated.markOf[cue.from] !== -1) return null;
  const span = spanWithin(annotated, cue);
  const spans = span && clauseOf(annotated, sentence, cue);
  if (!span || !spans) return null;
  const marked = spans.some((one) => hasMarks(annotated, one));
  return {
    features,
    content: { spans, features: [], marked },
    source: { span, features: [] },
    reports: CONFIDENCE,
    confidence: CONFIDENCE,
  };
}

function clauseOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): readonly WordSpan[] | null {
  const { classes, gaps } = annotated;
  const { from, to } = sentence;
  const last = (): WordSpan => ({
    from: cue.to,
    to: endOfSourced(annotated, sentence, cue.to + 1),
  });
  if (cue.to < to && opensAt(annotated, sentence, cue.from)) return [last()];
  const isSetOff = isPause(gaps[cue.from]) && (cue.to >= to || isPause(gaps[cue.to]));
  if (!isSetOff || saysElse(annotated, sentence, cue)) return null;
  const before = classes.of[cue.from - 1];
  if (cue.to < to && (before === RELATIVE || before === COORDINATOR)) return [last()];
  const front = { from, to: cue.from };
  if (cue.to < to) return [front, last()];
  return hasVerb(annotated, front) ? [front] : null;
}

/** Whether nothing stands in front of word `at` in its sentence but “but”, “and”, “so”. */
function opensAt({ classes: { of } }: AnnotatedText, { from }: Sentence, at: number): boolean {
  if (at - from > MOST_IN_FRONT) return false;
  for (let w = from; w < at; w++) if (of[w] !== COORDINATOR && of[w] !== ADVERB) return false;
  return true;
}

const isPause = (gap: number | undefined): boolean =>
  gap === COMMA || gap === DASH || gap === QUOTE_MARK;

/** “Рид заявил, что мост, по его словам, опасен.”: what the sentence reports belongs to another cue. */
const saysElse = ({ markOf }: AnnotatedText, { cues }: Sentence, cue: CueHit): boolean =>
  cues.some((other) => other !== cue && markOf[other.from] === -1);
