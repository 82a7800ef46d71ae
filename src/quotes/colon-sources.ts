/**
 * Who speaks in front of a colon that no verb of saying comes with, in languages that share the weights of English.
 * @module
 */
import { hasVerb, isColon, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { headOf, kindOf } from '../annotation/mention-types.ts';
import { labelBefore } from '../annotation/speech-labels.ts';
import { RELATIVE } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { subjectFrom } from './candidates/nominative.ts';
import type { Choice } from './model/choose.ts';
import { canSpeak } from './uncued/actors.ts';

/** A choice with whoever speaks for its source: not a thing that the words stand for, nor a relative pronoun. */
export function withSpeaker(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  choice: Choice,
): Choice {
  const { span } = choice.source;
  if (!isColon(cue) || annotated.lexicon.profile.fittedQuotes) return choice;
  if (!span) {
    const label = labelBefore(annotated, sentence, cue.from);
    return label ? withSource(choice, { from: label.from, to: label.to }) : choice;
  }
  if (span.from >= cue.from) return choice;
  if (isThing(annotated, sentence, cue, choice)) return withSource(choice, null);
  // "Водитель автобуса, | который видел аварию: «…»"
  if (annotated.classes.of[span.from] === RELATIVE) {
    const [first] = sentence.phrases;
    const isSpeaker = first?.from === sentence.from && !first.pronoun && canSpeak(annotated, first);
    return withSource(choice, isSpeaker ? { from: first.from, to: first.to } : null);
  }
  const from = subjectFrom(annotated, span, { ...cue, form: 'past' });
  return from > span.from ? withSource(choice, { from, to: span.to }) : choice;
}

/** "Причины увольнения типичны: «…»": a label of several words, none of which is somebody. */
function isThing(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { source: { span } }: Choice,
): boolean {
  if (!span || span.to - span.from < 2 || span.from !== sentence.from) return false;
  if (hasVerb(annotated, { from: sentence.from, to: cue.from })) return false;
  const kind = kindOf(annotated, span.from, headOf(annotated, span.from, span.to));
  return kind === 'other' && !canSpeak(annotated, span);
}

function withSource(choice: Choice, span: Choice['source']['span']): Choice {
  return { ...choice, source: { span, features: [] } };
}
