/**
 * "Noting that the bridge was old, | Hale asked for patience": a participle opens the sentence, and its subject is that of the clause behind the comma.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { PREPOSITION, isVerbal } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';

/** Whether a cue is a participle that opens its sentence. */
export function opensWithParticiple({ from }: Sentence, cue: CueHit): boolean {
  return cue.form === 'ing' && cue.from === from;
}

/** The subject right behind content that a participle at the start of its sentence reports; null where there is none. Half-open word numbers. */
export function subjectBehind(
  { classes, gaps, markOf }: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  content: readonly WordSpan[],
): WordSpan | null {
  if (!opensWithParticiple(sentence, cue)) return null;
  const at = content.at(-1)?.to ?? sentence.to;
  if (at >= sentence.to || gaps[at] !== COMMA || markOf[at] !== -1) return null;
  const subject = phraseFrom(sentence, at);
  if (!subject) return null;
  let { reach } = subject;
  for (let tied = 0; tied < MOST_TIED && classes.of[reach] === PREPOSITION; tied++)
    reach = phraseFrom(sentence, reach + 1)?.reach ?? sentence.to;
  const kind = classes.of[reach];
  const isVerb = gaps[reach] === PLAIN && isVerbal(kind);
  return isVerb ? { from: subject.from, to: subject.to } : null;
}

/** "the report | of the council | on the bridge asked": phrases that belong to the subject. It bounds the work. */
const MOST_TIED = 3;
