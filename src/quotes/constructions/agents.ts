/**
 * Agents: whoever a preposition names behind a participle in the passive, "fue acusado | por los vecinos | de mentir", "a été qualifié | par le maire,
 * Luc Arnaud, | d'« absurde »".
 * @module
 */
import { hasVerb, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { PLAIN } from '../../annotation/punctuation.ts';
import { PREPOSITION } from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import type { WordSpan } from '../../text/spans.ts';
import type { Built } from './built.ts';
import { nextClause } from '../clause-ends.ts';
import { isInfinitive } from '../infinitive-forms.ts';
import { isPassive } from '../passive.ts';
import { speakerFrom } from '../whole-sources.ts';

/** The agent right behind a participle, with all that belongs to it; undefined where none stands there. */
export function agentBehind(
  annotated: AnnotatedText,
  sentence: Sentence,
  cue: CueHit,
): WordSpan | undefined {
  const { gaps, lexicon } = annotated;
  if (cue.form !== 'participle' || cue.to >= sentence.to || gaps[cue.to] !== PLAIN)
    return undefined;
  const preposition = lexicon.at(cue.to, 'passive-agent');
  return preposition && speakerFrom(annotated, sentence, preposition.to);
}

/** "El director fue acusado por los vecinos de | mentir": what somebody accuses the subject of. */
export function accusedBy(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Built | null {
  if (!annotated.rules.cueRules[cue.rule]?.takes.includes('person-of')) return null;
  const agent = agentBehind(annotated, sentence, cue);
  if (!agent || !isPassive(annotated, sentence, cue)) return null;
  const { classes, gaps } = annotated;
  const isTie = (word: number): boolean =>
    word > agent.from && gaps[word] === PLAIN && classes.of[word] === PREPOSITION;
  // "de mentir" looks like a part of the mention.
  for (const at of [agent.to, agent.to - 2, agent.to - 1]) {
    const content = { from: at + 1, to: nextClause(annotated, sentence, at + 1) };
    if (at + 1 < sentence.to && isTie(at) && isDeed(annotated, content))
      return { content: [content], source: { from: agent.from, to: at } };
  }
  return null;
}

/** "mentir", "haber mentido" */
function isDeed(annotated: AnnotatedText, content: WordSpan): boolean {
  return isInfinitive(annotated, content.from) || hasVerb(annotated, content);
}
