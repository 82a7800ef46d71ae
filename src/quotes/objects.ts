/**
 * What is said of somebody or something, apart from whom or what it is said of.
 * @module
 */
import { phraseFrom } from '../annotation/adverbials.ts';
import { hasVerb, phraseNumber, sentenceAt, type AnnotatedText } from '../annotation/annotated.ts';
import { PLAIN } from '../annotation/punctuation.ts';
import {
  DETERMINER,
  isCue,
  NOUN,
  PARTICIPLE,
  PREPOSITION,
  PRONOUN,
  SUBORDINATOR,
  isVerbal,
} from '../annotation/tags.ts';
import type { CueHit } from '../rules/match/cues.ts';
import type { WordSpan } from '../text/spans.ts';
import { CAPITAL } from '../text/words.ts';
import { opensBehindThat } from './candidates/that-clauses.ts';
import { isInfinitive } from './infinitive-forms.ts';
import { pastTied } from './behind-sources.ts';
import { upToMainVerb } from './noun-clauses.ts';
import { isNamedThing } from './things.ts';

/** The content of a cue without the object that stands in front of what is said. */
export function onlyWhatWasSaid(
  annotated: AnnotatedText,
  cue: CueHit,
  spans: readonly WordSpan[],
): readonly WordSpan[] {
  const ofNoun = upToMainVerb(annotated, cue, spans);
  const rest = withoutObject(annotated, cue, withoutAccused(annotated, cue, ofNoun));
  return annotated.lexicon.profile.nounCapitals ? withoutPhrases(annotated, cue, rest) : rest;
}

/**
 * "warf der Regierung unter anderem „Wortbruch“ vor", "wies das am Montag als „Unsinn“ zurück": behind the verb, words without a verb of their own are
 * no part of what stands in marks at their end, unless that lacks them: "Reed „ist ein großer Redner“".
 */
function withoutPhrases(
  annotated: AnnotatedText,
  cue: CueHit,
  spans: readonly WordSpan[],
): readonly WordSpan[] {
  const { markOf } = annotated;
  const [only, ...rest] = spans;
  if (!only || rest.length > 0 || only.from < cue.to) return spans;
  const to = isParticle(annotated, cue, only.to - 1) ? only.to - 1 : only.to;
  const mark = markOf[to - 1];
  let from = only.from;
  while (from < to && markOf[from] === -1) from++;
  if (mark === -1 || markOf[from] !== mark) return spans;
  if (from - only.from < LEAST_IN_FRONT) return [{ from: only.from, to }];
  const isWhole =
    hasVerb(annotated, { from: only.from, to }) ||
    opensClause(annotated, only.from) ||
    isNamedThing(annotated, from);
  if (isWhole) return [{ from: only.from, to }];
  return [{ from, to }];
}

/** "wies … | zurück": the particle at the end of the clause is tagged as its verb is, but is no cue of its own. */
function isParticle(annotated: AnnotatedText, cue: CueHit, word: number): boolean {
  const { markOf, classes } = annotated;
  if (markOf[word] !== -1 || !isCue(classes.of[word])) return false;
  return sentenceAt(annotated, cue.from).cues.every(({ from, to }) => word < from || word >= to);
}

/** An article alone belongs to what stands in marks: "einem „offenen Dialog“". */
const LEAST_IN_FRONT = 2;

/** "dass nicht nur „Reed lügt“", "sperrten die Behörden „YouTube“": what no list holds may be a verb. */
function opensClause({ classes: { of }, doc: { words } }: AnnotatedText, word: number): boolean {
  const isLower = ((words.shape[word] as number) & CAPITAL) === 0;
  return of[word] === SUBORDINATOR || (of[word] === NOUN && isLower);
}

/**
 * "called it “a disgrace”", "described the delay as “a disgrace”": where all that is said of something stands in one pair
 * of marks, the words in marks are what was said, and what stands in front only what about.
 */
function withoutObject(
  annotated: AnnotatedText,
  cue: CueHit,
  spans: readonly WordSpan[],
): readonly WordSpan[] {
  const [first, ...rest] = spans;
  if (!first || !annotated.rules.cueRules[cue.rule]?.takes.includes('object-complement'))
    return spans;
  // "considera que | el plan «destruye el barrio»": a clause.
  if (!annotated.lexicon.profile.fittedQuotes && opensBehindThat(annotated, cue, spans))
    return spans;
  let from = first.from;
  while (from < first.to && annotated.markOf[from] === -1) from++;
  if (from === first.from || from === first.to || !isObject(annotated, first.from, from))
    return spans;
  const isAll = annotated.markOf[first.to - 1] === annotated.markOf[from];
  const isPronoun = objectIsPronoun(annotated, first.from);
  return isAll || (isPronoun && from <= first.from + 2) ? [{ from, to: first.to }, ...rest] : spans;
}

