/**
 * Sentences in reported mood that name their own source: the clause in front is the reporter's, as its mood tells, and only what stands behind it is
 * reported.
 *
 *     Die Bahn setzte dem entgegen, dass die Brücke sicher sei.
 *     ^^^^^^^^                           ~~~~~~~~~~~~~~~~~~~~~~
 * @module
 */
import { isComplementizer, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { COLON, COMMA, PLAIN } from '../../annotation/punctuation.ts';
import { mainVerb } from '../../annotation/subjects.ts';
import { COORDINATOR } from '../../annotation/tags.ts';
import type { WordSpan } from '../../text/spans.ts';
import { CAPITAL } from '../../text/words.ts';
import { speakingSubjectOf } from '../colon-subjects.ts';
import { isOfPassive } from '../passive.ts';
import { isNobody } from '../unsaid.ts';
import { sourceWithin } from './sources.ts';

/** Whoever the clause in front is about, and what stands behind it. */
export interface Matrix {
  readonly source: WordSpan;
  readonly content: WordSpan;
}

/** Null where the clause in front is itself in reported mood, or is about nobody who can speak. */
export function matrixOf(annotated: AnnotatedText, sentence: Sentence): Matrix | null {
  const verb = mainVerb(annotated, sentence);
  const border = verb < 0 ? -1 : borderOfReported(annotated, sentence);
  if (border <= verb) return null;
  // "Laut Reed wurde der Mann gefasst, er sei …": whoever speaks is another.
  if (isOfPassive(annotated, verb) || sourceWithin(annotated, sentence)) return null;
  const source = speakingSubjectOf(annotated, sentence, verb);
  if (!source || source.to > border || isNobody(annotated, sentence, source)) return null;
  const from = isComplementizer(annotated, border) ? border + 1 : border;
  const content = { from, to: sentence.to };
  return { source: { from: withFirst(annotated, sentence, source.from), to: source.to }, content };
}

/** The first word of the clause that holds the first verb in reported mood, if none in another mood that may report stands in front; else -1. */
function borderOfReported(
  { doc, gaps, lexicon, markOf }: AnnotatedText,
  { from, to }: Sentence,
): number {
  let border = -1;
  for (let w = from; w < to; w++) {
    if (markOf[w] !== -1) continue;
    if (w > from && (gaps[w] === COMMA || gaps[w] === COLON)) border = w;
    // "die Spiele", "spiele"
    const isNoun = w > from && ((doc.words.shape[w] as number) & CAPITAL) !== 0;
    const mood = isNoun ? undefined : lexicon.at(w, 'reported-mood')?.attribute;
    if (mood !== undefined) return mood === 'reported' ? border : -1;
  }
  return -1;
}

/** "| CDU und | FDP setzten dem entgegen": the first of several who are named side by side. */
function withFirst(
  { classes: { of }, gaps }: AnnotatedText,
  { phrases }: Sentence,
  from: number,
): number {
  let first = from;
  for (let n = phrases.length - 1; n >= 0; n--) {
    const { from: start, reach, pronoun } = phrases[n] as NounPhrase;
    const isFirst = reach === first - 1 && of[reach] === COORDINATOR && gaps[reach] === PLAIN;
    if (isFirst && !pronoun) first = start;
  }
  return first;
}
