/**
 * Who acts in a sentence, and whether two mentions are of the same one.
 * @module
 */
import type { AnnotatedText, Sentence } from '../../annotation/annotated.ts';
import { headOf, kindOf } from '../../annotation/mention-types.ts';
import type { NounPhrase } from '../../annotation/noun-phrases.ts';
import { subjectOf } from '../../annotation/subjects.ts';
import { NAME, PRONOUN } from '../../annotation/tags.ts';
import type { WordSpan } from '../../text/spans.ts';

/** Whether a mention is of a sort that speaks: a name, a pronoun, a role; not "drums". */
export function canSpeak(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  const kind = kindOf(annotated, from, headOf(annotated, from, to));
  return kind !== 'other' && kind !== 'time' && kind !== 'number' && kind !== 'neuter';
}

/** The subject of a sentence that is not all in marks, if it is somebody who can speak. */
export function actorOf(annotated: AnnotatedText, sentence: Sentence): NounPhrase | undefined {
  if (annotated.markOf[sentence.from] !== -1 && annotated.markOf[sentence.to - 1] !== -1)
    return undefined;
  const subject = subjectOf(annotated, sentence);
  return subject && canSpeak(annotated, subject) && !isDocument(annotated, subject)
    ? subject
    : undefined;
}

/** A report speaks, but does nothing else. */
function isDocument({ lexicon, classes }: AnnotatedText, { to }: NounPhrase): boolean {
  return classes.of[to - 1] !== NAME && lexicon.has(to - 1, 'document');
}

/** Whether two mentions have the same head: "Dana Reed" and "Reed", "he" and "he". */
export function isSame(annotated: AnnotatedText, one: WordSpan, two: WordSpan | null): boolean {
  if (!two) return false;
  const { folded, words } = annotated.doc;
  const head = ({ from, to }: WordSpan): string => {
    const word = headOf(annotated, from, to);
    return folded.slice(words.start[word], words.end[word]);
  };
  return head(one) === head(two);
}

/** "Pallas turned to Cardoza. “Show me.” Cardoza nodded.": whether a mention only listens, since the sentence before speaks of it as of somebody else. */
export function isSpokenTo(
  annotated: AnnotatedText,
  before: Sentence | undefined,
  mention: WordSpan,
): boolean {
  const { of } = annotated.classes;
  if (!before || of[headOf(annotated, mention.from, mention.to)] !== NAME) return false;
  const actor = actorOf(annotated, before);
  if (!actor || isSame(annotated, actor, mention)) return false;
  return before.phrases.some(
    (phrase) =>
      phrase !== actor && of[phrase.from] !== PRONOUN && isSame(annotated, phrase, mention),
  );
}
