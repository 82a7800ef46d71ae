/**
 * Who speaks in front of a colon that no verb of saying leads up to, in languages whose finite verb comes second: whoever the clause is about, not
 * whoever is named last.
 *
 *     Jede Schuld an dem Brand im Lager der Reederei weist Reed von sich: „Wir haben …“
 *                                                          ^^^^
 * @module
 */
import { hasVerb, isColon, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import type { NounPhrase } from '../annotation/noun-phrases.ts';
import { beforeAside, beforeVerb, behindVerb, lastMainVerb } from '../annotation/subjects.ts';
import { COMMA } from '../annotation/punctuation.ts';
import { NAME } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { coordinatorBefore } from './candidates/source-position.ts';
import { canSpeak } from './uncued/actors.ts';

/** Verbs of one subject that are looked at: "nickte, lachte und sagte nichts:". It bounds the work. */
const MOST_VERBS = 3;

/** Words in front of a colon that are looked through. Set by hand; it bounds the work. */
const MOST_WORDS = 60;

/** The source of a bare colon: the subject of the clause in front of it if that can speak, else `source`. */
export function subjectBeforeColon(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  source: WordSpan | null,
): WordSpan | null {
  if (!isColon(cue) || !annotated.lexicon.profile.verbSecond) return source;
  const subject = speakingSubject(annotated, sentence, cue.from);
  if (!subject || (source && source.from < subject.to && subject.from < source.to)) return source;
  const to = source && isApposed(annotated, subject, source) ? source.to : subject.to;
  return { from: subject.from, to };
}

/** "die Sprecherin der Werft, | Karin Brosig |": a name behind a comma, with no verb between. */
function isApposed(annotated: AnnotatedText, subject: WordSpan, { from }: WordSpan): boolean {
  const { classes, gaps } = annotated;
  if (from < subject.to || classes.of[from] !== NAME || gaps[from] !== COMMA) return false;
  return !hasVerb(annotated, { from: subject.to, to: from });
}

/** The subject of the last main clause in front of word `to`, if it can speak; behind a coordinator that of the verb before. */
export function speakingSubject(
  annotated: AnnotatedText,
  sentence: Sentence,
  to: number,
): NounPhrase | undefined {
  let end = to;
  for (let verbs = 0; verbs < MOST_VERBS; verbs++) {
    const from = Math.max(sentence.from, to - MOST_WORDS);
    const verb = lastMainVerb(annotated, { from, to: end });
    if (verb < 0) return undefined;
    const beside = besideBoth(annotated, sentence, verb);
    const found = beside.find((phrase) => canSpeak(annotated, phrase));
    if (found) return found;
    if (beside.length > 0 || !coordinatorBefore(annotated, verb)) return undefined;
    end = verb;
  }
  return undefined;
}

/** The subject of a finite verb, if it can speak: "Jede Schuld weist | Reed von sich". */
export function speakingSubjectOf(
  annotated: AnnotatedText,
  sentence: Sentence,
  verb: number,
): NounPhrase | undefined {
  return besideBoth(annotated, sentence, verb).find((phrase) => canSpeak(annotated, phrase));
}

/** What stands on both sides of a verb and may be its subject, the likelier one first. */
function besideBoth(
  annotated: AnnotatedText,
  sentence: Sentence,
  verb: number,
): readonly NounPhrase[] {
  const after = behindVerb(annotated, sentence, verb);
  const before = beforeAside(annotated, sentence, verb) ?? beforeVerb(annotated, sentence, verb);
  return (after?.pronoun ? [after, before] : [before, after]).filter(
    (phrase) => phrase !== undefined,
  );
}
