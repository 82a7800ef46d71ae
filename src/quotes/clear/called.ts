/**
 * What somebody or something is called by the words in marks behind a verb.
 * @module
 */
import { phraseFrom } from '../../annotation/adverbials.ts';
import { endOfMark, type AnnotatedText, type Sentence } from '../../annotation/annotated.ts';
import { PLAIN } from '../../annotation/punctuation.ts';
import {
  ADVERB,
  AUXILIARY,
  DETERMINER,
  PREPOSITION,
  SUBORDINATOR,
  isVerbal,
} from '../../annotation/tags.ts';
import type { CueHit } from '../../rules/match/cues.ts';
import { CAPITAL } from '../../text/words.ts';
import { agentBehind } from '../constructions/agents.ts';
import { isPassive } from '../passive.ts';
import { pastTied } from '../behind-sources.ts';
import { isOne, type Test } from './passes.ts';

/** "calificó la decisión de | «error grave»", "considera el plan | «un error»": the words in marks behind what they are said of. */
export function complement(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const { classes, gaps, markOf } = annotated;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('as') && !takes.includes('object-complement')) return null;
  const last = Math.min(sentence.to, cue.to + MOST_IN_OBJECT);
  let from = cue.to;
  const agent = agentBehind(annotated, sentence, cue);
  if (agent && isPassive(annotated, sentence, cue)) {
    // "ha sido calificado por el alcalde, Luis Vega, | de «error»"
    from = agent.to;
    while (from < last && markOf[from] === -1 && from - agent.to < MOST_BEFORE_MARKS) from++;
    if (from >= sentence.to || markOf[from] === -1) return null;
    const end = endOfMark(markOf, from, sentence.to);
    return isOne((content) => content.from === from && content.to === end);
  }
  for (; from < last && markOf[from] === -1; from++) {
    const kind = classes.of[from];
    const isVerb = isVerbal(kind);
    if (isVerb || (from > cue.to && gaps[from] !== PLAIN)) return null;
  }
  if (from >= last) return null;
  // "habló de | una «tragedia»"
  const tie = classes.of[classes.of[from - 1] === DETERMINER ? from - 2 : from - 1];
  const isTied = from > cue.to && (tie === PREPOSITION || tie === SUBORDINATOR);
  if (!isTied && !(takes.includes('object-complement') && isView(annotated, sentence, cue, from)))
    return null;
  const to = endOfMark(markOf, from, sentence.to);
  return isOne((content) => content.from === from && content.to === to);
}

/**
 * "als „falsch“ | bezeichnet", "bezeichnete das als | „falsch“": what stands in marks behind such a word, on either side of the verb; not "wird als
 * „Sonnenwind“ bezeichnet", which only tells its name.
 */
export function namedAs(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): Test | null {
  const {
    classes: { of },
    lexicon,
    markOf,
    rules,
  } = annotated;
  const takes = rules.cueRules[cue.rule]?.takes ?? [];
  if (!takes.includes('object-complement') && !takes.includes('as')) return null;
  if (isPassive(annotated, sentence, cue) || of[cue.to] === AUXILIARY) return null;
  const isTied = (word: number): boolean =>
    lexicon.has(of[word - 1] === DETERMINER ? word - 2 : word - 1, 'as-preposition');
  let from = cue.from;
  while (from > sentence.from && markOf[from - 1] !== -1) from--;
  if (from < cue.from && isTied(from))
    return isOne((content) => content.from === from && content.to === cue.from);
  const behind = complement(annotated, sentence, cue);
  return (
    behind &&
    (([only, ...rest]) => only !== undefined && isTied(only.from) && behind([only, ...rest]))
  );
}

/**
 * "considera el plan de la alcaldesa | «un error»", "ve en el plan | «un error»": words in marks that go on with the sentence, unlike a title, behind one
 * mention at most.
 */
function isView(
  annotated: AnnotatedText,
  sentence: Sentence,
  { to }: CueHit,
  from: number,
): boolean {
  const { classes, doc, lexicon } = annotated;
  if (((doc.words.shape[from] as number) & CAPITAL) !== 0) return false;
  // "называл «цунами» то, что …": what has cases and no articles may name a thing so; with what is meant in between it judges.
  if (from === to && lexicon.hasApart('oblique-ending')) return false;
  let at = to;
  const isSmall = (kind: number | undefined): boolean => kind === PREPOSITION || kind === ADVERB;
  while (at < from && (isSmall(classes.of[at]) || lexicon.has(at, 'pronoun-object'))) at++;
  const object = phraseFrom(sentence, at);
  return at >= from || (!!object && pastTied(annotated, sentence, object.to) >= from);
}

/** "de «error»", "como un «error»" */
const MOST_BEFORE_MARKS = 3;
/** Longer than any object worth looking through. Set by hand; it bounds the work. */
const MOST_IN_OBJECT = 15;