/**
 * "accused Reed of | hiding the report": whoever is accused is no part of what is said. Where some of it stands in marks, the model decides:
 * people are of two minds about those.
 */
function withoutAccused(
  annotated: AnnotatedText,
  cue: CueHit,
  spans: readonly WordSpan[],
): readonly WordSpan[] {
  const [first, ...rest] = spans;
  const takes = annotated.rules.cueRules[cue.rule]?.takes ?? [];
  if (!first || !takes.includes('person-of') || rest.length > 0) return spans;
  if (!annotated.lexicon.profile.fittedQuotes) return withoutAccusedOf(annotated, cue, first);
  if (first.from !== cue.to) return spans;
  for (let w = first.from; w < first.to; w++) if (annotated.markOf[w] !== -1) return spans;
  const { of } = annotated.classes;
  const behind = objectIsPronoun(annotated, first.from)
    ? first.from + 1
    : phraseFrom(sentenceAt(annotated, first.from), first.from)?.reach;
  if (behind === undefined || behind + 1 >= first.to || of[behind] !== PREPOSITION) return spans;
  const isGerund =
    isCue(of[behind + 1]) || of[behind + 1] === PARTICIPLE || of[behind + 1] === NOUN;
  return isGerund && annotated.gaps[behind] === PLAIN
    ? [{ from: behind + 1, to: first.to }]
    : spans;
}

/** "acusó al Gobierno de | «mentir»": where weights of another language do not know what ties a deed to whoever is accused of it. */
function withoutAccusedOf(
  annotated: AnnotatedText,
  cue: CueHit,
  content: WordSpan,
): readonly WordSpan[] {
  const { classes, gaps, markOf } = annotated;
  const sentence = sentenceAt(annotated, cue.from);
  // "acusó | al Gobierno", and not "es acusado | de trabajar para …"
  const isTold = annotated.lexicon.has(cue.to, 'addressee-preposition');
  for (const at of isTold ? [cue.to + 1] : [cue.to]) {
    const object = phraseFrom(sentence, at);
    if (!object || isInfinitive(annotated, at)) continue;
    // "de mentir" looks like a part of the mention.
    for (const tie of [object.to, pastTied(annotated, sentence, object.to)]) {
      const next = tie + 1;
      if (content.from > tie || next >= content.to || gaps[tie] !== PLAIN) continue;
      if (classes.of[tie] !== PREPOSITION) continue;
      if (markOf[next] !== -1 || isInfinitive(annotated, next))
        return [{ from: next, to: content.to }];
    }
  }
  return [content];
}

/** Whether the words in front of `to` are an object, with or without what ties the words in marks to it: "the delay | as". */
function isObject(annotated: AnnotatedText, from: number, to: number): boolean {
  const { of } = annotated.classes;
  const isTie = (word: number): boolean => of[word] === PREPOSITION || of[word] === SUBORDINATOR;
  const reach = objectIsPronoun(annotated, from)
    ? from + 1
    : phraseFrom(sentenceAt(annotated, from), from)?.reach;
  if (reach === to || (reach === to - 1 && isTie(reach))) return true;
  // "nannte den Umbau der Halle einen „Skandal“": where every noun has a capital, marks hold less than the whole phrase.
  if (!annotated.lexicon.profile.nounCapitals || to - from > MOST_IN_OBJECT) return false;
  for (let w = from; w < to; w++) {
    const kind = of[w];
    if (isVerbal(kind)) return false;
    if (w > from && annotated.gaps[w] !== PLAIN) return false;
  }
  const end = of[to - 1] === DETERMINER ? to - 1 : to;
  return isTie(end - 1) || endsChunk(annotated, end);
}

function objectIsPronoun({ classes, lexicon }: AnnotatedText, word: number): boolean {
  return classes.of[word] === PRONOUN || lexicon.has(word, 'pronoun-object');
}

/** Whether a mention ends right in front of a word. */
function endsChunk(annotated: AnnotatedText, word: number): boolean {
  const sentence = sentenceAt(annotated, word);
  return sentence.phrases[phraseNumber(sentence, word) - 1]?.reach === word;
}

/** Longer than any object worth looking through. Set by hand; it bounds the work. */
const MOST_IN_OBJECT = 15;
