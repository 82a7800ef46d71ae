/**
 * Words that report only in a certain place: prepositions in front of whoever thinks so, and gerunds.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import {
  hasMarks,
  hasVerb,
  isComplementizer,
  type AnnotatedText,
  type Sentence,
} from '../annotation/annotated.ts';
import { COMMA, PLAIN } from '../annotation/punctuation.ts';
import { AUXILIARY, VERB } from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import { canSpeak } from './uncued/actors.ts';
import { speakerFrom } from './whole-sources.ts';

/** "Para mañana, …", "fue para Luis Vega": no view, unless somebody who can speak stands behind the preposition that opens the sentence. */
export function isNoView(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  if (!annotated.lexicon.has(cue.from, 'view-preposition')) return false;
  if (cue.from !== sentence.from) return true;
  if (annotated.lexicon.profile.verbSecond) return !isViewOf(annotated, sentence, cue);
  const speaker = speakerFrom(annotated, sentence, cue.to);
  if (!speaker || annotated.gaps[speaker.to] === PLAIN) return true;
  // "Pour Avon, le pont est vital.": only words in marks are somebody's view for sure.
  return !isSaid(annotated, sentence, speaker.to) || !isOnlyCue(annotated, sentence, cue);
}

/** "Für Reed ist der Plan „absurd“.", "Für Reed sei er absurd.": where the verb comes second, right behind whoever can speak, and says so or has words in marks. */
function isViewOf(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  const speaker = phraseFrom(sentence, cue.to);
  const {
    classes: { of },
    lexicon,
  } = annotated;
  if (!speaker || speaker.pronoun || !canSpeak(annotated, speaker)) return false;
  const { reach } = speaker;
  if (of[reach] !== AUXILIARY && of[reach] !== VERB) return false;
  if (lexicon.at(reach, 'reported-mood')?.attribute === 'reported') return true;
  return hasMarks(annotated, { from: reach, to: sentence.to });
}

/**
 * "…, recordando los años de la guerra": by itself a gerund reports only a clause with “that”, and beside another verb of saying
 * it goes on with what that one reports.
 */
export function isLooseGerund(annotated: AnnotatedText, sentence: Sentence, cue: CueHit): boolean {
  if (cue.form !== 'ing' || annotated.lexicon.profile.fittedQuotes) return false;
  const { markOf } = annotated;
  if (!isComplementizer(annotated, cue.to)) return true;
  // "«…», ha dicho Reed, añadiendo que …": what marks hold ends in front of it.
  const isBehind = annotated.gaps[cue.from] === COMMA && markOf[cue.from - 1] === -1;
  if (markOf[sentence.from] !== -1 && !isBehind) return true;
  return sentence.cues.some(
    (other) => other !== cue && markOf[other.from] === -1 && isComplementizer(annotated, other.to),
  );
}

/** Words in marks right behind the source, or in a clause of their own: "Para Vega, | la oferta es «insuficiente»". */
function isSaid(annotated: AnnotatedText, { to }: Sentence, from: number): boolean {
  const { markOf } = annotated;
  if (markOf[from] !== -1) return true;
  for (let w = from; w < to; w++) if (markOf[w] !== -1) return hasVerb(annotated, { from, to: w });
  return false;
}

function isOnlyCue({ markOf }: AnnotatedText, { cues }: Sentence, cue: CueHit): boolean {
  return cues.every((other) => other === cue || markOf[other.from] !== -1);
}
