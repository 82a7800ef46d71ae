/**
 * Words that look as if somebody said something, where their place shows that nobody did: a preposition without anybody behind it, an apposition to the
 * source. In languages with cases, whose candidates reach further.
 * @module
 */
import { hasVerb, type AnnotatedText, type Sentence } from '../annotation/annotated.ts';
import { roleIn } from '../annotation/appositions.ts';
import { BRACKET, COMMA, PLAIN, QUOTE_MARK } from '../annotation/punctuation.ts';
import { DETERMINER, NOUN } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { CAPITAL } from '../text/words.ts';
import { reachOf } from './candidates/source-position.ts';
import type { Choice } from './model/choose.ts';

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

/** "sagte Ada Kern, | die Sprecherin des Amtes": behind the source, up to the next comma and without a verb, who that is and not what they said. */
export function isApposition(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
  { content: { spans }, source }: Choice,
): boolean {
  const { classes, gaps, lexicon, markOf } = annotated;
  const [only, ...rest] = spans;
  const who = source.span;
  if (!lexicon.profile.cases || !only || rest.length > 0 || !who) return false;
  if (who.from < cue.to || only.from !== reachOf(sentence, who.to)) return false;
  if (gaps[only.from] !== COMMA || markOf[only.from] !== -1) return false;
  if (classes.of[only.from] !== DETERMINER && classes.of[only.from] !== NOUN) return false;
  return roleIn(annotated, only) >= 0 && !hasVerb(annotated, only);
}
