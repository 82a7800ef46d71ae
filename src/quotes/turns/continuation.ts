/**
 * Whether a paragraph without a label goes on with the turn in front of it.
 * @module
 */
import type { AnnotatedText } from '../../annotation/annotated.ts';
import type { Span } from '../../text/spans.ts';
import { wordsWithin } from '../../text/words.ts';

/** Shorter paragraphs are notes: "Question agreed to." Set by hand. */
const LEAST_WORDS = 4;

/**
 * - `goes on`: it is part of the turn;
 * - `aside`: a note in brackets, or a line that is no sentence, as in "(Applause)", "Opposition members interjecting—";
 * - `ends`: it tells a story, or nothing shows that it is said.
 * @param isInside whether another turn follows; behind the last one only who speaks of "I" or "you" goes on
 * @param isFirst whether the turn has no words yet, since its label has a line to itself
 */
export function continues(
  annotated: AnnotatedText,
  paragraph: number,
  isInside: boolean,
  isFirst: boolean,
): 'goes on' | 'aside' | 'ends' {
  const { doc, paragraphs } = annotated;
  const { start, end } = paragraphs[paragraph] as Span;
  const { from, to } = wordsWithin(doc.words, start, end);
  if (BRACKETED.test(doc.text[start] as string) || to === from) return 'aside';
  if (isFirst) return 'goes on';
  if (!ENDS_SENTENCE.test(doc.text.slice(Math.max(start, end - 3), end))) return 'aside';
  if (to - from < LEAST_WORDS) return isInside ? 'aside' : 'ends';
  return isInside || speaksOfItself(annotated, from, to) ? 'goes on' : 'ends';
}

const BRACKETED = /[([*]/;
const ENDS_SENTENCE = /[.!?…。！？]["”»’')]?\s*$/;

/** Whether “I”, “we” or “you” stands outside marks. */
function speaksOfItself({ lexicon, markOf }: AnnotatedText, from: number, to: number): boolean {
  for (let w = from; w < to; w++) {
    if (markOf[w] !== -1) continue;
    const person = lexicon.at(w, 'pronoun')?.attribute ?? '';
    if (person.startsWith('first') || person === 'second') return true;
  }
  return false;
}
