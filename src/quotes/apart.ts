/**
 * Words that look as if somebody said something, where their place shows that nobody did: a preposition without anybody behind it, an apposition to the
 * source, a purpose.
 * @module
 */
import { hasVerb, isColon, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { roleIn } from '../annotation/appositions.ts';
import { BRACKET, COMMA, PLAIN, QUOTE_MARK } from '../annotation/punctuation.ts';
import { COORDINATOR, DETERMINER, NOUN, PREPOSITION } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { CAPITAL } from '../text/words.ts';
import { reachOf } from './candidates/source-position.ts';
import type { Choice } from './model/choose.ts';
import { isGloss } from './things.ts';

/**
 * "Vorwürfe wurden laut, …", "es gilt so ein Plan als teuer", "So gewonnene Daten sind teuer": words that name a source behind them, with nobody there, or
 * in the middle of a clause.
 */
export function namesNobody(
  { classes: { of }, doc, gaps, lexicon, rules }: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): boolean {
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  if (!lexicon.profile.cases || cue.form !== 'phrase' || !takes.includes('source-after'))
    return false;
  const gap = gaps[cue.to];
  if (gap !== PLAIN && gap !== QUOTE_MARK && gap !== BRACKET) return true;
  if (takes.includes('inside')) return false;
  if (cue.from > sentence.from) return gaps[cue.from] === PLAIN;
  const isSmall = ((doc.words.shape[cue.to] as number) & CAPITAL) === 0;
  return isSmall && of[cue.to] === NOUN;
}

/**
 * "sagte Ada Kern, | die Sprecherin des Amtes": the first word of content that stands behind the source up to the next comma, without a verb, and tells who that
 * is and not what they said; else -1.
 */
export function appositionIn(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content: { spans }, source }: Choice,
): number {
  const { classes, gaps, lexicon, markOf } = annotated;
  const [only, ...rest] = spans;
  const who = source.span;
  if (!lexicon.profile.cases || !only || rest.length > 0 || !who) return -1;
  if (who.from < cue.to || only.from !== reachOf(sentence, who.to)) return -1;
  if (gaps[only.from] !== COMMA || markOf[only.from] !== -1) return -1;
  if (classes.of[only.from] !== DETERMINER && classes.of[only.from] !== NOUN) return -1;
  return roleIn(annotated, only) >= 0 && !hasVerb(annotated, only) ? only.from : -1;
}

/** "die „Union Verde“ (etwa: „Grüner Bund“)": what a colon in brackets adds. */
export function isGlossOf(
  annotated: AnnotatedText,
  cue: CueHit,
  { content: { spans } }: Choice,
): boolean {
  return isColon(cue) && spans[0] !== undefined && isGloss(annotated, spans[0].from);
}

/** "footage showing soldiers in the square": what is seen, not what is said; "figures showing that sales fell" say it. */
export function isSight(annotated: AnnotatedText, cue: CueHit, { content }: Choice): boolean {
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (cue.form !== 'ing' || content.marked || takes.length !== 1 || takes[0] !== 'clause')
    return false;
  return content.spans.every(({ from }) => from === cue.to);
}

/** "to accuse X", "make headlines and accuse X": what somebody wants to do, not what they said. */
export function isPurpose(annotated: AnnotatedText, cue: CueHit): boolean {
  const before = annotated.classes.of[cue.from - 1];
  return cue.form === 'base' && (before === PREPOSITION || before === COORDINATOR);
}
