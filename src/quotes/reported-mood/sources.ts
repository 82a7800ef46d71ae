/**
 * Who may have said a sentence in reported mood: mentions in the sentences before it, or whom an expression in the sentence itself names.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { COMMA } from '../../annotation/punctuation.ts';
import { subjectOf } from '../../annotation/subjects.ts';
import type { WordSpan } from '../../text/spans.ts';
import { sourcesRight } from '../candidates/sources.ts';
import { canSpeak } from '../uncued/actors.ts';
import type { Origin } from './features.ts';

/** Somebody who may have said it, and where they are named. */
export interface MoodSource {
  readonly origin: Origin;
  /** Null where nobody is named. */
  readonly source: WordSpan | null;
}

/** Mentions of the sentence before that are no subject, at most. Set by hand; it bounds the work. */
const MOST_MENTIONS = 4;

/**
 * The subject of the sentence before, others in it who can speak, and the subject of the sentence before that, in the paragraph of sentence `number`.
 * @param known the source of what was said last, which is no news
 */
export function sourcesBefore(
  annotated: AnnotatedText,
  number: number,
  known: WordSpan | null,
): readonly MoodSource[] {
  const before = inParagraph(annotated, number, 1);
  if (!before) return [];
  const subject = subjectOf(annotated, before);
  const found: MoodSource[] = [];
  const add = (origin: Origin, { from, to }: WordSpan): void => {
    if (from !== known?.from && !found.some(({ source }) => source?.from === from))
      found.push({ origin, source: { from, to } });
  };
  if (subject) add('subject', subject);
  for (const phrase of before.phrases) {
    if (found.length > MOST_MENTIONS) break;
    if (!phrase.pronoun && phrase !== subject && canSpeak(annotated, phrase))
      add('mention', phrase);
  }
  const earlier = inParagraph(annotated, number, 2);
  const actor = earlier && subjectOf(annotated, earlier);
  if (actor && canSpeak(annotated, actor)) add('earlier', actor);
  return found;
}

function inParagraph(annotated: AnnotatedText, number: number, back: number): Sentence | undefined {
  const before = annotated.sentences.at(number - back);
  return before?.paragraph === annotated.sentences.at(number)?.paragraph ? before : undefined;
}

/** "Die Brücke sei, so Reed, zu alt.", "Laut Reed sei sie zu alt.": whom an expression in front of a source names. */
export function sourceWithin(annotated: AnnotatedText, sentence: Sentence): WordSpan | undefined {
  for (const cue of sentence.cues) {
    const { takes } = annotated.rules.cueRules[cue.rule] ?? {};
    if (!takes?.includes('source-after')) continue;
    // "so Reed" parts its clause; "so Daten" does not.
    if (!takes.includes('inside') && annotated.gaps[cue.from] !== COMMA) continue;
    const source = sourcesRight(annotated, sentence, cue)[0]?.span;
    if (source && canSpeak(annotated, source)) return source;
  }
  return undefined;
}
