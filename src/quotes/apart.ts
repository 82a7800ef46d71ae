/**
 * Words that look as if somebody said something, where their place shows that nobody did: a preposition without anybody behind it, an apposition to the
 * source. In languages with cases, whose candidates reach further.
 * @module
 */
import type { AnnotatedText, Sentence } from '../annotation/annotated.ts';
import { BRACKET, PLAIN, QUOTE_MARK } from '../annotation/punctuation.ts';
import { NOUN } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { CAPITAL } from '../text/words.ts';

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
