/**
 * Whether a choice is probable enough to be a quote, by the sort of its content.
 *
 * The model gives probabilities; the thresholds below turn them into quotes. All of them are set by hand, before
 * calibration, on the model's own probabilities: a higher one finds fewer quotes, and more of those are right.
 * @module
 */
import { hasVerb, type AnnotatedText } from '../annotation/annotated.ts';
import { STOP } from '../annotation/punctuation.ts';
import { DETERMINER } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { Content } from './candidates/candidates.ts';
import type { Choice } from './model/choose.ts';

/**
 * A cue less likely than this to report anything is dropped; `find.ts` asks as much of words in marks without a cue. Set by
 * hand, below one half: a cue that somewhat more probably reports nothing is still believed.
 */
export const LEAST = 0.36;
/**
 * Without marks, nothing but the model says where content begins and ends, so this content with this source must be so
 * probable too, whatever the cue is. Set by hand: it trades long indirect quotes found for those with wrong ends.
 */
const LEAST_CLEAR = 0.3;
/** Content without marks of fewer words more often names a topic than what was said. Set by hand. */
const FEW_WORDS = 6;
/** So a few words with a verb must be more probable … */
const LEAST_CLEAR_OF_FEW = 0.42;
/**
 * … and without one, as "the plan", more probable than not; so must one word in marks that looks like a term. Both set by
 * hand: they trade short quotes for mere topics.
 */
const LEAST_CLEAR_OF_NOUN = 0.53;

/**
 * "відкинула критику": behind a verb that takes nouns too, what the common weights believe was said is, in a language that
 * they were not fitted on, more often a thing that somebody dealt with. Set by hand; 0.53 to 0.65 score alike.
 */
const LEAST_CLEAR_OF_THING = 0.65;

function wordsOf({ spans }: Content): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}

/** Whether a choice is probable enough, by the sort of its content. */
export function isAccepted(
  annotated: AnnotatedText,
  cue: CueHit,
  { content, reports, confidence }: Choice,
): boolean {
  if (reports < LEAST) return false;
  if (content.marked) return confidence >= LEAST_CLEAR_OF_NOUN || !isTerm(annotated, content);
  if (wordsOf(content) >= FEW_WORDS) return confidence >= LEAST_CLEAR;
  if (holdsVerb(annotated, content) || isAsked(annotated, cue, content))
    return confidence >= LEAST_CLEAR_OF_FEW;
  return confidence >= (isThing(annotated, cue) ? LEAST_CLEAR_OF_THING : LEAST_CLEAR_OF_NOUN);
}

/** "— Already? asked Reed.": what ends in a question or exclamation mark right before its cue is a sentence, whatever its words. */
function isAsked({ gaps }: AnnotatedText, cue: CueHit, { spans }: Content): boolean {
  return gaps[cue.from] === STOP && spans.at(-1)?.to === cue.from;
}

/** Whether a cue of a language without weights of its own takes nouns. */
function isThing({ lexicon, rules }: AnnotatedText, cue: CueHit): boolean {
  return !lexicon.profile.fittedQuotes && rules.cueRules[cue.rule]?.takes.includes('noun') === true;
}

/** "the “liberation” of the city": one word in marks behind an article, without a verb, is usually a term. */
function isTerm(annotated: AnnotatedText, content: Content): boolean {
  const [first, ...rest] = content.spans;
  if (!first || rest.length > 0 || annotated.classes.of[first.from] !== DETERMINER) return false;
  const mark = annotated.markOf[first.from + 1];
  const isOneWord = mark !== -1 && annotated.markOf[first.from + 2] !== mark;
  return isOneWord && first.from + 2 < first.to && !holdsVerb(annotated, content);
}

const holdsVerb = (annotated: AnnotatedText, { spans }: Content): boolean =>
  spans.some((span) => hasVerb(annotated, span));

/** Whether content stands in marks, or is long enough and has a verb: it is not only to whom or where something was said. */
export function isClause(annotated: AnnotatedText, { content }: Choice): boolean {
  return content.marked || (wordsOf(content) >= FEW_WORDS && holdsVerb(annotated, content));
}
