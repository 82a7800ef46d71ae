/**
 * What stands in front of a colon that no verb of saying comes with: who speaks ("Police: two hurt"), or only what it is about ("Price: 20
 * pounds", "Storm Hester: what we know").
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { isRole } from '../annotation/appositions.ts';
import { headOf, kindOf } from '../annotation/mention-types.ts';
import { NAME } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import type { Choice } from './model/choose.ts';

/** Whether a colon may announce what its best candidate takes for said. Words in marks may stand behind anything but a heading. */
export function canAnnounce(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content, source: { span } }: Choice,
): boolean {
  if (isHeading(annotated, sentence, cue)) return false;
  // "The bridge of Avon: what we know": whoever speaks is all of the label.
  return content.marked || (span?.from === sentence.from && isSpeaker(annotated, span));
}

/** "Note to drivers:", "Picture:", "Where:". */
function isHeading({ lexicon }: AnnotatedText, { from }: Sentence, { to }: CueHit): boolean {
  const isLabel = (word: number): boolean =>
    lexicon.has(word, 'heading-label') || lexicon.has(word, 'question-word');
  return isLabel(from) || (to - from > 1 && lexicon.has(to - 1, 'heading-label'));
}

/** Whether a mention is of a sort that speaks. A name of several words must be that of a person or an organisation. */
function isSpeaker(annotated: AnnotatedText, { from, to }: WordSpan): boolean {
  const { lexicon, classes } = annotated;
  const head = headOf(annotated, from, to);
  switch (kindOf(annotated, from, head)) {
    case 'other':
    case 'number':
    case 'time':
    case 'neuter':
      return false;
    case 'name': {
      if (lexicon.at(from, 'place')?.attribute === '') return false;
      let first = from;
      while (first < head && classes.of[first] !== NAME) first++;
      if (first > from) return isRole(annotated, first - 1);
      return head === from || lexicon.has(from, 'given-name');
    }
    default:
      return true;
  }
}
